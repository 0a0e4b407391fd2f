import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Admin, adminOf, type ContentRow, fillCase, rowKey } from '#test/case-content.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import { type MadeInstitution, makeInstitution, makeWorker } from '#test/factories.ts';
import { type Ask, at, install, type RandomWorld, randomWorld } from '#test/random-access.ts';
import type { CaseState } from '../schema.ts';
import { type AccessFacts, CONTENT_TABLES, type ContentTable, explain, seesCase, seesRow } from './policy.ts';

/**
 * The heart of the access design: on random grants, assignments, locks, authorisations, functions, purposes and
 * clocks, the evaluator of policy.ts says row for row what the database shows.
 */

let t: TestDatabase;
let admin: Admin;
const institutions: MadeInstitution[] = [];
const workers: Actor[] = [];
const cases: { id: string; personId: string; state: CaseState }[] = [];
const rows: (ContentRow & { table: ContentTable; of: number })[] = [];
const isContent = (table: string): table is ContentTable =>
  (CONTENT_TABLES as readonly string[]).includes(table);

beforeAll(async () => {
  t = await testDatabase();
  admin = await adminOf(t);
  for (const type of ['OPS', 'PUP', 'NGO'] as const) {
    const institution = await makeInstitution(t.adminUrl, type);
    institutions.push(institution);
    for (let i = 0; i < 2; i++) workers.push(await makeWorker(t.adminUrl, institution, ['social_worker']));
  }
  const ids = institutions.map((i) => i.id);
  for (const [of, state] of (['draft', 'diagnosis', 'active'] as const).entries()) {
    cases.push({ id: newId(), personId: newId(), state });
    for (const row of await fillCase(admin, at(cases, of), ids, at(workers, 0).subjectId)) {
      if (!isContent(row.table)) throw new Error(`the evaluator does not know ${row.table}`);
      rows.push({ ...row, table: row.table, of });
    }
  }
});
afterAll(async () => {
  await admin.end();
  await t.drop();
});

function factsOf(world: RandomWorld, ask: Ask, of: number): AccessFacts {
  const asker = at(workers, ask.worker);
  const linked = (list: RandomWorld['assignments']) =>
    list.filter((x) => x.of === of).map((x) => ({ workerId: at(workers, x.worker).subjectId, ...x.period }));
  return {
    workerId: asker.subjectId,
    institutionId: asker.institutionId,
    wide: ask.wide,
    scope: ask.scope,
    purpose: ask.purpose,
    now: TEST_NOW,
    state: at(cases, of).state,
    createdByInstitutionId: at(institutions, 0).id,
    grants: world.grants
      .filter((g) => g.of === of)
      .map((g) => ({ ...g, institutionId: at(institutions, g.to).id, ...g.period })),
    assignments: linked(world.assignments),
    locks: linked(world.locks),
  };
}

/** Runs what is built from constants of this test, as the one who asks. */
const run = <T>(ask: Ask, text: string) =>
  t.ctxAs(
    { ...at(workers, ask.worker), wide: ask.wide, scope: ask.scope },
    (ctx) => ctx.tx.many<T>(Object.assign(sql``, { strings: [text] })),
    { purpose: ask.purpose },
  );
const selectAll = (tables: readonly string[]) =>
  tables.map((name) => `select '${name}' as t, ${rowKey(name)} as id from cases.${name}`).join(' union all ');
const name = (row: { table: string; id: string }) => `${row.table} ${row.id}`;

async function compare(
  world: RandomWorld,
  tables: readonly ContentTable[],
): Promise<{ shown: number; hidden: number }> {
  await install(admin, world, { cases, institutions, workers });
  let shown = 0;
  for (const ask of world.asks) {
    const found = await run<{ t: string; id: string }>(ask, selectAll(tables));
    const expected = rows.filter(
      (row) => tables.includes(row.table) && seesRow(factsOf(world, ask, row.of), row.table, row),
    );
    expect(found.map((r) => name({ table: r.t, id: r.id })).sort()).toEqual(expected.map(name).sort());
    shown += expected.length;
  }
  return { shown, hidden: rows.length * world.asks.length - shown };
}

