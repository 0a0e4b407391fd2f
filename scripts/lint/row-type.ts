import ts from 'typescript';

/**
 * Whether a declared row type has the columns, their nulls and their json. `row` is SafeQL's description of the
 * columns, for example `{ id: string; state: string; at: Date | null }`. Of other types `driver-types.ts` judges.
 *
 * - json fits `unknown` alone: what stands in it must be parsed
 * - what json functions build fits `unknown` or the same shape, with instants as text
 * - a column that may be null must be declared so, unless `nulls` is false
 */
export function fitsRow(
  row: string,
  declared: ts.Type,
  checker: ts.TypeChecker,
  options: { nulls: boolean },
): boolean {
  const file = ts.createSourceFile('row.ts', `type Row = ${row};`, ts.ScriptTarget.Latest);
  const [statement] = file.statements;
  if (!statement || !ts.isTypeAliasDeclaration(statement)) return false;
  const { type } = statement;
  return ts.isTypeLiteralNode(type) && fitsObject(type, declared, { checker, file, json: false, ...options });
}

interface Scope {
  readonly checker: ts.TypeChecker;
  readonly file: ts.SourceFile;
  /** Inside a json value, where an instant is text. */
  readonly json: boolean;
  /** Whether a column that may be null must be declared so. */
  readonly nulls: boolean;
}

const ANYTHING = ts.TypeFlags.Unknown | ts.TypeFlags.Any;

function fitsObject(node: ts.TypeLiteralNode, declared: ts.Type, scope: Scope): boolean {
  const columns = node.members.filter(ts.isPropertySignature);
  const properties = scope.checker.getPropertiesOfType(declared);
  if (columns.length !== properties.length) return false;
  return columns.every((column) => {
    const name = column.name.getText(scope.file).replace(/^['"]|['"]$/g, '');
    const property = properties.find((p) => p.name === name);
    if (!property || property.flags & ts.SymbolFlags.Optional || !column.type) return false;
    return fits(column.type, scope.checker.getTypeOfSymbol(property), scope);
  });
}

/** `any…` are PostgreSQL's names for types that depend on the arguments: SafeQL does not follow them. */
const UNKNOWN = /^(?:unknown|any[a-z]*)(?:\[\])?$/;

function fits(node: ts.TypeNode, declared: ts.Type, scope: Scope): boolean {
  const members = ts.isUnionTypeNode(node) ? [...node.types] : [node];
  // Nothing is known of the result of a function, not even whether it may be null.
  if (members.some((m) => UNKNOWN.test(m.getText(scope.file)))) return true;
  const shapes = declared.isUnion() ? declared.types : [declared];
  const relevant = scope.nulls ? members : members.filter((m) => m.getText(scope.file) !== 'null');
  return relevant.every((member) => fitsOne(unwrapped(member), shapes, scope));
}

const unwrapped = (node: ts.TypeNode): ts.TypeNode =>
  ts.isParenthesizedTypeNode(node) ? unwrapped(node.type) : node;

function fitsOne(node: ts.TypeNode, shapes: readonly ts.Type[], scope: Scope): boolean {
  if (!scope.json && isSimple(node, scope)) return true;
  const all = (flag: ts.TypeFlags) => {
    const others = shapes.filter((s) => !(s.flags & ts.TypeFlags.Null));
    return others.length > 0 && others.every((s) => isPrimitive(s, flag));
  };
  if (ts.isUnionTypeNode(node)) return node.types.every((n) => fitsOne(unwrapped(n), shapes, scope));
  if (ts.isLiteralTypeNode(node)) return fitsLiteral(node, shapes);
  if (node.kind === ts.SyntaxKind.StringKeyword) return all(ts.TypeFlags.StringLike);
  if (node.kind === ts.SyntaxKind.NumberKeyword) return all(ts.TypeFlags.NumberLike);
  if (node.kind === ts.SyntaxKind.BooleanKeyword) return all(ts.TypeFlags.BooleanLike);
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText(scope.file);
    if (name === JSON_TYPE) return shapes.some((s) => s.flags & ANYTHING);
    if (name === 'Date' && scope.json) return all(ts.TypeFlags.StringLike);
    return shapes.some((s) => s.getSymbol()?.getName() === name);
  }
  const json = { ...scope, json: true };
  if (ts.isTypeLiteralNode(node))
    return shapes.some(
      (s) => s.flags & ANYTHING || (!!(s.flags & ts.TypeFlags.Object) && fitsObject(node, s, json)),
    );
  if (ts.isArrayTypeNode(node)) return shapes.some((s) => fitsArray(node, s, scope));
  return false;
}

const SIMPLE = [ts.SyntaxKind.StringKeyword, ts.SyntaxKind.NumberKeyword, ts.SyntaxKind.BooleanKeyword];

function isSimple(node: ts.TypeNode, scope: Scope): boolean {
  if (ts.isArrayTypeNode(node)) return isSimple(unwrapped(node.elementType), scope);
  if (ts.isUnionTypeNode(node)) return node.types.every((member) => isSimple(unwrapped(member), scope));
  if (ts.isLiteralTypeNode(node)) return node.literal.kind !== ts.SyntaxKind.NullKeyword;
  if (ts.isTypeReferenceNode(node)) return node.typeName.getText(scope.file) !== JSON_TYPE;
  return SIMPLE.includes(node.kind);
}

/** What json and jsonb columns are called in the descriptions; set in `eslint.config.js`. */
export const JSON_TYPE = 'Json';

function fitsArray(node: ts.ArrayTypeNode, declared: ts.Type, scope: Scope): boolean {
  const element = unwrapped(node.elementType);
  if (declared.flags & ANYTHING) return ts.isTypeLiteralNode(element);
  if (!scope.checker.isArrayType(declared)) return false;
  const [item] = scope.checker.getTypeArguments(declared as ts.TypeReference);
  return item !== undefined && fits(element, item, scope);
}

function fitsLiteral(node: ts.LiteralTypeNode, shapes: readonly ts.Type[]): boolean {
  const { literal } = node;
  if (literal.kind === ts.SyntaxKind.NullKeyword)
    return shapes.some((s) => s.flags & (ts.TypeFlags.Null | ANYTHING));
  if (ts.isStringLiteral(literal))
    return shapes.some((s) =>
      s.isStringLiteral() ? s.value === literal.text : isPrimitive(s, ts.TypeFlags.String),
    );
  if (ts.isNumericLiteral(literal)) return shapes.some((s) => isPrimitive(s, ts.TypeFlags.NumberLike));
  return shapes.some((s) => isPrimitive(s, ts.TypeFlags.BooleanLike));
}

/** A primitive, or one with a brand. */
function isPrimitive(type: ts.Type, flag: ts.TypeFlags): boolean {
  if (type.isIntersection()) return type.types.some((t) => isPrimitive(t, flag));
  return (type.flags & flag) !== 0;
}
