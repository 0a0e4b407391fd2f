import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

/** Something that breaks a rule. Warnings are shown and do not fail. */
export interface Finding {
  readonly file: string;
  readonly line?: number;
  readonly message: string;
  readonly warning?: boolean;
}

export interface Import {
  readonly line: number;
  /** A path from the root of the project (`src/kernel/ids.ts`) or the name of a package or of a part of Node. */
  readonly target: string;
  /** Erased when the program runs. */
  readonly typeOnly: boolean;
}

export interface SourceFile {
  /** From the root of the project, with slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Texts of the templates with the tag `sql`, parameters replaced by `$`. */
  readonly sql: readonly { readonly line: number; readonly text: string }[];
  readonly tree: ts.SourceFile;
}

const FOLDERS = ['src', 'scripts', 'test', 'bench'];

export function readSources(root: string): SourceFile[] {
  return FOLDERS.flatMap((folder) => listFiles(root, folder))
    .filter((path) => /\.(tsx?|mjs)$/.test(path) && !path.endsWith('.d.ts'))
    .map((path) => readSource(root, path));
}

/** Every file under a folder, sorted; none when there is no such folder. */
export function listFiles(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(root.length + 1).replaceAll('\\', '/'), entry.name))
      .sort();
  } catch {
    return [];
  }
}

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const tree = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports: Import[] = [];
  const sql: { line: number; text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const found = importOf(node);
    if (found)
      imports.push({
        line: lineOf(tree, node),
        target: resolve(path, found.specifier),
        typeOnly: found.typeOnly,
      });
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText(tree) === 'sql')
      sql.push({ line: lineOf(tree, node), text: templateText(node.template) });
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return { path, text, imports, sql, tree };
}

export const lineOf = (tree: ts.SourceFile, node: ts.Node): number =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

function importOf(node: ts.Node): { specifier: string; typeOnly: boolean } | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return { specifier: node.moduleSpecifier.text, typeOnly: isTypeOnly(node.importClause) };
  if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
    return {
      specifier: node.moduleSpecifier.text,
      typeOnly: node.isTypeOnly || (named.length > 0 && named.every((e) => e.isTypeOnly)),
    };
  }
  const [argument] = ts.isCallExpression(node) ? node.arguments : [];
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && argument)
    return ts.isStringLiteralLike(argument) ? { specifier: argument.text, typeOnly: false } : null;
  if (
    ts.isImportTypeNode(node) &&
    ts.isLiteralTypeNode(node.argument) &&
    ts.isStringLiteral(node.argument.literal)
  )
    return { specifier: node.argument.literal.text, typeOnly: true };
  return null;
}

function isTypeOnly(clause: ts.ImportClause | undefined): boolean {
  if (!clause) return false;
  if (clause.isTypeOnly) return true;
  const named = clause.namedBindings;
  return !clause.name && !!named && ts.isNamedImports(named) && named.elements.every((e) => e.isTypeOnly);
}

/** The names of `package.json` for folders, as paths. */
function resolve(from: string, specifier: string): string {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  if (specifier === '#app') return 'src/app.ts';
  if (specifier.startsWith('#test/')) return specifier.slice(1);
  if (specifier.startsWith('#')) return `src/${specifier.slice(1)}`;
  return specifier;
}

function templateText(template: ts.TemplateLiteral): string {
  if (ts.isNoSubstitutionTemplateLiteral(template)) return template.text;
  return template.head.text + template.templateSpans.map((span) => `$${span.literal.text}`).join('');
}
