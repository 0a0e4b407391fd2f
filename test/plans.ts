import pg from 'pg';
import type { Ctx } from '#kernel/context.ts';
import { type Scope, setScope } from '#kernel/db/database.ts';
import { sql, type Tx, wrapClient } from '#kernel/db/tx.ts';

type Query = Parameters<Tx['run']>[0];

export interface Asked {
  readonly text: string;
  readonly values: readonly unknown[];
}

interface Node {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly Node[];
}

/** One plan of one statement: how it was made, and which tables it reads from end to end. */
export interface Shape {
  readonly statement: string;
  readonly mode: 'custom' | 'generic';
  readonly scanned: readonly string[];
}

const MODES = ['custom', 'generic'] as const;

/**
 * Runs `work` as a request does, and asks PostgreSQL under the same role and context how it would answer each question
 * that `work` asked: with a plan for the very values, and with the plan it may keep for a prepared statement. The
 * statements are those that the code sent, so a test of them cannot drift from the code.
 */
export async function shapesOf(
  url: string,
  scope: Scope,
  work: (ctx: Ctx) => Promise<unknown>,
): Promise<Shape[]> {
  return inTransaction(url, scope, async (client, tx) => {
    const asked: Asked[] = [];
    await work({ ...scope, tx: listening(tx, (q) => asked.push({ text: q.text, values: q.values })) });
    const read = asked.filter(
      (q) => /^\s*(select|with)\b/i.test(q.text) && !/for (no key )?update/i.test(q.text),
    );
    return explainEach(client, read);
  });
}

/**
 * The same for the body of a function that runs with the rights of the search role and is therefore closed to
 * `explain`: its text comes from the catalogue, with the arguments in place of their names.
 */
export async function shapesOfFunction(
  url: string,
  scope: Scope,
  name: string,
  values: readonly unknown[],
): Promise<Shape[]> {
  return inTransaction(url, scope, async (client, tx) => {
    const f = await tx.one<{ prosrc: string; names: string[]; types: string[] }>(sql`
      select prosrc, proargnames[1:pronargs] as names, array(select format_type(t, null) from unnest(proargtypes) t) as types
      from pg_proc where oid = ${name}::regproc`);
    await client.query(`set local role splot_search; set local search_path = ''`);
    const text = f.names.reduce(
      (body, arg, i) => body.replaceAll(new RegExp(`\\b${arg}\\b`, 'g'), `$${i + 1}::${f.types[i]}`),
      f.prosrc,
    );
    return explainEach(client, [{ text, values }]);
  });
}

async function inTransaction<T>(
  url: string,
  scope: Scope,
  work: (client: pg.PoolClient, tx: Tx) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 1, pipeline: true } as pg.PoolConfig);
  // A test that drops its database may cut the connection while it says goodbye: no answer is lost by that.
  pool.on('error', () => {});
  const client = await pool.connect();
  client.on('error', () => {});
  try {
    const tx = wrapClient(client, { named: false });
    await client.query('begin');
    await setScope(tx, scope);
    // As in production; the cluster of the tests keeps the default for disks of the last century.
    await client.query('set local random_page_cost = 1.1');
    return await work(client, tx);
  } finally {
    await client.query('rollback');
    client.release();
    await pool.end();
  }
}

const listening = (tx: Tx, heard: (q: Query) => void): Tx => {
  const told =
    <T>(next: (q: Query) => Promise<T>) =>
    (q: Query) => {
      heard(q);
      return next(q);
    };
  return {
    many: (q) => told(tx.many<never>)(q),
    one: (q) => told(tx.one<never>)(q),
    maybe: (q) => told(tx.maybe<never>)(q),
    run: told(tx.run),
  };
};

async function explainEach(client: pg.PoolClient, asked: readonly Asked[]): Promise<Shape[]> {
  const shapes: Shape[] = [];
  for (const { text, values } of asked) {
    await client.query(`prepare hot as ${text}`);
    const given = values.length > 0 ? `(${values.map((v) => literal(client, v)).join(', ')})` : '';
    for (const mode of MODES) {
      await client.query(`set local plan_cache_mode = force_${mode}_plan`);
      const { rows } = await client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
        `explain (format json) execute hot${given}`,
      );
      const scanned = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => scansOf(Plan)));
      shapes.push({ statement: text.replace(/\s+/g, ' ').trim().slice(0, 100), mode, scanned });
    }
    await client.query('deallocate hot');
  }
  return shapes;
}

const scansOf = (node: Node): string[] => [
  ...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []),
  ...(node.Plans ?? []).flatMap(scansOf),
];

function literal(client: pg.PoolClient, value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return client.escapeLiteral(value.toISOString());
  if (Array.isArray(value)) return client.escapeLiteral(`{${value.join(',')}}`);
  return client.escapeLiteral(String(value));
}
