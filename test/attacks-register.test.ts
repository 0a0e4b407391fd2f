import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import { type TestDatabase, testDatabase } from '#test/database.ts';
import {
  asAdmin,
  makeInstitution,
  makePartnership,
  makeWorker,
  makeWorld,
  type World,
} from '#test/factories.ts';
import { FUNCTION_PERMISSIONS } from '../src/modules/organisations/policy.ts';
import { WORKER_FUNCTIONS } from '../src/modules/organisations/schema.ts';

/** Who writes the register, partnerships and agreements, as the database alone decides it. */

type Who = 'technician' | 'head' | 'admin' | 'worker' | 'coordinator' | 'partnerHead' | 'stranger';
type Query = ReturnType<typeof sql>;

let t: TestDatabase;
let w: World;
let actors: Record<Who, Actor>;
let entity: string;
let lone: string;
let founding: string;
let draft: string;
/** Nobody coordinates this one; its agreement is in force and signed by nobody. */
let second: string;
beforeAll(async () => {
  t = await testDatabase();
  w = await makeWorld(t.adminUrl);
  lone = (await makeInstitution(t.adminUrl, 'CIS')).id;
  const elsewhere = await makeWorld(t.adminUrl);
  actors = {
    technician: await makeWorker(t.adminUrl, w.ops, ['technical_admin'], { scope: [] }),
    head: w.opsHead,
    admin: await makeWorker(t.adminUrl, w.ops, ['institution_admin']),
    worker: w.socialWorker,
    coordinator: await makeWorker(t.adminUrl, w.pup, ['partnership_coordinator']),
    partnerHead: await makeWorker(t.adminUrl, w.pup, ['head']),
    stranger: elsewhere.opsHead,
  };
  [founding, draft] = [newId(), newId()];
  second = await makePartnership(t.adminUrl, [w.ops, w.pup]);
  await asAdmin(t.adminUrl, async (run) => {
    await run(
      `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', '2024-01-01')`,
      [newId(), w.partnershipId, w.pup.id, actors.coordinator.subjectId],
    );
    await run(
      `insert into partnerships.partnership (id, name, county_code, state, started_on) values ($1, 'Nowe', '1207', 'initiative', '2026-01-01')`,
      [founding],
    );
    await run(
      `insert into partnerships.agreement (id, partnership_id, version, state, valid_from) values ($1, $2, 2, 'draft', '2026-01-01')`,
      [draft, w.partnershipId],
    );
    await run(
      `insert into partnerships.agreement_scope (agreement_id, institution_type, classes) values ($1, 'PUP', '{D1}')`,
      [draft],
    );
    await run(
      'delete from partnerships.signature s using partnerships.agreement a where a.id = s.agreement_id and a.partnership_id = $1',
      [second],
    );
    await run(
      `insert into partnerships.invitation (id, partnership_id, institution_id, invited_by, sent_on, state, on_paper) values ($1, $2, $3, $4, '2026-01-01', 'accepted', true)`,
      [newId(), w.partnershipId, lone, actors.coordinator.subjectId],
    );
    const [row] = await run('select legal_entity_id as id from organisations.institution where id = $1', [
      w.ops.id,
    ]);
    entity = String(row?.id);
  });
});
afterAll(() => t.drop());

class Undone extends Error {
  readonly rows: number;
  constructor(rows: number) {
    super();
    this.rows = rows;
  }
}
/** The number of rows touched, undone at once, or the code with which PostgreSQL refuses. */
const attempt = (who: Actor, query: Query): Promise<number | string | undefined> =>
  t
    .ctxAs(who, async (ctx) => {
      throw new Undone(await ctx.tx.run(query));
    })
    .catch((e: Error & { code?: string }) => (e instanceof Undone ? e.rows : e.code));

