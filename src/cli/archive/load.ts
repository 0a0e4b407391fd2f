import type pg from 'pg';
import { type Migration, migrate, readMigrations } from '../../kernel/db/migrate.ts';
import { copyIn, copyOut } from './copy.ts';
import { bag, fileOf, type Manifest, tableOf } from './manifest.ts';
import { copyText, loosen, settle, storedTables } from './tables.ts';
import { Damaged, type Entry } from './tar.ts';

/** The migrations an archive was made with, as this version has them. Throws `Damaged` when it does not have them. */
export async function migrationsOf({ migrations, version }: Manifest): Promise<Migration[]> {
  const known = new Map((await readMigrations()).map((m) => [m.name, m]));
  return migrations.map(({ name, hash }) => {
    const ours = known.get(name);
    if (ours?.hash !== hash)
      throw new Damaged(
        `it was made with Splot ${version} and the migration ${name}, which this version does not have; restore it with the version that made it, or a later one`,
      );
    return ours;
  });
}

export interface Target {
  /** An administrator's connection to a database without tables, and its address. */
  readonly client: pg.Client;
  readonly adminUrl: string;
  readonly storeFile: (key: string, data: Buffer) => Promise<void>;
}

/**
 * Loads a checked archive: builds the tables as they were then, fills them in one transaction, compares every table with
 * what was sent, and commits. When anything fails the database is without tables again.
 */
export async function loadArchive(
  target: Target,
  manifest: Manifest,
  entries: AsyncIterable<Entry>,
): Promise<void> {
  const { client } = target;
  const migrations = await migrationsOf(manifest);
  try {
    await migrate(target.adminUrl, migrations);
    await settle(client);
    await client.query('begin');
    await client.query('set local role splot_owner');
    for (const month of manifest.auditMonths)
      await client.query('select audit.ensure_partitions($1::date, $1::date)', [month]);
    const names = (await storedTables(client)).map(({ name }) => name);
    const loose = await loosen(client);
    await client.query(`truncate ${names.join(', ')}`);
    const loaded = await fill(target, manifest, entries);
    for (const { name, last, called } of manifest.sequences)
      await client.query('select setval($1::regclass, $2::bigint, $3)', [name, last, called]);
    await compare(client, manifest, loaded);
    await client.query(loose.after);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {});
    await emptyAgain(client).catch(() => {});
    throw error;
  }
  await client.query('analyze');
}

/**
 * The database had no table before, so everything of these roles in it is ours. Schema by schema: a lock for each of
 * thousands of tables and indexes at once is more than a server with ordinary settings holds.
 */
async function emptyAgain(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(
    `select format('%I', nspname) as name from pg_namespace
     where pg_get_userbyid(nspowner) in ('splot_owner', 'splot_search')`,
  );
  for (const { name } of rows) await client.query(`drop schema ${name} cascade`);
  await client.query('drop owned by splot_owner, splot_search cascade');
}

type Bags = Map<string, ReturnType<typeof bag>>;

/** Gives what was sent to each table. */
async function fill(target: Target, manifest: Manifest, entries: AsyncIterable<Entry>): Promise<Bags> {
  const tables = new Map(manifest.tables.map((table) => [table.name, { table, sent: bag() }]));
  for await (const { name, data } of entries) {
    const [to, file] = [tables.get(tableOf(name) ?? ''), fileOf(name)];
    if (to) {
      await copyIn(target.client, copyText(to.table, true), data);
      to.sent.add(data);
    } else if (file !== null) await target.storeFile(file, data);
  }
  return new Map([...tables].map(([name, { sent }]) => [name, sent]));
}

/** Reads every table back: each row as it was sent, none more, none less. */
async function compare(client: pg.Client, manifest: Manifest, loaded: Bags): Promise<void> {
  for (const table of manifest.tables) {
    const found = bag();
    for await (const rows of copyOut(client, copyText(table)) as AsyncIterable<Buffer>) found.add(rows);
    if (found.sum() !== loaded.get(table.name)?.sum())
      throw new Error(`${table.name} was restored differently: ${found.sum()}`);
  }
}
