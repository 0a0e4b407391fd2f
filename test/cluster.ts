import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { projectRoot } from '../src/kernel/config.ts';
import { migrate, readMigrations } from '../src/kernel/db/migrate.ts';

/** A database server for tests and a migrated database on it, from which each test file gets a copy. */
export interface TestCluster {
  /** The administrator's address of the server's `postgres` database. */
  readonly adminUrl: string;
  /** The migrated database to copy; nobody may connect to it, so that copying never waits. */
  readonly template: string;
  stop(): Promise<void>;
}

/** The login of the application in tests: like the real one it owns nothing and bypasses nothing. */
export const TEST_LOGIN = 'splot_test_login';
const LOGIN_ROLES = 'splot_worker, splot_participant, splot_public, splot_system, splot_auth, splot_search';
/** One process at a time builds the template or makes roles on a shared server. */
const LOCK = 7_315_002;
const DAY_MS = 86_400_000;

/** The server of `TEST_DATABASE_URL`, or a new embedded one in a temporary folder; with its template ready. */
export async function startTestCluster(): Promise<TestCluster> {
  const given = process.env.TEST_DATABASE_URL;
  const server = given ? { url: given, stop: async () => {} } : await startOwnServer();
  try {
    const adminUrl = databaseUrl(server.url, 'postgres');
    return { adminUrl, template: await ensureTemplate(adminUrl), stop: server.stop };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function startOwnServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const { startEmbedded } = await import('../src/kernel/embedded/embedded.ts');
  const dir = await mkdtemp(join(tmpdir(), 'splot-test-'));
  const server = await startEmbedded(join(dir, 'database'), { tuning: 'test' });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** The address of another database on the same server, optionally under another login. */
export function databaseUrl(url: string, database: string, login?: string): string {
  const address = new URL(url);
  address.pathname = `/${database}`;
  if (login !== undefined) {
    address.username = login;
    address.password = login;
  }
  return address.href;
}

/** Runs one statement outside a transaction as the administrator; for statements that make or drop databases. */
export async function adminQuery(adminUrl: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Makes the template unless the server has the one for today's migrations. Returns its name. */
async function ensureTemplate(adminUrl: string): Promise<string> {
  const template = `splot_template_${await contentHash()}`;
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    const { rowCount } = await client.query('select from pg_database where datname = $1', [template]);
    if (rowCount) return template;
    await dropOld(client);
    const building = `${template}_building`;
    await client.query(`drop database if exists ${building} with (force)`);
    await client.query(
      `create database ${building} template template0 locale_provider icu icu_locale 'pl-PL'`,
    );
    const url = databaseUrl(adminUrl, building);
    await migrate(url);
    await prepareLogin(client);
    await prepareTemplate(url);
    await adminQuery(url, 'vacuum (analyze)');
    await client.query(`comment on database ${building} is '${new Date().toISOString()}'`);
    await client.query(`alter database ${building} with allow_connections false`);
    await client.query(`alter database ${building} rename to ${template}`);
    return template;
  } finally {
    await client.end();
  }
}

async function prepareLogin(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [TEST_LOGIN]);
  if (!rowCount) await client.query(`create role ${TEST_LOGIN} login noinherit password '${TEST_LOGIN}'`);
  await client.query(`grant ${LOGIN_ROLES} to ${TEST_LOGIN}`);
}

/** Reference data that every test may rely on, once the application has a loader for it. */
async function prepareTemplate(url: string): Promise<void> {
  const file = join(projectRoot, 'src/reference.ts');
  if (!existsSync(file)) return;
  const loader: { loadReferenceData?: (adminUrl: string) => Promise<unknown> } = await import(
    pathToFileURL(file).href
  );
  await loader.loadReferenceData?.(url);
}

/** Changes whenever a migration, a role or the reference data changes. */
async function contentHash(): Promise<string> {
  const hash = createHash('sha256');
  for (const m of await readMigrations()) hash.update(m.name).update(m.hash);
  for (const file of await referenceFiles()) hash.update(file);
  return hash.digest('hex').slice(0, 12);
}

async function referenceFiles(): Promise<string[]> {
  const { readdir, readFile, stat } = await import('node:fs/promises');
  const roles = await readFile(join(projectRoot, 'db/roles.sql'), 'utf8');
  const loader = join(projectRoot, 'src/reference.ts');
  if (!existsSync(loader)) return [roles];
  const dir = join(projectRoot, 'db/reference');
  const names = (await readdir(dir, { recursive: true })).sort();
  const sizes = await Promise.all(
    names.map(async (name) => {
      const { size, mtimeMs } = await stat(join(dir, name));
      return `${name}:${size}:${mtimeMs}`;
    }),
  );
  return [roles, await readFile(loader, 'utf8'), ...sizes];
}

/** A long-lived server collects templates of old migrations and copies of interrupted runs. */
async function dropOld(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string | null }>(
    `select datname as name, shobj_description(oid, 'pg_database') as made from pg_database
     where datname like 'splot\\_template\\_%' or datname like 'splot\\_test\\_%'`,
  );
  for (const { name, made } of rows) {
    const copied = /^splot_test_([0-9a-z]+)_/.exec(name)?.[1];
    const at = copied ? Number.parseInt(copied, 36) : Date.parse(made ?? '');
    if (!(Date.now() - at > DAY_MS)) continue;
    await client.query(`drop database if exists ${name} with (force)`);
  }
}