/** A policy, a statement it decides about, and who gets through; everybody else touches no row. */
const CASES: readonly [policy: string, statement: () => Query, allowed: readonly Who[]][] = [
  [
    'organisations.legal_entity.registered',
    () =>
      sql`insert into organisations.legal_entity (id, name, legal_form) values (${newId()}, 'X', 'gmina')`,
    ['technician'],
  ],
  [
    'organisations.legal_entity.changed',
    () => sql`update organisations.legal_entity set name = 'X' where id = ${entity}`,
    ['technician'],
  ],
  [
    'organisations.institution.registered',
    () => sql`insert into organisations.institution (id, legal_entity_id, type, name, short_name, active_from)
      values (${newId()}, ${entity}, 'OPS', 'X', 'X', '2026-01-01')`,
    ['technician'],
  ],
  [
    'organisations.institution.changed',
    () => sql`update organisations.institution set name = 'X' where id = ${w.ops.id}`,
    ['technician'],
  ],
  [
    'organisations.institution.changed',
    () => sql`select from organisations.institution where id = ${w.ops.id} for update`,
    ['technician', 'head', 'admin'],
  ],
  [
    'organisations.institution_area.added',
    () =>
      sql`insert into organisations.institution_area (institution_id, gmina_id) values (${w.ops.id}, '1207-dobra')`,
    ['technician'],
  ],
  [
    'organisations.institution_area.dropped',
    () =>
      sql`delete from organisations.institution_area where institution_id = ${w.ops.id} and gmina_id = '1207-limanowa'`,
    ['technician'],
  ],
  [
    'partnerships.partnership.founded',
    () => sql`insert into partnerships.partnership (id, name, county_code, state, started_on)
      values (${newId()}, 'X', '1207', 'initiative', '2026-01-01')`,
    ['head', 'coordinator', 'partnerHead', 'stranger'],
  ],
  [
    'partnerships.partnership.founded',
    () => sql`insert into partnerships.partnership (id, name, county_code, state, started_on)
      values (${newId()}, 'X', '1207', 'operating', '2026-01-01')`,
    [],
  ],
  [
    'partnerships.partnership.changed',
    () => sql`update partnerships.partnership set name = 'X' where id = ${w.partnershipId}`,
    ['coordinator'],
  ],
  [
    'partnerships.partnership.changed',
    () =>
      sql`update partnerships.partnership set name = 'X', state = 'suspended' where id = ${w.partnershipId}`,
    ['coordinator'],
  ],
  [
    'partnerships.partnership.changed',
    () => sql`update partnerships.partnership set state = 'suspended' where id = ${w.partnershipId}`,
    ['coordinator', 'head', 'partnerHead'],
  ],
  [
    'partnerships.area.added',
    () =>
      sql`insert into partnerships.area (partnership_id, gmina_id) values (${w.partnershipId}, '1207-dobra')`,
    ['coordinator'],
  ],
  [
    'partnerships.area.dropped',
    () =>
      sql`delete from partnerships.area where partnership_id = ${w.partnershipId} and gmina_id = '1207-limanowa'`,
    ['coordinator'],
  ],
  [
    'partnerships.member.joined',
    () => sql`insert into partnerships.member (id, partnership_id, institution_id, joined_on)
      values (${newId()}, ${w.partnershipId}, ${lone}, '2026-01-01')`,
    ['coordinator'],
  ],
  [
    'partnerships.member.joined',
    () => sql`insert into partnerships.member (id, partnership_id, institution_id, joined_on)
      values (${newId()}, ${founding}, ${w.ops.id}, '2026-01-01')`,
    ['head'],
  ],
  [
    'partnerships.member.ended',
    () =>
      sql`update partnerships.member set left_on = '2026-03-03' where institution_id = ${w.ops.id} and partnership_id = ${w.partnershipId}`,
    ['coordinator', 'head'],
  ],
  [
    'partnerships.agreement.drafted',
    () => sql`insert into partnerships.agreement (id, partnership_id, version, state, valid_from)
      values (${newId()}, ${second}, 2, 'draft', '2026-01-01')`,
    ['head', 'coordinator', 'partnerHead'],
  ],
  [
    'partnerships.agreement.drafted',
    () => sql`insert into partnerships.agreement (id, partnership_id, version, state, valid_from)
      values (${newId()}, ${second}, 2, 'superseded', '2026-01-01')`,
    [],
  ],
  [
    'partnerships.agreement.changed',
    () => sql`update partnerships.agreement set change_note = 'y' where id = ${draft}`,
    ['coordinator'],
  ],
  [
    'partnerships.agreement_scope.drafted',
    () =>
      sql`insert into partnerships.agreement_scope (agreement_id, institution_type, classes) values (${draft}, 'OPS', '{D1}')`,
    ['coordinator'],
  ],
  [
    'partnerships.agreement_scope.changed',
    () => sql`update partnerships.agreement_scope set classes = '{D1,D7}' where agreement_id = ${draft}`,
    ['coordinator'],
  ],
  [
    'partnerships.agreement_scope.dropped',
    () => sql`delete from partnerships.agreement_scope where agreement_id = ${draft}`,
    ['coordinator'],
  ],
  [
    'partnerships.signature.signed',
    () => sql`insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form)
      select ${newId()}, a.id, kernel.institution(), 'X', '2026-01-01', 'paper' from partnerships.agreement a where a.partnership_id = ${second}`,
    ['head', 'partnerHead'],
  ],
];

