import ts from 'typescript';
import { placeOf } from './place.ts';
import { type Finding, lineOf, type SourceFile } from './source.ts';

const SOFT = 200;
const HARD = 400;
/** Texts, tests and generated files may be as long as they need. */
const LONG = /(^|\/)text\.[a-z]{2}\.ts$|\.(test|journey)\.tsx?$|\.generated\.|\.data\.ts$/;

export function checkSizes(files: readonly SourceFile[]): Finding[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.replace(/\n$/, '').split('\n').length;
    if (LONG.test(path) || lines <= SOFT) return [];
    return [
      { file: path, message: `${lines} lines; ${SOFT} are enough, ${HARD} too many`, warning: lines <= HARD },
    ];
  });
}

const COMMENT = /(?:\/\/|\/\*|^\s*\*)(.*)$/;
const UNFINISHED = /\b(?:TODO|FIXME|XXX)\b/;
const SILENCED = /(?:@ts-ignore|@ts-nocheck|eslint-disable)\b/;
const EXPLAINED = /(?:biome-ignore(?:-all)?|@ts-expect-error)\b[^:]*:?(.*)$/;
const REASON = /\S+\s+\S+\s+\S+/;

/** Nothing unfinished, nothing silenced without a reason in words. */
export function checkMarks(files: readonly SourceFile[]): Finding[] {
  return files.flatMap((file) => [...marksIn(file), ...castsIn(file)]);
}

function marksIn({ path, text }: SourceFile): Finding[] {
  return text.split('\n').flatMap((content, i) => {
    const comment = COMMENT.exec(content)?.[1];
    if (comment === undefined) return [];
    const at = { file: path, line: i + 1 };
    if (UNFINISHED.test(comment))
      return [{ ...at, message: 'unfinished work is written in the tracker, not here' }];
    if (SILENCED.test(comment)) return [{ ...at, message: 'a checker is silenced' }];
    const explained = EXPLAINED.exec(comment);
    return explained && !REASON.test(explained[1] ?? '')
      ? [{ ...at, message: 'say in words why the checker is silenced here' }]
      : [];
  });
}

function castsIn({ path, tree }: SourceFile): Finding[] {
  const findings: Finding[] = [];
  const isRoutes = placeOf(path).kind === 'routes';
  const report = (node: ts.Node, message: string) =>
    findings.push({ file: path, line: lineOf(tree, node), message });
  const visit = (node: ts.Node): void => {
    if (ts.isAsExpression(node)) {
      if (node.type.kind === ts.SyntaxKind.AnyKeyword) report(node, 'as any switches the types off');
      else if (isRoutes && /\bRoute\b/.test(node.type.getText(tree)))
        report(node, 'a route is made by page, form or api, which ask for its permission');
    }
    if (isRoutes && ts.isPropertyAssignment(node) && node.name.getText(tree) === 'permission')
      if (ts.isStringLiteral(node.initializer) && node.initializer.text.trim() === '')
        report(node, 'a route names its permission: public, signed-in, or one that a function carries');
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return findings;
}
