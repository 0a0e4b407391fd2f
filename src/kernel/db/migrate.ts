import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { projectRoot } from '../config.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly hash: string;
}

const FILE = /^(\d{4})_([a-z0-9_]+)\.sql$/;
/** One process migrates at a time; any constant does, as long as it is always the same. */
const LOCK = 7_315_001;

export async function readMigrations(dir = join(projectRoot, 'db/migrations')): Promise<Migration[]> {
  const files = (await readdir(dir)).filter((f) => f.endsWith('.sql')).sort();
  const migrations = await Promise.all(
    files.map(async (file) => {
      const match = FILE.exec(file);
      if (!match) throw new Error(`db/migrations/${file}: the name must be NNNN_module_what.sql`);
      const sql = await readFile(join(dir, file), 'utf8');
      return {
        number: Number(match[1]),
        name: file,
        sql,
        hash: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
  for (const [i, m] of migrations.entries()) {
    if (i > 0 && m.number === migrations[i - 1]?.number)
      throw new Error(`two migrations have the number ${m.number}`);
  }
  return migrations;
}

/**
 * Brings a database up to date. Each file runs in its own transaction as the role `splot_owner`, which cannot sign
 * in. An applied file may never change: its hash is compared. Returns the names of what was applied now.
 */
export async function migrate(adminUrl: string, migrations?: Migration[]): Promise<string[]> {
  const all = migrations ?? (await readMigrations());
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await prepareRoles(client);
    await prepareQueue(adminUrl);
    const { rows } = await client.query<{ name: string; hash: string }>(
      'select name, hash from kernel.migration',
    );
    const applied = new Map(rows.map((r) => [r.name, r.hash]));
    const done: string[] = [];
    for (const m of all) {
      const hash = applied.get(m.name);
      if (hash === m.hash) continue;
      if (hash !== undefined)
        throw new Error(`${m.name} was changed after it had been applied; write a new migration instead`);
      await apply(client, m);
      done.push(m.name);
    }
    return done;
  } finally {
    await client.end();
  }
}

async function apply(client: pg.Client, m: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query('set local role splot_owner');
    await client.query(m.sql);
    await client.query('insert into kernel.migration (name, hash) values ($1, $2)', [m.name, m.hash]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Error(`${m.name}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Roles belong to the server, not to a database, so they are made outside the numbered files and may exist already. */
async function prepareRoles(client: pg.Client): Promise<void> {
  await client.query(await readFile(join(projectRoot, 'db/roles.sql'), 'utf8'));
}

/** The queue's own tables, owned like everything else by the role that cannot sign in. */
async function prepareQueue(adminUrl: string): Promise<void> {
  const pool = ownerPool(adminUrl, 2);
  try {
    await runMigrations({ pgPool: pool });
  } finally {
    await pool.end();
  }
}

/** A pool whose connections are the owner role: for the queue runner, which touches the queue's tables alone. */
export function ownerPool(adminUrl: string, max: number): pg.Pool {
  const pool = new pg.Pool({ connectionString: adminUrl, max, options: '-c role=splot_owner' });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
