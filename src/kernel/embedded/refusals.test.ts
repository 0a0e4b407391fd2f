import { mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEmbedded } from './embedded.ts';
import { asStartupError, StartupError } from './errors.ts';

const base = mkdtempSync(join(tmpdir(), 'splot-refusals-'));
const dir = join(base, 'data');
const cluster = join(dir, 'postgres');
const secrets = join(dir, 'secrets.json');

const refused = async (folder = dir): Promise<StartupError> => {
  const error = await startEmbedded(folder, { tuning: 'test' }).then(
    (server) => server.stop(),
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(StartupError);
  return error as StartupError;
};

/** Changes a file of the stopped cluster, and puts it back afterwards. */
async function changed(file: string, text: string | undefined, code: string): Promise<void> {
  renameSync(file, `${file}.kept`);
  if (text !== undefined) writeFileSync(file, text);
  try {
    expect(await refused()).toMatchObject({ code, remedy: expect.stringMatching(/\w+ \w+/) });
  } finally {
    rmSync(file, { force: true });
    renameSync(`${file}.kept`, file);
  }
}

beforeAll(async () => {
  mkdirSync(dir);
  writeFileSync(secrets, JSON.stringify({ other: 'kept' }));
  await (await startEmbedded(dir, { tuning: 'test' })).stop();
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('a data folder that cannot be opened', () => {
  test('of another major version', () => changed(join(cluster, 'PG_VERSION'), '15\n', 'version'));
  test('without its version file', () => changed(join(cluster, 'PG_VERSION'), undefined, 'damaged'));
  test('without its password', () => changed(secrets, undefined, 'secrets_lost'));
  test('with another password', () => changed(secrets, '{"postgresPassword":"another"}', 'secrets_lost'));
  test('with broken secrets', () => changed(secrets, '{', 'secrets_broken'));
  test('with data but without its control file', async () => {
    mkdirSync(join(base, 'no control', 'postgres', 'base', '16400'), { recursive: true });
    expect((await refused(join(base, 'no control'))).code).toBe('damaged');
  });
  test('and can be opened when it was put right; other secrets stay', async () => {
    await (await startEmbedded(dir, { tuning: 'test' })).stop();
    expect(JSON.parse(readFileSync(secrets, 'utf8'))).toMatchObject({ other: 'kept' });
  });
});

test('a folder that cannot be made', async () => {
  writeFileSync(join(base, 'file'), '');
  expect((await refused(join(base, 'file', 'data'))).message).toMatch(/did not start/);
});

test.each([
  ['FATAL:  could not write lock file "postmaster.pid": No space left on device', 'disk_full'],
  ["ENOSPC: no space left on device, open '/x'", 'disk_full'],
  ["EACCES: permission denied, mkdir '/x'", 'permission'],
  ['initdb: error: could not look up effective user ID 4711: user does not exist', 'user'],
  ['spawn /x/postgres ENOENT', 'binaries'],
  ['something else', 'failed'],
])('%s', (said, code) => {
  expect(asStartupError(new Error(said)).code).toBe(code);
});
