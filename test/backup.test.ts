import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { storeFile } from '#kernel/files/files.ts';
import { openStorage, setFileStore } from '#kernel/files/storage.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { adminQuery, databaseUrl } from '#test/cluster.ts';
import { type DemoApp, demoApp } from '#test/demo.ts';
import { asAdmin } from '#test/factories.ts';
import { writeBackup } from '../src/cli/backup.ts';
import { restore, restoreInto } from '../src/cli/restore.ts';
import { sealAudit } from '../src/kernel/audit/seal.ts';
import type { Config } from '../src/kernel/config.ts';

// Each test writes and reads the whole demonstration, some of them several times.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

let app: DemoApp;
let dir: string;
let config: Config;
const made: string[] = [];
beforeAll(async () => {
  app = await demoApp(8);
  dir = await mkdtemp(join(tmpdir(), 'splot-backup-'));
  config = { ...app.parts.config, DATA_DIR: join(dir, 'data'), STORAGE: 'disk' };
  setFileStore({ disk: await openStorage(config) });
  const anna: Actor = { ...PUBLIC_ACTOR, kind: 'worker', accountId: newId(), institutionId: newId() };
  await app.ctxAs(anna, async (ctx) => {
    await storeFile(ctx, {
      name: 'a.pdf',
      bytes: Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF'),
      allowed: ['pdf'],
    });
    await enqueue(ctx, 'test.later', { id: 'x' });
  });
  // Enough of different sizes that a partition does not keep their order when they are loaded again.
  await asAdmin(app.adminUrl, (run) =>
    run(`insert into audit.entry (id, at, action, actor_kind, account_id, worker_id, institution_id, object_type, purpose, path, request_id)
      select gen_random_uuid(), '2026-11-02', 'view', 'system', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'case', 'P5',
        repeat('x', (random() * 3000)::int), '' from generate_series(1, 6000)`),
  );
  await app.ctxAs(SYSTEM_ACTOR, (ctx) => sealAudit(ctx, config.SECRET), { now: new Date() });
});
afterAll(async () => {
  await app.drop();
  for (const name of made)
    await adminQuery(databaseUrl(app.adminUrl, 'postgres'), `drop database if exists ${name} with (force)`);
  await rm(dir, { recursive: true, force: true });
});

