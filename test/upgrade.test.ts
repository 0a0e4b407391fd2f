import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { type TestApp, testApp } from '#test/app.ts';
import { adminQuery, databaseUrl, TEST_LOGIN } from '#test/cluster.ts';
import { attach } from '#test/database.ts';
import { DEMO_NOW } from '#test/demo.ts';
import { asAdmin } from '#test/factories.ts';
import { FIXTURE_SECRET, releases } from '#test/releases.ts';
import type { Manifest } from '../src/cli/archive/manifest.ts';
import { restoreInto } from '../src/cli/restore.ts';
import { verifyAudit } from '../src/kernel/audit/verify.ts';
import { migrate, readMigrations } from '../src/kernel/db/migrate.ts';
import { loadReferenceData } from '../src/reference.ts';

/** Tables that a later release gave up on purpose, with where their rows went. */
const GONE: Readonly<Record<string, string>> = {};

/** The primary keys of a table, each as text. Read by the names of today: a renamed column still holds its value. */
const keysOf = (url: string, table: string): Promise<string[]> =>
  asAdmin(url, async (run) => {
    const columns = await run(
      `select a.attnum, quote_ident(a.attname) as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
       where i.indrelid = $1::regclass and i.indisprimary order by a.attnum`,
      [table],
    );
    const names = columns.map(({ name }) => name).join(', ');
    return (await run(`select row_to_json(r)::text as key from (select ${names} from ${table}) r`)).map(
      ({ key }) => Object.values(JSON.parse(String(key)) as object).join(' '),
    );
  });

describe.each(releases())('the data of $name', ({ file, name }) => {
  const database = `splot_test_${Date.now().toString(36)}_${randomBytes(4).toString('hex')}`;
  const server = process.env.SPLOT_TEST_SERVER ?? '';
  const keys = new Map<string, readonly string[]>();
  let url: string;
  let manifest: Manifest;
  let app: TestApp;
  beforeAll(async () => {
    const config = { ...(await import('#kernel/config.ts')).readConfig({ SECRET: FIXTURE_SECRET }) };
    ({ url, manifest } = await restoreInto(config, databaseUrl(server, 'postgres'), file, database));
    for (const table of manifest.tables) keys.set(table.name, await keysOf(url, table.name));
    await migrate(url);
    await loadReferenceData(url);
    await adminQuery(url, `grant connect, temporary on database ${database} to ${TEST_LOGIN}`);
    app = await testApp(DEMO_NOW, attach(server, database));
  });
  afterAll(() => app?.drop());

  test('the fixture is of the release it says, and holds something', () => {
    expect(name).toContain(manifest.migrations.at(-1)?.name.slice(0, 4));
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    expect(rows).toBeGreaterThan(2_000);
  });

  test('every migration is applied, and every row is still there', async () => {
    const applied = await asAdmin(url, (run) => run('select name from kernel.migration order by name'));
    expect(applied.map((row) => row.name)).toEqual((await readMigrations()).map((m) => m.name));
    for (const [table, before] of keys) {
      if (GONE[table]) continue;
      const after = new Set(await keysOf(url, table));
      expect(
        before.filter((key) => !after.has(key)),
        table,
      ).toEqual([]);
    }
  });

  test('the access record holds', async () => {
    const report = await app.ctxAs(SYSTEM_ACTOR, (ctx) => verifyAudit(ctx, { secrets: [FIXTURE_SECRET] }));
    expect(report).toMatchObject({ ok: true, broken: null });
    expect(report.entries).toBeGreaterThan(100);
  });

  test('pages of a case in each state open for who coordinates it', async () => {
    const cases = await asAdmin(url, (run) =>
      run(`select distinct on (c.state) c.id, c.state, w.account_id as account
        from cases.shared_case c join organisations.worker w on w.id = c.coordinator_id
        where c.state not in ('erased', 'rejected', 'withdrawn') order by c.state, c.id`),
    );
    expect(cases.length).toBeGreaterThan(3);
    for (const { id, state, account } of cases) {
      const browser = await app.as(String(account));
      for (const page of [
        '',
        '/referral',
        '/basis',
        '/diagnosis',
        '/plan',
        '/sessions',
        '/documents',
        '/history',
        '/access',
      ]) {
        const { status, location } = await browser.get(`/cases/${id}${page}`);
        expect(status < 400, `${state}${page}: ${status} ${location}`).toBe(true);
      }
    }
  });
});
