import { realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { StartupError } from './errors.ts';
import type { PidFile } from './postmaster.ts';
import { servesFolder } from './processes.ts';
import { keptPassword, secretsFile } from './secrets.ts';

const DATABASE = 'splot';
const PATIENCE_MS = 30_000;

/** SQLSTATE or system codes that tell what a refused connection means. */
const WRONG_PASSWORD = '28P01';
const NO_DATABASE = '3D000';
const PASSING = new Set(['57P03', 'ECONNREFUSED', 'ECONNRESET', '53300']);

/**
 * Makes sure that the server on the port is the one of this folder, takes our password and has the database `splot`.
 * Gives the address of that database for the superuser, or undefined when the
 * server has ended (one that is just being killed still looks ready). Throws `StartupError`.
 */
export async function connectable(
  server: PidFile,
  dir: string,
  dataDir: string,
): Promise<string | undefined> {
  const password = keptPassword(dir);
  if (!password) throw new StartupError('secrets_lost', secretsFile(dir));
  const address = (database: string) =>
    `postgres://postgres:${password}@127.0.0.1:${server.port}/${database}`;
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      await checkFolder(address(DATABASE), dataDir);
      return address(DATABASE);
    } catch (error) {
      if (error instanceof StartupError) throw error;
      const { code = '' } = error as { code?: string };
      if (code === WRONG_PASSWORD) throw new StartupError('secrets_lost', secretsFile(dir), error);
      if (code === NO_DATABASE) await createDatabase(address('postgres'));
      else if (!servesFolder(server.pid, dataDir)) return undefined;
      else if (!PASSING.has(code) || Date.now() > until) throw unanswered(server.port, error);
      else await sleep(50);
    }
  }
}

async function checkFolder(url: string, dataDir: string): Promise<void> {
  const { rows } = await ask(url, `select current_setting('data_directory') as folder`);
  const folder = String(rows[0]?.folder);
  if (realpathSync(folder) !== dataDir)
    throw new StartupError('not_answering', `the server found serves ${folder}`);
}

async function createDatabase(url: string): Promise<void> {
  await ask(url, `create database ${DATABASE}`);
}

async function ask(url: string, statement: string): Promise<pg.QueryResult<{ folder?: string }>> {
  const client = new pg.Client({ connectionString: url, ssl: false, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // a server that dies while we ask shows in the answer
  try {
    await client.connect();
    return await client.query(statement);
  } finally {
    await client.end().catch(() => {});
  }
}

function unanswered(port: number, error: unknown): StartupError {
  return new StartupError('not_answering', `port ${port}: ${(error as Error).message}`, error);
}