const fresh = (): string => {
  const name = `splot_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  made.push(name);
  return name;
};
const exists = async (name: string) =>
  (await asAdmin(app.adminUrl, (run) => run('select from pg_database where datname = $1', [name]))).length >
  0;

/** Every table with its rows, and what guards them, read in another way than the backup does. */
async function portrait(url: string) {
  return asAdmin(url, async (run) => {
    const tables = await run(
      `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public') and c.relkind = 'r'
         and (n.nspname, c.relname) <> ('graphile_worker', 'migrations') order by 1`,
    );
    const sums: Record<string, unknown> = {};
    for (const { name } of tables)
      [sums[String(name)]] = await run(
        `select count(*)::int as rows, md5(string_agg(t::text, e'\\n' order by t::text)) as md5 from ${name} t`,
      );
    const guards = await run(
      `select conrelid::regclass || '.' || conname || ' ' || pg_get_constraintdef(oid) || convalidated as text from pg_constraint where connamespace::regnamespace::text !~ '^pg_'
       union all select tgrelid::regclass || '.' || tgname || tgenabled::text from pg_trigger where not tgisinternal
       union all select oid::regclass || ' ' || relrowsecurity || relforcerowsecurity from pg_class where relkind in ('r', 'p') and relnamespace::regnamespace::text !~ '^pg_'
       order by 1`,
    );
    return { sums, guards };
  });
}

test('a demonstration county comes back as it was, table by table, with its files', async () => {
  const file = join(dir, 'whole.splot');
  const before = await portrait(app.adminUrl);
  const manifest = await writeBackup(config, app.adminUrl, file);
  expect(manifest.files).toMatchObject({ count: 1, missing: 0 });
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  const elsewhere = { ...config, DATA_DIR: join(dir, 'elsewhere') };
  const { url } = await restoreInto(elsewhere, app.adminUrl, file, fresh());
  expect(await portrait(url)).toEqual(before);
  const [key] = await asAdmin(url, (run) => run('select storage_key as k, size from kernel.file'));
  expect((await stat(join(dir, 'elsewhere/files', String(key?.k)))).size).toBe(key?.size);
  // The queue and the record go on counting where they stopped.
  const next = `select nextval('audit.entry_number') as n, nextval('graphile_worker.jobs_id_seq1') as j`;
  expect(await asAdmin(url, (run) => run(next))).toEqual(await asAdmin(app.adminUrl, (run) => run(next)));
});

test('a login that row-level security holds reads everything all the same', async () => {
  const role = `splot_test_admin_${randomBytes(3).toString('hex')}`;
  await adminQuery(
    app.adminUrl,
    `create role ${role} login password '${role}' in role splot_owner, splot_search`,
  );
  const url = databaseUrl(app.adminUrl, new URL(app.adminUrl).pathname.slice(1), role);
  const free = await writeBackup(config, app.adminUrl, join(dir, 'free.splot'));
  const held = await writeBackup(config, url, join(dir, 'held.splot'));
  expect(held.tables).toEqual(free.tables);
  const { guards } = await portrait(app.adminUrl);
  expect(guards.filter(({ text }) => text === 'cases.plan truetrue')).toHaveLength(1);
  await adminQuery(app.adminUrl, `drop role ${role}`);
});

describe('encrypted', () => {
  test('it opens with its passphrase and shows nothing without', async () => {
    const secret = { ...config, BACKUP_PASSPHRASE: 'correct horse battery' };
    const file = join(dir, 'sealed.splot');
    await writeBackup(secret, app.adminUrl, file);
    const bytes = await readFile(file);
    expect(bytes.subarray(0, 8).toString()).toBe('SPLOTBK1');
    expect(bytes.includes('tables/')).toBe(false);
    const refused = (c: Config) => restoreInto(c, app.adminUrl, file, fresh());
    await expect(refused(config)).rejects.toThrow('it is encrypted');
    await expect(refused({ ...secret, BACKUP_PASSPHRASE: 'wrong horse battery' })).rejects.toThrow(
      'not the one',
    );
    const { manifest } = await restoreInto(secret, app.adminUrl, file, fresh());
    expect(manifest.tables.length).toBeGreaterThan(90);
    for (const damage of [
      bytes.subarray(0, bytes.length - 100),
      bytes.subarray(0, 8 + 16 + 2 * (4 + 16 + 64 * 1024)),
      flipped(bytes, bytes.length - 1_000),
    ]) {
      await writeFile(join(dir, 'sealed-damaged.splot'), damage);
      const broken = restoreInto(secret, app.adminUrl, join(dir, 'sealed-damaged.splot'), fresh());
      await expect(broken).rejects.toThrow(/too early|changed/);
    }
  });
});

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

describe('refused, and nothing is left', () => {
  const attempt = async (change: (bytes: Buffer) => Buffer) => {
    const [source, damaged] = [join(dir, 'source.splot'), join(dir, 'damaged.splot')];
    await writeBackup(config, app.adminUrl, source).catch(() => {});
    await writeFile(damaged, change(await readFile(source)));
    const name = fresh();
    const error = await restoreInto(config, app.adminUrl, damaged, name).then(
      () => null,
      (e: Error) => e.message,
    );
    expect(await exists(name)).toBe(false);
    return error;
  };

  test('an archive that was cut, changed, or is something else', async () => {
    expect(await attempt((b) => b.subarray(0, b.length / 2))).toMatch(/too early/);
    expect(await attempt((b) => flipped(b, Math.floor(b.length / 2)))).toMatch(/changed|not as it was/);
    expect(await attempt((b) => b.subarray(0, 10))).toMatch(/too early/);
    expect(await attempt(() => Buffer.alloc(0))).toMatch(/too early/);
    expect(await attempt(() => Buffer.from('Szanowni Państwo, w załączeniu'))).toMatch(/not an archive/);
  });

  test('a row changed inside an archive that is otherwise whole', async () => {
    const { gunzipSync, gzipSync } = await import('node:zlib');
    const message = await attempt((b) => {
      const tar = gunzipSync(b);
      const at = tar.indexOf('tables/cases.person/');
      return gzipSync(flipped(tar, at + 512 + 40));
    });
    expect(message).toContain('cases.person is not as it was');
  });

  test('another SECRET, a database that holds something, a version that is not known', async () => {
    const file = join(dir, 'source.splot');
    const other = { ...config, SECRET: 'another secret of at least 32 characters' };
    await expect(restoreInto(other, app.adminUrl, file, fresh())).rejects.toThrow('SECRET is not that');
    const before = await portrait(app.adminUrl);
    await expect(restoreInto(config, app.adminUrl, file)).rejects.toThrow('not empty');
    expect(await portrait(app.adminUrl)).toEqual(before);
    const server = { adminUrl: app.adminUrl, stop: async () => {} };
    expect(await restore(other, server, [file, '--into', fresh()])).toBe(1);
    expect(await restore(config, server, [])).toBe(2);
  });

  test('a failure while loading leaves an empty database empty', async () => {
    const name = fresh();
    await adminQuery(app.adminUrl, `create database ${name}`);
    const url = databaseUrl(app.adminUrl, name);
    const nowhere = { ...config, DATA_DIR: '/dev/null/nowhere' };
    await expect(restoreInto(nowhere, url, join(dir, 'source.splot'))).rejects.toThrow();
    expect((await portrait(url)).sums).toEqual({});
    const server = { adminUrl: url, stop: async () => {} };
    expect(await restore(config, server, [join(dir, 'source.splot')])).toBe(0);
  }, 60_000);
});
