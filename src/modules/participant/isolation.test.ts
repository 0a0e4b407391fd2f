import { randomUUID } from 'node:crypto';
import { Sql } from 'sql-template-tag';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#kernel/db/tx.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import { asAdmin, type MadeCase, makeCaseIn, makeWorld } from '#test/factories.ts';

/**
 * A participant reads rows of their own case alone: in every table of a case that any policy opens to them, found in
 * the catalogue, so that a table made later is tested without being named here.
 */
let t: TestDatabase;
let mine: MadeCase;
let other: MadeCase;
interface Table {
  readonly name: string;
  readonly columns: readonly { name: string; type: string; required: boolean }[];
}
let tables: Table[] = [];

const VALUES: readonly (readonly [RegExp, string])[] = [
  [/\[\]$/, '{}'],
  [/uuid/, 'uuid'],
  [/int|numeric/, '1'],
  [/timestamp/, '2026-03-01T10:00:00Z'],
  [/date/, '2026-03-01'],
  [/bool/, 'false'],
  [/json/, '{}'],
];
const sample = (type: string): string => {
  const value = VALUES.find(([pattern]) => pattern.test(type))?.[1] ?? 'x';
  return value === 'uuid' ? randomUUID() : value;
};

beforeAll(async () => {
  t = await testDatabase();
  const w = await makeWorld(t.adminUrl);
  mine = await makeCaseIn(t.adminUrl, w, 'active');
  other = await makeCaseIn(t.adminUrl, w, 'active');
  await asAdmin(t.adminUrl, async (run) => {
    const rows = await run(`
      select n.nspname || '.' || c.relname as name,
        json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'required', a.attnotnull and not a.atthasdef) order by a.attnum) as columns
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      where n.nspname in ('cases', 'participant') and c.relkind = 'r' and has_table_privilege('splot_participant', c.oid, 'select')
        and c.relrowsecurity
      group by 1 order by 1`);
    tables = rows.map((row) => ({ name: String(row.name), columns: row.columns as Table['columns'] }));
    // One row in each table for each of the two cases; what the rows say does not matter here, only whose they are.
    await run(`set session_replication_role = 'replica'`);
    const checks = await run(
      `select conrelid::regclass as tbl, conname from pg_constraint where contype = 'c' and connamespace in ('cases'::regnamespace, 'participant'::regnamespace)`,
    );
    for (const { tbl, conname } of checks)
      await run(`alter table ${String(tbl)} drop constraint "${String(conname)}"`);
    for (const { name, columns } of tables)
      for (const c of [mine, other]) {
        const own = columns.find((column) => column.name === 'case_id');
        if (!own) continue;
        const filled = columns.filter((column) => column.required || column.name === 'case_id');
        const values = filled.map((column) => (column.name === 'case_id' ? c.id : sample(column.type)));
        await run(
          `insert into ${name} (${filled.map((f) => `"${f.name}"`).join(', ')}) values (${values.map((_, i) => `$${i + 1}`).join(', ')}) on conflict do nothing`,
          values,
        );
      }
    await run(
      `insert into cases.session (id, institution_id, worker_id, service_code, title, starts_at, hours)
       select session_id, $1, $2, 'x', 'x', now(), 1 from cases.attendance`,
      [w.ops.id, w.socialWorker.subjectId],
    );
    // A draft referral is nobody's but the sender's.
    await run(`update cases.referral set state = 'sent'`);
    for (const c of [mine, other])
      await run(
        `insert into cases.person_identifier (id, person_id, partnership_id, kind, value) values ($1, $2, $3, 'document', $4)`,
        [randomUUID(), c.personId, w.partnershipId, randomUUID()],
      );
  });
});
afterAll(() => t.drop());

/** A table of the catalogue as a query; names come from the catalogue of the test's own database. */
const every = (table: string) => new Sql([`select to_jsonb(r) as row from ${table} r`], []);

/** Whose a row is, by the column that says so. */
function belongsTo(
  table: string,
  row: Record<string, unknown>,
  c: MadeCase,
  sessions: ReadonlySet<unknown>,
): boolean {
  if ('case_id' in row) return row.case_id === c.id;
  if (table === 'cases.shared_case') return row.id === c.id;
  if (table === 'cases.person') return row.id === c.personId;
  if (table === 'cases.session') return sessions.has(row.id);
  return row.person_id === c.personId;
}

test('in every table of a case a participant sees rows of their own case and no other', async () => {
  expect(tables.length).toBeGreaterThan(30);
  for (const c of [mine, other]) {
    const stranger = c === mine ? other : mine;
    await t.ctxAs(c.participant, async (ctx) => {
      const attended = await ctx.tx.many<{ session_id: string }>(
        sql`select session_id from cases.attendance where case_id = ${c.id}`,
      );
      const sessions = new Set<unknown>(attended.map((a) => a.session_id));
      for (const { name } of tables) {
        const rows = await ctx.tx.many<{ row: Record<string, unknown> }>(every(name));
        expect(rows.length, `${name}: nothing to see, so nothing is proven`).toBeGreaterThan(0);
        for (const { row } of rows) {
          expect(belongsTo(name, row, c, sessions), name).toBe(true);
          expect(belongsTo(name, row, stranger, new Set()), name).toBe(false);
        }
      }
    });
  }
});

test('a participant changes nothing in a case but what is theirs to change', async () => {
  const changeable = await asAdmin(t.adminUrl, (run) =>
    run(`select table_schema || '.' || table_name || '.' || column_name as what from information_schema.column_privileges
      where grantee = 'splot_participant' and privilege_type = 'UPDATE' and table_schema in ('cases', 'participant') order by 1`),
  );
  expect(changeable.map((row) => row.what)).toEqual([
    'cases.consent.row_version',
    'cases.consent.withdrawn_at',
    'cases.consent.withdrawn_by',
  ]);
  const insertable = await asAdmin(t.adminUrl, (run) =>
    run(`select n.nspname || '.' || c.relname as what from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('cases', 'participant') and c.relkind = 'r' and has_table_privilege('splot_participant', c.oid, 'insert') order by 1`),
  );
  expect(insertable.map((row) => row.what)).toEqual([
    'cases.event',
    'cases.plan_signature',
    'participant.confirmation',
    'participant.message',
  ]);
  const touched = await t.ctxAs(mine.participant, (ctx) =>
    ctx.tx.run(sql`update cases.consent set withdrawn_at = now() where case_id = ${other.id}`),
  );
  expect(touched).toBe(0);
});

test('a worker’s own notes stay closed to the person', async () => {
  await asAdmin(t.adminUrl, (run) =>
    run(`update cases.note set data_class = 'D9' where case_id = $1`, [mine.id]),
  );
  const rows = await t.ctxAs(mine.participant, (ctx) => ctx.tx.many<{ row: unknown }>(every('cases.note')));
  expect(rows).toEqual([]);
});
