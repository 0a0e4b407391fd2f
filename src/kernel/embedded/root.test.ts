import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { accountForRoot } from './accounts.ts';
import { findBinaries } from './binaries.ts';
import { startEmbedded } from './embedded.ts';
import type { Method } from './runner.ts';

const isRoot = process.getuid?.() === 0;
const base = mkdtempSync(join(tmpdir(), 'splot root only-'));
afterAll(() => rmSync(base, { recursive: true, force: true }));

/** Containers differ in what they allow; a way that the machine forbids is not tested on it. */
const allowed = (command: string, ...args: string[]) =>
  isRoot && spawnSync(command, [...args, 'true']).status === 0;
const capability = [
  '--reuid=1',
  '--clear-groups',
  '--inh-caps=+dac_override',
  '--ambient-caps=+dac_override',
];

async function startsIn(dir: string, methods: Method[]): Promise<number> {
  const server = await startEmbedded(dir, { tuning: 'test', methods });
  try {
    const client = new pg.Client({ connectionString: server.url, ssl: false });
    await client.connect();
    await client.query('create extension if not exists pg_trgm');
    await client.query('checkpoint');
    await client.end();
  } finally {
    await server.stop();
  }
  return statSync(join(dir, 'postgres')).uid;
}

/** When the checkout itself lies where only root may enter, another account alone cannot do. */
const account = isRoot ? accountForRoot(join(base, 'postgres')) : undefined;
const ids = { uid: account?.uid, gid: account?.gid };
const reachable =
  isRoot && spawnSync(findBinaries().postgres, ['--version'], { cwd: '/', ...ids }).status === 0;

test.runIf(reachable)('as root, in a folder that others may enter: an ordinary account', async () => {
  const dir = join(base, 'open');
  mkdirSync(dir);
  chmodSync(base, 0o755);
  expect(account?.uid).toBeGreaterThan(0);
  expect(await startsIn(dir, ['user'])).toBe(account?.uid);
});

test.runIf(allowed('setpriv', ...capability))(
  'as root, in a folder only root may enter: with a capability',
  async () => {
    chmodSync(base, 0o700);
    expect(await startsIn(join(base, 'with capability'), ['user', 'setpriv'])).toBeGreaterThan(0);
  },
);

test.runIf(allowed('unshare', '--user', '--map-user=1', '--map-group=1'))(
  'as root, in a folder only root may enter: in a user namespace, and later another way',
  async () => {
    chmodSync(base, 0o700);
    const dir = join(base, 'in a namespace');
    expect(await startsIn(dir, ['user', 'userns'])).toBe(0);
    chmodSync(base, 0o755);
    if (reachable) expect(await startsIn(dir, ['user'])).toBeGreaterThan(0);
  },
);

test.runIf(isRoot)('as root, when no way is allowed: a clear message', async () => {
  chmodSync(base, 0o700);
  const started = startEmbedded(join(base, 'none'), { tuning: 'test', methods: ['user'] });
  await expect(started).rejects.toMatchObject({
    code: 'user',
    message: expect.stringContaining('refuses to run as root'),
  });
});
