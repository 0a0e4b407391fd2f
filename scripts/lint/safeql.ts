import { rules } from '@ts-safeql/eslint-plugin';
import type { Rule } from 'eslint';
import ts from 'typescript';
import { fitsRow } from './row-type.ts';

/**
 * SafeQL's rule with three adjustments to how this project talks to PostgreSQL.
 *
 * Parameters are described without a type. SafeQL casts each to what TypeScript knows (`$1::text`), but the driver
 * sends none and PostgreSQL infers it from where the parameter stands; with the cast `where id = ${id}` would ask
 * for a comparison of uuid with text that never happens.
 *
 * SafeQL says which columns there are and which may be null; of their types PostgreSQL knows more, see
 * `row-type.ts` and `driver-types.ts`.
 *
 * Columns with the same name are no mistake in `tx.run`, whose rows nobody reads.
 */
const original = rules['check-sql'] as unknown as Rule.RuleModule;

export const checkSql: Rule.RuleModule = {
  ...original,
  create: (context) => original.create(adjusted(context)),
};

export interface Services {
  readonly program: ts.Program;
  readonly esTreeNodeToTSNodeMap: { get(node: unknown): ts.Node | undefined };
}

function adjusted(context: Rule.RuleContext): Rule.RuleContext {
  const { sourceCode } = context;
  const services = sourceCode.parserServices as Services;
  const { program } = services;
  return over(context, {
    sourceCode: over(sourceCode, {
      parserServices: over(services, {
        program: over(program, { getTypeChecker: () => untypedParameters(program.getTypeChecker()) }),
      }),
    }),
    report: (problem: Rule.ReportDescriptor) => {
      if (!isDuplicateInRun(problem) && !isNarrower(problem, context, services)) context.report(problem);
    },
  });
}

/** The object with some of its members replaced; methods keep their own `this`. */
function over<T extends object>(object: T, members: Record<string, unknown>): T {
  // The proxy stands on an empty object, because a frozen one may not be shown with other members than its own.
  return new Proxy({} as T, {
    get(_, key) {
      if (typeof key === 'string' && Object.hasOwn(members, key)) return members[key];
      const value: unknown = Reflect.get(object, key, object);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}

/** Makes every value that the driver can send look like null to SafeQL, which then writes a bare `$1`. */
function untypedParameters(checker: ts.TypeChecker): ts.TypeChecker {
  return over(checker, {
    getTypeAtLocation: (node: ts.Node) => {
      const type = checker.getTypeAtLocation(node);
      const parameter = ts.isTemplateSpan(node.parent);
      return parameter && isSendable(type, checker) ? checker.getNullType() : type;
    },
  });
}

const SENDABLE =
  ts.TypeFlags.StringLike | ts.TypeFlags.NumberLike | ts.TypeFlags.BooleanLike | ts.TypeFlags.Null;

/** Text, numbers, booleans, instants, bytes, null and lists of them; not fragments of SQL, objects or undefined. */
function isSendable(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.every((member) => isSendable(member, checker));
  if (type.isIntersection()) return type.types.some((member) => isSendable(member, checker));
  if (checker.isArrayType(type))
    return checker.getTypeArguments(type as ts.TypeReference).every((member) => isSendable(member, checker));
  if (type.flags & SENDABLE) return true;
  return ['Date', 'Buffer', 'Uint8Array'].includes(type.getSymbol()?.getName() ?? '');
}

function isDuplicateInRun(problem: Rule.ReportDescriptor): boolean {
  if (!dataOf(problem).error?.startsWith('Duplicate columns')) return false;
  const call = 'node' in problem ? (problem.node as Rule.Node).parent : undefined;
  return call?.type === 'CallExpression' && isMember(call.callee, 'run');
}

function isMember(callee: object, name: string): boolean {
  return 'property' in callee && (callee.property as { name?: string }).name === name;
}

/** SafeQL compares texts of types; a report stands only when the declared type cannot hold what the columns give. */
function isNarrower(problem: Rule.ReportDescriptor, context: Rule.RuleContext, services: Services): boolean {
  const { actual } = dataOf(problem);
  if (!('messageId' in problem) || problem.messageId !== 'incorrectTypeAnnotations' || !actual) return false;
  const declared = 'node' in problem ? (problem.node as Rule.Node) : null;
  const node = services.esTreeNodeToTSNodeMap.get(declared);
  if (!declared || !node || !ts.isTypeNode(node)) return false;
  const checker = services.program.getTypeChecker();
  const query = context.sourceCode.getText(declared.parent?.parent ?? declared);
  return fitsRow(actual, checker.getTypeFromTypeNode(node), checker, { nulls: !FROM_FUNCTION.test(query) });
}

/** Whether columns of a function in FROM may be null is known to nobody. */
const FROM_FUNCTION = /\b(?:from|join)\s+(?:lateral\s+)?[a-z_.]+\s*\(\s*(?!select|with|values)/i;

function dataOf(problem: Rule.ReportDescriptor): Record<string, string | undefined> {
  return (problem.data ?? {}) as Record<string, string | undefined>;
}
