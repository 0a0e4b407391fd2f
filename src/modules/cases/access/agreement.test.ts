import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DATA_CLASSES } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type Admin, adminOf, dictionaries, type Office, office, put, worker } from '#test/case-world.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from '#test/database.ts';
import type { CaseState } from '../schema.ts';
import { type AccessFacts, CONTENT_TABLES, type ContentTable, seesCase, seesRow } from './policy.ts';

/**
 * The heart of the access design: on random grants, assignments, locks, authorisations, functions, purposes and
 * clocks, the evaluator of policy.ts says row for row what the database shows.
 */

let t: TestDatabase;
let admin: Admin;
let offices: Office[];
let actors: Actor[];
interface CaseHere {
  readonly id: string;
  readonly state: CaseState;
  readonly creator: string;
  readonly personId: string;
}
const cases: CaseHere[] = [];
interface RowHere {
  readonly table: ContentTable;
  readonly id: string;
  readonly caseId: string;
  readonly dataClass: string;
  readonly institutionId: string;
}
const rows: RowHere[] = [];

/** The column that names a row, where it is not `id`. */
const KEY: Partial<Record<ContentTable, string>> = {
  diagnosis_approval: "diagnosis_id::text || '/' || institution_id",
  closing_confirmation: "case_id::text || '/' || institution_id",
  participation: "case_id::text || '/' || institution_id",
  review_item: "review_id::text || '/' || lineage_id",
  review_goal: "review_id::text || '/' || lineage_id",
  item_progress: 'lineage_id',
  outcome: 'case_id',
};

beforeAll(async () => {
  t = await testDatabase();
  admin = await adminOf(t);
  await dictionaries(admin);
  offices = [
    await office(admin, 'OPS', 'OPS A'),
    await office(admin, 'PUP', 'PUP B'),
    await office(admin, 'NGO', 'NGO C'),
  ];
  actors = [];
  for (const at of offices)
    for (const name of ['Anna Pierwsza', 'Ewa Druga'])
      actors.push(await worker(admin, at, 'social_worker', name));
  for (const state of ['draft', 'diagnosis', 'active'] as const) await fillCase(state);
});
afterAll(async () => {
  await admin.end();
  await t.drop();
});

