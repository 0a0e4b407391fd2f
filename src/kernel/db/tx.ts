import { createHash } from 'node:crypto';
import type { PoolClient, QueryResult } from 'pg';
import sqlTag, { type Sql } from 'sql-template-tag';
import { AppError } from '../errors.ts';

/** The tag for every query; parameters are always bound, never pasted. */
export const sql = sqlTag;

/**
 * The only way to the database inside a request. The row type given to `many`, `one` and `maybe` is checked
 * against the migrated database by the linter.
 */
export interface Tx {
  many<T>(query: Sql): Promise<T[]>;
  /** Exactly one row; none throws `not_found`. */
  one<T>(query: Sql): Promise<T>;
  maybe<T>(query: Sql): Promise<T | null>;
  /** For statements whose rows nobody reads; returns how many rows they touched. */
  run(query: Sql): Promise<number>;
}

const names = new Map<string, string>();

/** A stable name for a statement's text lets PostgreSQL keep its plan; pgbouncer of old cannot, hence the switch. */
function statementName(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha1').update(text).digest('base64url').slice(0, 20);
    names.set(text, name);
  }
  return name;
}

/**
 * What one turn of the event loop asks leaves in one packet. Written one by one, statements cost a quarter of the
 * server's time in calls to the system alone.
 */
export function sendTogether({ connection: { stream } }: PoolClient): void {
  if (stream.writableCorked > 0) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

export function wrapClient(client: PoolClient, options: { named: boolean }): Tx {
  const query = (q: Sql): Promise<QueryResult> => {
    sendTogether(client);
    const name = options.named ? statementName(q.text) : undefined;
    return client.query({ name, text: q.text, values: q.values });
  };
  return {
    many: async <T>(q: Sql) => (await query(q)).rows as T[],
    one: async <T>(q: Sql) => {
      const { rows } = await query(q);
      if (rows.length === 0) throw new AppError('not_found');
      if (rows.length > 1) throw new Error(`expected one row, got ${rows.length}`);
      return rows[0] as T;
    },
    maybe: async <T>(q: Sql) => {
      const { rows } = await query(q);
      if (rows.length > 1) throw new Error(`expected at most one row, got ${rows.length}`);
      return (rows[0] as T | undefined) ?? null;
    },
    run: async (q: Sql) => (await query(q)).rowCount ?? 0,
  };
}
