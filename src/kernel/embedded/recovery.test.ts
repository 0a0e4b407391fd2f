import { type ChildProcess, spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type EmbeddedServer, startEmbedded } from './embedded.ts';
import { readPidFile } from './postmaster.ts';
import { isAlive } from './processes.ts';
import type { Tuning } from './settings.ts';

const base = mkdtempSync(join(tmpdir(), 'splot-recovery-'));
let dir = '';
let next = 0;
const open: EmbeddedServer[] = [];

async function start(tuning: Tuning = 'test'): Promise<EmbeddedServer> {
  const server = await startEmbedded(dir, { tuning });
  open.push(server);
  return server;
}

async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, ssl: false });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
}

const pidOf = () => readPidFile(join(dir, 'postgres'))?.pid ?? 0;

async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 500 && !condition(); i++) await sleep(20);
  expect(condition()).toBe(true);
}

beforeEach(() => {
  dir = join(base, String(next++));
});
afterEach(async () => {
  for (const server of open.splice(0).reverse()) await server.stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('after a crash of the server', () => {
  test('committed data are there again', async () => {
    const first = await start('normal'); // 'test' confirms a commit before it is written
    await ask(first.url, 'create table kept (n int); insert into kept values (7)');
    process.kill(pidOf(), 'SIGKILL');
    const second = await start('normal');
    expect(await ask(second.url, 'select n from kept')).toEqual([{ n: 7 }]);
  });

  test('a process id that belongs to another program by now does not keep it from starting', async () => {
    const first = await start();
    const file = join(dir, 'postgres', 'postmaster.pid');
    const left = readFileSync(file, 'utf8');
    await first.stop();
    writeFileSync(file, left.replace(/^\d+/, String(process.pid)));
    const second = await start();
    expect(second.attached).toBe(false);
    expect(await ask(second.url, 'select 1 as one')).toEqual([{ one: 1 }]);
  });
});

test('a data folder deleted under the running server: stop() still stops it', async () => {
  const server = await start();
  const pid = pidOf();
  rmSync(dir, { recursive: true, force: true });
  await server.stop();
  expect(isAlive(pid)).toBe(false);
});

describe('after the end of the Splot process', () => {
  test('killed: the server goes on, and the next process adopts and stops it', async () => {
    const killed = await anotherProcess('setInterval(() => {}, 1000);');
    const pid = pidOf();
    const ended = new Promise((resolve) => killed.once('exit', resolve));
    killed.kill('SIGKILL');
    await ended;
    expect(isAlive(pid)).toBe(true);
    const next = await start();
    expect(next.attached).toBe(false);
    expect(pidOf()).toBe(pid);
    await next.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('ended without stop(): the server stops by itself', async () => {
    const child = await anotherProcess('setTimeout(() => process.exit(3), 100);');
    const pid = pidOf();
    expect(isAlive(pid)).toBe(true);
    await new Promise((resolve) => child.once('exit', resolve));
    await until(() => !isAlive(pid));
  });
});

describe('a creation that was interrupted', () => {
  test('is begun anew when initdb had not finished', async () => {
    mkdirSync(join(dir, 'postgres.initialising', 'base'), { recursive: true });
    writeFileSync(join(dir, 'postgres.initialising', 'PG_VERSION'), '18\n');
    const { url } = await start();
    expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(existsSync(join(dir, 'postgres.initialising'))).toBe(false);
  });

  test('leaves a half-written folder aside, and says so', async () => {
    mkdirSync(join(dir, 'postgres', 'base', '1'), { recursive: true });
    writeFileSync(join(dir, 'postgres', 'postgresql.conf'), '');
    const lines: string[] = [];
    const server = await startEmbedded(dir, { tuning: 'test', log: (line) => lines.push(line) });
    open.push(server);
    expect(readdirSync(dir).some((name) => name.startsWith('postgres.broken-'))).toBe(true);
    expect(lines[0]).toMatch(/never finished was moved/);
  });

  test('makes the database when only that is missing', async () => {
    const first = await start();
    await ask(first.url.replace(/splot$/, 'postgres'), 'drop database splot');
    await first.stop();
    const { url } = await start();
    expect(await ask(url, 'select current_database() as name')).toEqual([{ name: 'splot' }]);
  });
});

/** A process that has started the server of `dir` and then does `afterwards`. */
function anotherProcess(afterwards: string): Promise<ChildProcess> {
  const script = `import { startEmbedded } from ${JSON.stringify(new URL('embedded.ts', import.meta.url).href)};
    await startEmbedded(${JSON.stringify(dir)}, { tuning: 'test' });
    console.log('ready');
    ${afterwards}`;
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child));
    child.once('error', reject);
  });
}