/** One case with a row in every content table, and one for every owner or class where that decides. */
async function fillCase(state: CaseState): Promise<void> {
  const [ops] = offices;
  if (!ops) throw new Error('no office');
  const c = { id: newId(), state, creator: ops.id, personId: newId() };
  cases.push(c);
  const anyWorker = actors[0]?.subjectId;
  const at = TEST_NOW;
  const case_id = c.id;
  const add = async (
    table: ContentTable,
    values: Record<string, unknown>,
    facts: { dataClass?: string; institutionId?: string } = {},
    key = String(values.id),
  ) => {
    await put(admin, `cases.${table}`, values);
    const { dataClass = '', institutionId = '' } = facts;
    rows.push({ table, id: key, caseId: c.id, dataClass, institutionId });
  };
  const [partnership_id, plan_id, goal_id, diagnosis_id, review_id, follow_up_id] = Array.from(
    { length: 6 },
    () => newId(),
  );
  await add('person', {
    id: c.personId,
    partnership_id,
    given_name: 'Jan',
    family_name: 'Wymyślony',
    created_by_institution_id: ops.id,
    created_at: at,
  });
  await add('person_identifier', {
    id: newId(),
    person_id: c.personId,
    partnership_id,
    kind: 'document',
    value: c.id,
  });
  await add('shared_case', {
    id: c.id,
    number: c.id,
    partnership_id,
    person_id: c.personId,
    state,
    state_since: at,
    opened_at: at,
    created_by_institution_id: ops.id,
    lead_institution_id: ops.id,
    waits_for: 'nothing',
    updated_at: at,
  });
  await add('event', { id: newId(), case_id, at, kind: 'test' });
  await add('clause_given', {
    id: newId(),
    case_id,
    version: '1',
    given_on: '2026-01-01',
    form: 'oral',
    institution_id: ops.id,
    worker_id: anyWorker,
  });
  await add('consent', {
    id: newId(),
    case_id,
    institution_id: ops.id,
    classes: ['D1'],
    text_version: '1',
    lang: 'pl',
    given_on: '2026-01-01',
    way: 'oral',
    valid_to: '2027-01-01',
  });
  await add('institution_basis', {
    id: newId(),
    case_id,
    institution_id: ops.id,
    basis_code: 'TEST_UPS',
    classes: ['D1'],
    recorded_by: anyWorker,
    recorded_at: at,
  });
  await add(
    'closing_confirmation',
    { case_id, institution_id: ops.id, worker_id: anyWorker, at },
    {},
    `${c.id}/${ops.id}`,
  );
  await add('diagnosis', { id: diagnosis_id, case_id, number: 1, created_at: at });
  for (const dataClass of ['D3', 'D4', 'D7', 'D8'])
    await add(
      'diagnosis_part',
      {
        id: newId(),
        diagnosis_id,
        case_id,
        domain: dataClass,
        data_class: dataClass,
        institution_id: ops.id,
      },
      { dataClass, institutionId: ops.id },
    );
  await add('functional_conclusion', { id: newId(), diagnosis_id, case_id, domain: 'work', body: 'x' });
  await add(
    'diagnosis_approval',
    { diagnosis_id, case_id, institution_id: ops.id, worker_id: anyWorker, at, content_version: 1 },
    {},
    `${diagnosis_id}/${ops.id}`,
  );
  await add('plan', { id: plan_id, case_id, version: 1, created_at: at });
  await add('goal', {
    id: goal_id,
    plan_id,
    case_id,
    lineage_id: newId(),
    position: 1,
    title: 'x',
    measure: 'x',
    due_on: '2026-05-01',
  });
  for (const o of offices) {
    const base = { id: newId(), case_id, institution_id: o.id, worker_id: anyWorker };
    const owner = { institutionId: o.id };
    await add(
      'plan_item',
      {
        ...base,
        plan_id,
        goal_id,
        lineage_id: newId(),
        position: 1,
        service_code: 'x',
        starts_on: '2026-03-01',
        due_on: '2026-04-01',
        financing_code: 'x',
      },
      owner,
    );
    const session_id = newId();
    await add(
      'session',
      {
        id: session_id,
        institution_id: o.id,
        worker_id: anyWorker,
        service_code: 'x',
        title: 'x',
        starts_at: at,
        hours: 1,
      },
      owner,
    );
    await add('attendance', { id: newId(), session_id, case_id, lineage_id: newId() });
    await add(
      'participation',
      { case_id, institution_id: o.id, role: 'provider', valid_from: at },
      owner,
      `${c.id}/${o.id}`,
    );
    for (const dataClass of ['D3', 'D5', 'D7', 'D9', 'D10'])
      await add(
        'note',
        { ...base, id: newId(), data_class: dataClass, at, body: 'x' },
        { dataClass, ...owner },
      );
  }
  await add('item_progress', { lineage_id: plan_id, case_id, state: 'planned', changed_at: at }, {}, plan_id);
  await add('plan_signature', {
    id: newId(),
    plan_id,
    case_id,
    signer: 'person',
    name: 'x',
    way: 'paper',
    signed_at: at,
    content_hash: 'x',
  });
  await add('linked_instrument', {
    id: newId(),
    case_id,
    kind: 'ipd',
    institution_id: ops.id,
    state: 'signed',
  });
  await add('contact', {
    id: newId(),
    case_id,
    institution_id: ops.id,
    worker_id: anyWorker,
    held_on: '2026-03-01',
    channel: 'phone',
    reached: true,
  });
  await add('review', {
    id: review_id,
    case_id,
    plan_id,
    number: 1,
    held_on: '2026-03-01',
    kind: 'extra',
    present: 'x',
    decision: 'continue',
    recorded_by: anyWorker,
    recorded_at: at,
  });
  await add(
    'review_item',
    { review_id, case_id, lineage_id: plan_id, result: 'done' },
    {},
    `${review_id}/${plan_id}`,
  );
  await add(
    'review_goal',
    { review_id, case_id, lineage_id: plan_id, scale: 1 },
    {},
    `${review_id}/${plan_id}`,
  );
  await add('suspension', {
    id: newId(),
    case_id,
    reason: 'x',
    from_on: '2026-03-01',
    until_on: '2026-03-05',
    recorded_by: anyWorker,
  });
  await add(
    'outcome',
    {
      case_id,
      code: 'X',
      left_on: '2026-03-01',
      evidence_code: 'x',
      informed_on: '2026-03-01',
      recorded_by: anyWorker,
      recorded_at: at,
    },
    {},
    c.id,
  );
  await add('follow_up', {
    id: follow_up_id,
    case_id,
    stage: 'F0',
    opens_on: '2026-03-01',
    due_on: '2026-04-01',
  });
  await add('contact_try', {
    id: newId(),
    follow_up_id,
    case_id,
    tried_on: '2026-03-01',
    channel: 'phone',
    worker_id: anyWorker,
  });
}

