import type { Rule } from 'eslint';
import ts from 'typescript';
import { describe, type TypeName } from './describe.ts';
import type { Services } from './safeql.ts';

/**
 * Checks the types of columns and parameters by what PostgreSQL itself says of the statement and what the driver makes
 * of it. SafeQL, which knows which columns may be null, guesses at functions: for it `max(at)` is a number.
 */
export const driverTypes: Rule.RuleModule = {
  meta: { schema: [{ type: 'string' }] },
  create(context) {
    const services = context.sourceCode.parserServices as Services;
    const [url] = context.options as [string];
    return {
      CallExpression: (node) => {
        const call = services.esTreeNodeToTSNodeMap.get(node);
        const found = call && ts.isCallExpression(call) ? statementOf(call) : null;
        if (!found) return;
        for (const message of problemsOf(found, url, services.program.getTypeChecker()))
          context.report({ node, message });
      },
    };
  },
};

interface Statement {
  readonly text: string;
  readonly values: readonly ts.Expression[];
  /** The row type; none for `run`. */
  readonly row: ts.TypeNode | undefined;
}

function statementOf(call: ts.CallExpression): Statement | null {
  const [argument] = call.arguments;
  if (!/\btx\.(many|one|maybe|run)$/.test(call.expression.getText())) return null;
  if (!argument || !ts.isTaggedTemplateExpression(argument) || argument.tag.getText() !== 'sql') return null;
  const { template } = argument;
  const row = call.typeArguments?.[0];
  if (ts.isNoSubstitutionTemplateLiteral(template)) return { text: template.text, values: [], row };
  const spans = template.templateSpans;
  const text = spans.reduce(
    (before, span, i) => `${before}$${i + 1}${span.literal.text}`,
    template.head.text,
  );
  return { text, values: spans.map((span) => span.expression), row };
}

function problemsOf(statement: Statement, url: string, checker: ts.TypeChecker): string[] {
  const described = describe(url, statement.text);
  if (!described) return [];
  const problems: string[] = [];
  const row = statement.row && checker.getTypeFromTypeNode(statement.row);
  for (const { name, type } of row ? described.columns : []) {
    const property = row && checker.getPropertyOfType(row, name);
    const given = property && checker.getTypeOfSymbol(property);
    const gives = type.list ? LISTS[type.name] : COLUMNS[type.name];
    if (given && gives && !holds(given, { ...type, name: gives }, checker))
      problems.push(`${name} is ${nameOf(type)}: the driver gives ${gives}${type.list ? '[]' : ''}`);
  }
  for (const [i, expression] of statement.values.entries()) {
    const type = described.parameters[i];
    const takes = type && PARAMETERS[type.name];
    const given = checker.getTypeAtLocation(expression);
    if (takes && !takes.some((name) => holds(given, { name, list: type.list }, checker)))
      problems.push(
        `${expression.getText()} stands for ${nameOf(type)}: ${takes.join(' or ')}${type.list ? '[]' : ''}`,
      );
  }
  return problems;
}

const nameOf = (type: TypeName): string => `${type.name}${type.list ? '[]' : ''}`;

const byName = <T>(entries: readonly (readonly [string, T])[]): Readonly<Record<string, T>> =>
  Object.fromEntries(
    entries.flatMap(([names, value]) => names.split(' ').map((name) => [name, value] as const)),
  );

/** What `pg` gives for a column, with the parsers that `src/kernel/db/database.ts` sets. json is SafeQL's to judge. */
const COLUMNS = byName<string>([
  ['bool', 'boolean'],
  ['int2 int4 int8 float4 float8 oid', 'number'],
  ['numeric text varchar bpchar char name citext uuid date time regclass', 'string'],
  ['timestamptz timestamp', 'Date'],
  ['bytea', 'Buffer'],
]);
/** Lists have parsers of their own, in which int8 is text, numeric a number and a day an instant. */
const LISTS = byName<string>([
  ['bool', 'boolean'],
  ['int2 int4 float4 float8 oid numeric', 'number'],
  ['int8 text varchar bpchar char name citext uuid', 'string'],
  ['timestamptz timestamp date', 'Date'],
]);
/** What may be sent for a parameter. A day is never a Date: the driver would send it in the server's time zone. */
const PARAMETERS = byName<readonly string[]>([
  ['bool', ['boolean']],
  ['int2 int4 int8 float4 float8 oid', ['number']],
  ['numeric', ['number', 'string']],
  ['text varchar bpchar char name citext uuid date time json jsonb', ['string']],
  ['timestamptz timestamp', ['Date', 'string']],
  ['bytea', ['Buffer', 'Uint8Array']],
]);

const FLAGS: Readonly<Record<string, ts.TypeFlags>> = {
  string: ts.TypeFlags.StringLike,
  number: ts.TypeFlags.NumberLike,
  boolean: ts.TypeFlags.BooleanLike,
};

/** Whether every possibility of a type of TypeScript, null apart, is of the kind. */
function holds(type: ts.Type, kind: TypeName, checker: ts.TypeChecker): boolean {
  if (type.flags & (ts.TypeFlags.Null | ts.TypeFlags.Undefined | ts.TypeFlags.Any)) return true;
  if (type.isUnion()) return type.types.every((member) => holds(member, kind, checker));
  if (kind.list) {
    if (!checker.isArrayType(type)) return false;
    return checker
      .getTypeArguments(type as ts.TypeReference)
      .every((item) => holds(item, { ...kind, list: false }, checker));
  }
  if (type.isIntersection()) return type.types.some((member) => holds(member, kind, checker));
  const flag = FLAGS[kind.name];
  return flag ? (type.flags & flag) !== 0 : type.getSymbol()?.getName() === kind.name;
}