test('every table of the case is known to the evaluator', async () => {
  expect(new Set(rows.map((r) => r.table))).toEqual(new Set(CONTENT_TABLES));
  // A view that asks with the rights of its reader shows no more than its tables.
  const found =
    await admin.run(`select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'case_id'
    where c.relnamespace = 'cases'::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      and not coalesce(c.reloptions @> array['security_invoker=true'], false) order by 1`);
  // The rule itself, and what has a rule of its own that other tests hold.
  const apart = [
    'emergency',
    'access_grant',
    'assignment',
    'case_lock',
    'referral',
    'reminder',
    'list_row',
  ].concat(['queue_entry', 'queue_fact', 'queue_step']);
  const known: readonly string[] = [...CONTENT_TABLES, ...apart];
  expect(found.map((r) => String(r.name)).filter((table) => !known.includes(table))).toEqual([]);
});

test('the evaluator says exactly what the database shows', async () => {
  let shown = 0;
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(randomWorld, async (world) => {
      const seen = await compare(world, CONTENT_TABLES);
      shown += seen.shown;
      hidden += seen.hidden;
    }),
    { numRuns: Number(process.env.ACCESS_RUNS ?? 60) },
  );
  // Both answers must occur often, or the agreement is worth nothing.
  expect(shown).toBeGreaterThan(500);
  expect(hidden).toBeGreaterThan(500);
}, 120_000);

test('whoever may write a class writes its rows, and nobody else', async () => {
  const tables = {
    clause_given: ['D1', 'form'],
    institution_basis: ['D1', 'row_version'],
    linked_instrument: ['D5', 'row_version'],
    item_progress: ['D6', 'row_version'],
  } as const;
  let written = 0;
  await fc.assert(
    fc.asyncProperty(randomWorld, async (world) => {
      await install(admin, world, { cases, institutions, workers });
      for (const ask of world.asks) {
        for (const [table, [dataClass, column]] of Object.entries(tables)) {
          const done = await run<{ id: string }>(
            ask,
            `update cases.${table} set ${column} = ${column} returning ${rowKey(table)} as id`,
          );
          const expected = rows.filter(
            (row) => row.table === table && explain(factsOf(world, ask, row.of), dataClass, 'write').allowed,
          );
          expect(done.map((r) => r.id).sort()).toEqual(expected.map((r) => r.id).sort());
          written += done.length;
        }
      }
    }),
    { numRuns: 80 },
  );
  expect(written).toBeGreaterThan(5);
}, 120_000);

test('functions that tell about a case answer exactly those who see the case', async () => {
  await fc.assert(
    fc.asyncProperty(randomWorld, async (world) => {
      await install(admin, world, { cases, institutions, workers });
      for (const ask of world.asks)
        for (const [of, c] of cases.entries()) {
          const facts = factsOf(world, ask, of);
          const part = `cases.api_parts((select id from cases.diagnosis where case_id = '${c.id}'))`;
          const [told] = await run<{
            sees: boolean;
            team: number;
            grants: number;
            parts: number;
            secret: number;
          }>(
            ask,
            `select cases.sees_case('${c.id}') as sees, (select count(distinct institution_id) from cases.api_team('${c.id}')) as team,
               (select count(*) from cases.api_grants('${c.id}')) as grants, (select count(*) from ${part}) as parts,
               (select count(*) from ${part} where data_class in ('D7', 'D8') and filled is not null) as secret`,
          );
          const sees = seesCase(facts);
          const reads = sees && explain(facts, 'D5').allowed;
          // Whether a protected part is filled is told only to whoever may read it.
          const secret = ['D7', 'D8'].filter((d) => reads && explain(facts, d).allowed).length;
          expect(told).toEqual({
            sees,
            team: sees ? institutions.length : 0,
            grants: sees ? world.grants.filter((g) => g.of === of).length : 0,
            parts: reads ? 4 : 0,
            secret,
          });
        }
    }),
    { numRuns: 30 },
  );
}, 120_000);

// Last: each breaks the database of this file, and the property must notice.
test.each([
  ['event', 'drop policy assigned on cases.event'],
  ['note', 'drop policy own_notes on cases.note'],
  ['diagnosis_part', 'alter policy granted on cases.diagnosis_part using (true)'],
  [
    'person_identifier',
    "alter policy by_grant on cases.person_identifier using (kernel.scope() @> array['D2'])",
  ],
] as const)(
  'a hole in the rule of %s is found',
  async (table, hole) => {
    await admin.run(hole);
    const found = await fc.check(
      fc.asyncProperty(randomWorld, async (world) => {
        await compare(world, [table]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(String(found.errorInstance)).toContain('AssertionError');
  },
  60_000,
);
