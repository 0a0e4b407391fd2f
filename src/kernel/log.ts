import pino from 'pino';

/** Logs say what happened to the system, never to whom: no names, identifiers, addresses, bodies or queries. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: undefined,
  redact: ['email', 'password', 'token', '*.email', '*.password', '*.token'],
});

/** What of an error may be logged: its name, code and stack, never the values that a database error carries. */
export function safeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: 'not an Error' };
  const { code, constraint, table, schema } = error as Error & Record<string, unknown>;
  return {
    name: error.name,
    code,
    constraint,
    table,
    schema,
    message: code ? undefined : error.message,
    stack: error.stack?.split('\n').slice(1, 8).join('\n'),
  };
}