describe('writes', () => {
  test.each(CASES)('%s', async (_, statement, allowed) => {
    const through: string[] = [];
    for (const [who, actor] of Object.entries(actors)) {
      const touched = await attempt(actor, statement());
      if (typeof touched === 'number' && touched > 0) through.push(who);
    }
    expect(through).toEqual(Object.keys(actors).filter((who) => allowed.some((a) => a === who)));
  });

  test('each policy of these tables that lets a worker write is tried above', async () => {
    const policies = await asAdmin(t.adminUrl, (run) =>
      run(`select schemaname || '.' || tablename || '.' || policyname as name from pg_policies
        where cmd in ('INSERT', 'UPDATE', 'DELETE', 'ALL') and roles && '{splot_worker,public}' and (schemaname, tablename) in (
          ('organisations', 'legal_entity'), ('organisations', 'institution'), ('organisations', 'institution_area'),
          ('partnerships', 'partnership'), ('partnerships', 'area'), ('partnerships', 'member'),
          ('partnerships', 'agreement'), ('partnerships', 'agreement_scope'), ('partnerships', 'signature'))`),
    );
    expect(new Set(policies.map(({ name }) => name))).toEqual(new Set(CASES.map(([policy]) => policy)));
  });
});

describe('doors of cases', () => {
  const one = async (who: Actor, query: Query) =>
    (await t.ctxAs(who, (ctx) => ctx.tx.one<{ v: unknown }>(query))).v;

  test('a number of a case is taken only by who may open one', async () => {
    const take = (year = 2026) => sql`select cases.next_number(${w.partnershipId}::uuid, ${year}) as v`;
    for (const f of WORKER_FUNCTIONS) {
      const opens = f === 'head' || FUNCTION_PERMISSIONS[f].includes('case.refer');
      const made = await makeWorker(t.adminUrl, w.ops, [f]);
      expect(typeof (await one(made, take())), f).toBe(opens ? 'string' : 'object');
    }
    expect(await one(actors.stranger, take())).toBe(null);
    expect(await one(actors.worker, take(2031))).toBe(null);
    expect(await one({ ...actors.worker, scope: [] }, take())).toBe(null);
  });

  test('work of others is handed over, and seen, by whoever runs the institution', async () => {
    const colleague = await makeWorker(t.adminUrl, w.ops, ['social_worker']);
    const hand = sql`select cases.api_hand_over(${w.socialWorker.subjectId}::uuid, ${colleague.subjectId}::uuid) as v`;
    const see = sql`select count(*)::int as v from cases.api_obligations(${colleague.subjectId}::uuid)`;
    await asAdmin(t.adminUrl, (run) =>
      run(
        `insert into cases.activity_group (id, institution_id, worker_id, name, active) values ($1, $2, $3, 'X', true)`,
        [newId(), w.ops.id, colleague.subjectId],
      ),
    );
    for (const who of ['worker', 'technician', 'partnerHead', 'stranger'] as const) {
      expect(await one(actors[who], hand)).toBe(null);
      expect(await one(actors[who], see)).toBe(0);
    }
    expect(await one(actors.admin, hand)).toBe(0);
    expect(await one(actors.head, see)).toBe(1);
  });
});