test('the world has a row in every content table', () => {
  expect(new Set(rows.map((r) => r.table))).toEqual(new Set(CONTENT_TABLES));
});

test('no table of the case has been forgotten by the evaluator', async () => {
  const { rows: found } = await admin.run(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname = 'cases' and c.relkind = 'r' and c.relrowsecurity order by 1`,
  );
  // Rows of the rule itself, of offices, or with rules of their own that other tests hold.
  const apart = [
    'access_grant',
    'activity_group',
    'assignment',
    'case_lock',
    'counter',
    'referral',
    'unmet_need',
  ];
  const known: readonly string[] = [...CONTENT_TABLES, ...apart];
  expect(found.map((r: { name: string }) => r.name).filter((name: string) => !known.includes(name))).toEqual(
    [],
  );
});

const HOUR = 3_600_000;
/** Instants around the clock of the request, the very instant among them: the edge is where two rules differ. */
const instant = fc.constantFrom(-48, -24, -1, 0, 1, 24).map((h) => new Date(TEST_NOW.getTime() + h * HOUR));
const period = fc.record({ validFrom: instant, validTo: fc.option(instant, { nil: null, freq: 2 }) });
const index = (n: number) => fc.integer({ min: 0, max: n - 1 });
const CLASSES = DATA_CLASSES.filter((c) => c !== 'D0');
const some = <T>(values: readonly T[]) => fc.subarray([...values]);
/** D1 opens nearly everything, so it comes often; the rest evenly. */
const someClass = fc.oneof(
  { weight: 1, arbitrary: fc.constant('D1' as const) },
  { weight: 3, arbitrary: fc.constantFrom(...CLASSES) },
);

const grant = fc.record({
  of: index(3),
  to: index(3),
  dataClass: someClass,
  purposes: some(['P1', 'P2', 'P3'] as const).map((p) => (p.length > 0 ? [...p] : ['P2'])),
  canWrite: fc.boolean(),
  period,
});
const link = fc.record({ of: index(3), worker: index(6), period });
const rule = fc.record({
  grants: fc.array(grant, { maxLength: 40 }),
  assignments: fc.array(link, { maxLength: 12 }),
  locks: fc.array(link, { maxLength: 2 }),
  asks: fc.array(
    fc.record({
      worker: index(6),
      wide: fc.boolean(),
      // A worker is authorised for nearly everything or for a few classes.
      scope: fc.oneof(fc.constant([...CLASSES]), some(CLASSES)),
      purpose: fc.constantFrom('P1', 'P2', 'P3', 'P8'),
    }),
    { minLength: 3, maxLength: 3 },
  ),
});
type Rule = typeof rule extends fc.Arbitrary<infer R> ? R : never;

const at = <T>(list: readonly T[], i: number): T => {
  const value = list[i];
  if (value === undefined) throw new Error(`nothing at ${i}`);
  return value;
};

async function install(world: Rule): Promise<void> {
  await admin.run('truncate cases.access_grant, cases.assignment, cases.case_lock');
  for (const g of world.grants)
    await put(admin, 'cases.access_grant', {
      id: newId(),
      case_id: at(cases, g.of).id,
      institution_id: at(offices, g.to).id,
      data_class: g.dataClass,
      purposes: g.purposes,
      can_write: g.canWrite,
      basis_code: 'TEST_UPS',
      origin: 'own',
      valid_from: g.period.validFrom,
      valid_to: g.period.validTo,
      created_at: TEST_NOW,
    });
  for (const a of world.assignments)
    await put(admin, 'cases.assignment', {
      id: newId(),
      case_id: at(cases, a.of).id,
      institution_id: at(actors, a.worker).institutionId,
      worker_id: at(actors, a.worker).subjectId,
      role: 'caseworker',
      valid_from: a.period.validFrom,
      valid_to: a.period.validTo,
    });
  for (const l of world.locks)
    await put(admin, 'cases.case_lock', {
      id: newId(),
      case_id: at(cases, l.of).id,
      institution_id: at(actors, l.worker).institutionId,
      worker_id: at(actors, l.worker).subjectId,
      reason: 'objection',
      valid_from: l.period.validFrom,
      valid_to: l.period.validTo,
    });
}

function factsOf(world: Rule, ask: Rule['asks'][number], of: number): AccessFacts {
  const asker = at(actors, ask.worker);
  const here = <T extends { of: number }>(list: readonly T[]) => list.filter((x) => x.of === of);
  const workers = (list: Rule['assignments']) =>
    here(list).map((x) => ({ workerId: at(actors, x.worker).subjectId, ...x.period }));
  return {
    workerId: asker.subjectId,
    institutionId: asker.institutionId,
    wide: ask.wide,
    scope: ask.scope,
    purpose: ask.purpose,
    now: TEST_NOW,
    state: at(cases, of).state,
    createdByInstitutionId: at(cases, of).creator,
    grants: here(world.grants).map((g) => ({
      institutionId: at(offices, g.to).id,
      dataClass: g.dataClass,
      purposes: g.purposes,
      canWrite: g.canWrite,
      ...g.period,
    })),
    assignments: workers(world.assignments),
    locks: workers(world.locks),
  };
}

const everything = CONTENT_TABLES.map(
  (table) => `select '${table}' as t, (${KEY[table] ?? 'id::text'})::text as id from cases.${table}`,
).join(' union all ');
const asking = (ask: Rule['asks'][number]): Actor => ({
  ...at(actors, ask.worker),
  wide: ask.wide,
  scope: ask.scope,
});
const scopeOf = (ask: Rule['asks'][number]) => ({ purpose: ask.purpose, now: TEST_NOW });

/** Runs what is built from constants of this test. */
const plain = (text: string) => Object.assign(sql``, { strings: [text] });

test('the evaluator says exactly what the database shows', async () => {
  let shown = 0;
  let hidden = 0;
  await fc.assert(
    fc.asyncProperty(rule, async (world) => {
      await install(world);
      for (const ask of world.asks) {
        const found = await t.ctxAs(
          asking(ask),
          (ctx) => ctx.tx.many<{ t: string; id: string }>(plain(everything)),
          scopeOf(ask),
        );
        const expected = rows.filter((row) =>
          seesRow(
            factsOf(
              world,
              ask,
              cases.findIndex((c) => c.id === row.caseId),
            ),
            row.table,
            row,
          ),
        );
        const name = (table: string, id: string) => `${table} ${id}`;
        expect(found.map((r) => name(r.t, r.id)).sort()).toEqual(
          expected.map((r) => name(r.table, r.id)).sort(),
        );
        shown += expected.length;
        hidden += rows.length - expected.length;
      }
    }),
    { numRuns: Number(process.env.ACCESS_RUNS ?? 120), endOnFailure: false },
  );
  // The worlds must be worth something: both answers occur often.
  expect(shown).toBeGreaterThan(500);
  expect(hidden).toBeGreaterThan(500);
}, 120_000);

test('functions that tell about a case answer exactly those who see the case', async () => {
  await fc.assert(
    fc.asyncProperty(rule, async (world) => {
      await install(world);
      for (const ask of world.asks) {
        for (const [of, c] of cases.entries()) {
          const facts = factsOf(world, ask, of);
          const told = await t.ctxAs(
            asking(ask),
            (ctx) =>
              ctx.tx.one<{ sees: boolean; team: number; grants: number; parts: number; secret: number }>(sql`
                select cases.sees_case(${c.id}::uuid) as sees, (select count(*) from cases.api_team(${c.id}::uuid)) as team,
                  (select count(*) from cases.api_grants(${c.id}::uuid)) as grants,
                  (select count(*) from cases.api_parts((select id from cases.diagnosis where case_id = ${c.id}::uuid))) as parts,
                  (select count(*) from cases.api_parts((select id from cases.diagnosis where case_id = ${c.id}::uuid))
                    where data_class in ('D7', 'D8') and filled is not null) as secret`),
            scopeOf(ask),
          );
          const sees = seesCase(facts);
          expect(told.sees).toBe(sees);
          expect(told.team > 0).toBe(sees);
          expect(told.grants > 0).toBe(sees && world.grants.some((g) => g.of === of));
          const diagnosis = rows.find((r) => r.table === 'diagnosis' && r.caseId === c.id);
          const special = rows.filter(
            (r) => r.table === 'diagnosis_part' && r.caseId === c.id && ['D7', 'D8'].includes(r.dataClass),
          );
          const readsDiagnosis = diagnosis !== undefined && seesRow(facts, 'diagnosis', diagnosis);
          expect(told.parts > 0).toBe(sees && readsDiagnosis);
          expect(told.secret).toBe(
            sees && readsDiagnosis ? special.filter((r) => seesRow(facts, 'diagnosis_part', r)).length : 0,
          );
        }
      }
    }),
    { numRuns: 40 },
  );
}, 120_000);
