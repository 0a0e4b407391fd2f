import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { projectRoot, readConfig } from '#kernel/config.ts';
import { type Actor, PUBLIC_ACTOR } from '#kernel/context.ts';
import { systemScope } from '#kernel/db/database.ts';
import { warsawDate } from '#kernel/time.ts';
import { actorsOf } from '#modules/organisations/api.ts';
import { type Base, openBase, openParts } from '../src/boot.ts';
import type { Parts } from '../src/parts.ts';
import { generate, madeId, type Scale, sizes, type TableSize, workerNumber } from './generate.ts';

export interface Person {
  readonly actor: Actor;
  readonly cookie: string;
}

/** Everything a measurement needs: generated data, the served system in another process, and people signed in. */
export interface Stand {
  readonly scale: Scale;
  readonly origin: string;
  readonly base: Base;
  readonly parts: Parts;
  readonly worker: Person;
  readonly head: Person;
  readonly adviser: Person;
  /** A caseworker of each of the first counties, the large office's first. */
  readonly colleagues: readonly Person[];
  readonly loadSeconds: number;
  readonly tables: readonly TableSize[];
  readonly bytes: number;
  /** Milliseconds of processor time that the server and the database have used so far; null where nobody counts it. */
  cpu(): number | null;
  query<T extends pg.QueryResultRow>(text: string, values?: readonly unknown[]): Promise<T[]>;
  close(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address ? address.port : 0;
}

export async function openStand(cases: number): Promise<Stand> {
  const dir = await mkdtemp(join(tmpdir(), 'splot-bench-'));
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const env = {
    ...{ NODE_ENV: 'production', DEMO: 'false', DATA_DIR: dir, HOST: '127.0.0.1', PORT: String(port) },
    ...{ APP_URL: origin, SECRET: randomBytes(32).toString('hex'), LOG_LEVEL: 'error' },
  };
  const config = readConfig(env);
  const base = await openBase(config, () => {});
  const started = performance.now();
  const scale = await generate(base.adminUrl, cases, warsawDate(new Date()));
  const loadSeconds = (performance.now() - started) / 1000;
  const parts = await openParts(config, base);
  const admin = new pg.Pool({ connectionString: base.adminUrl, max: 2 });
  const person = async (slot: number, hand: number, county = 0): Promise<Person> => {
    const id = madeId('account', workerNumber(county, slot, hand));
    const scope = { ...systemScope(new Date(), 'bench'), actor: PUBLIC_ACTOR };
    const [actor] = await parts.db.transaction(scope, (ctx) => actorsOf(ctx, id));
    if (!actor) throw new Error('the generator made no such worker');
    await parts.auth.createAccount({
      id,
      email: `${id}@example.org`,
      name: actor.name,
      password: { hash: 'none' },
    });
    return { actor, cookie: await parts.auth.sessionCookie(id) };
  };
  const worker = await person(0, 1);
  const colleagues = [worker];
  for (let county = 1; county < Math.min(4, scale.counties + 1); county++)
    colleagues.push(await person(0, 1, county));
  const server = await serve(env, origin);
  return {
    ...{ scale, origin, base, parts, loadSeconds },
    ...(await sizes(base.adminUrl)),
    ...{ worker, colleagues },
    head: await person(0, 0),
    adviser: await person(6, 1),
    cpu: () => cpuOf([server.pid ?? 0, postmaster(dir)]),
    query: async (text, values = []) => (await admin.query(text, [...values])).rows,
    close: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      await admin.end();
      await parts.close();
      await base.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const postmaster = (dir: string): number =>
  Number(readFileSync(join(dir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);

const TICK_MS = 10;
const PROC = existsSync('/proc/self/stat');
/** Of these processes and their children, living and ended, as Linux tells it. A process that just ended counts nothing. */
export function cpuOf(roots: readonly number[]): number | null {
  if (!PROC) return null;
  const read = (file: string) => {
    try {
      return readFileSync(file, 'utf8');
    } catch {
      return '';
    }
  };
  const ticks = (pid: number) =>
    (read(`/proc/${pid}/stat`).split(') ')[1] ?? '')
      .split(' ')
      .slice(11, 15)
      .reduce((sum, n) => sum + Number(n), 0);
  const family = (pid: number) => [
    pid,
    ...read(`/proc/${pid}/task/${pid}/children`)
      .split(' ')
      .flatMap((c) => Number(c) || []),
  ];
  return roots.flatMap(family).reduce((sum, pid) => sum + ticks(pid), 0) * TICK_MS;
}

async function serve(env: Record<string, string>, origin: string): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', 'serve'], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (let i = 0; i < 600; i++) {
    if (child.exitCode !== null) throw new Error('the server ended');
    if (
      await fetch(`${origin}/readyz`).then(
        (r) => r.ok,
        () => false,
      )
    )
      return child;
    await sleep(100);
  }
  child.kill('SIGKILL');
  throw new Error('the server did not answer');
}
