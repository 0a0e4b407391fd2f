import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';

// A space and letters beyond ASCII in the path: every one of these tests proves that they do no harm.
const base = mkdtempSync(join(tmpdir(), 'splot zażółć-'));
const dir = join(base, 'data');
const open: EmbeddedServer[] = [];

async function start(folder = dir): Promise<EmbeddedServer> {
  const server = await startEmbedded(folder, { tuning: 'test' });
  open.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, ssl: false });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  const server = await startEmbedded(dir, { tuning: 'test' });
  await server.stop();
});
afterEach(async () => {
  for (const server of open.splice(0).reverse()) await server.stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a new cluster', () => {
  test('sorts and searches Polish, in UTC, with checksums, and knows no trust', async () => {
    const { url } = await start();
    const rows = await ask(
      url,
      `select current_setting('server_version_num')::int / 10000 as major, current_setting('timezone') as zone,
         current_setting('data_checksums') as checksums, current_setting('listen_addresses') as listens,
         current_setting('server_encoding') as encoding,
         (select string_agg(w, ' ' order by w) from unnest(array['żaba', 'zebra', 'łaska', 'lato']) w) as sorted,
         (select bool_and(auth_method = 'scram-sha-256') from pg_hba_file_rules) as scram`,
    );
    expect(rows[0]).toEqual({
      major: 18,
      zone: 'UTC',
      checksums: 'on',
      listens: '127.0.0.1',
      encoding: 'UTF8',
      sorted: 'lato łaska zebra żaba',
      scram: true,
    });
    await ask(url, 'create extension if not exists pg_trgm; create extension if not exists unaccent');
    const [row] = await ask(
      url,
      `select unaccent('żółw') as plain, cardinality(show_trgm('ż')) > 0 as letter`,
    );
    expect(row).toEqual({ plain: 'zolw', letter: true });
  });

  test('keeps its password for the owner alone', () => {
    expect(statSync(join(dir, 'secrets.json')).mode & 0o777).toBe(0o600);
    expect(statSync(join(dir, 'postgres')).mode & 0o777).toBe(0o700);
  });

  test('keeps data and port from start to start', async () => {
    const first = await start();
    await ask(first.url, 'create table kept (n int); insert into kept values (7)');
    await first.stop();
    const second = await start();
    expect(second.url).toBe(first.url);
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('takes another port when its own is taken', async () => {
    const first = await start();
    await first.stop();
    const thief = createServer().listen(first.port, '127.0.0.1');
    try {
      const second = await start();
      expect(second.port).not.toBe(first.port);
      expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    } finally {
      thief.close();
    }
  });
});

describe('several users of one server', () => {
  test('the second attaches; the last to leave stops it, whoever started it', async () => {
    const first = await start();
    const second = await start();
    expect([first.attached, second.attached]).toEqual([false, true]);
    expect(second.url).toBe(first.url);
    await first.stop();
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
    await second.stop();
    await expect(ask(second.url, 'select 1')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  test('two processes that start at once share one new cluster', async () => {
    const fresh = join(base, 'at once');
    const both = await Promise.all([inAnotherProcess(fresh), inAnotherProcess(fresh)]);
    expect(both[0]?.port).toBe(both[1]?.port);
    expect(both.map((b) => b.attached).sort()).toEqual([false, true]);
  });
});

/** Starts the server from a process of its own, which stays for a moment so that the two overlap. */
function inAnotherProcess(folder: string): Promise<{ port: number; attached: boolean }> {
  const script = `import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)};
    const s = await startEmbedded(${JSON.stringify(folder)}, { tuning: 'test' });
    console.log(JSON.stringify({ port: s.port, attached: s.attached }));
    setTimeout(() => s.stop(), 2500);`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk) => {
      output += chunk;
    });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(JSON.parse(output)) : reject(new Error(`ended with ${code}`)),
    );
  });
}
