import fc from 'fast-check';
import { DATA_CLASSES } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { Admin } from './case-content.ts';
import { TEST_NOW } from './database.ts';

/** Random worlds of access: who holds what, who works where, who is locked out, who asks for what. */

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
const ask = fc.record({
  worker: index(6),
  wide: fc.boolean(),
  // A worker is authorised for everything or for a few classes.
  scope: fc.oneof(fc.constant([...CLASSES]), some(CLASSES)),
  purpose: fc.constantFrom('P1', 'P2', 'P3', 'P8'),
});
/** Three cases, three institutions, six workers, by their index. */
export const randomWorld = fc.record({
  grants: fc.array(grant, { maxLength: 60, size: 'max' }),
  assignments: fc.array(link, { maxLength: 16, size: 'max' }),
  locks: fc.array(link, { maxLength: 2 }),
  asks: fc.array(ask, { minLength: 3, maxLength: 3 }),
});
export type RandomWorld = typeof randomWorld extends fc.Arbitrary<infer R> ? R : never;
export type Ask = RandomWorld['asks'][number];

export const at = <T>(list: readonly T[], i: number): T => {
  const value = list[i];
  if (value === undefined) throw new Error(`nothing at ${i}`);
  return value;
};

/** Puts the world into the database in place of the one before. */
export async function install(
  admin: Admin,
  world: RandomWorld,
  of: {
    cases: readonly { id: string }[];
    institutions: readonly { id: string }[];
    workers: readonly Actor[];
  },
): Promise<void> {
  const linked = (list: RandomWorld['assignments']) =>
    JSON.stringify(
      list.map((x) => ({
        case_id: at(of.cases, x.of).id,
        institution_id: at(of.workers, x.worker).institutionId,
        worker_id: at(of.workers, x.worker).subjectId,
        valid_from: x.period.validFrom,
        valid_to: x.period.validTo,
      })),
    );
  const grants = world.grants.map((g) => ({
    case_id: at(of.cases, g.of).id,
    institution_id: at(of.institutions, g.to).id,
    data_class: g.dataClass,
    purposes: g.purposes,
    can_write: g.canWrite,
    valid_from: g.period.validFrom,
    valid_to: g.period.validTo,
  }));
  await admin.run('truncate cases.access_grant, cases.assignment, cases.case_lock');
  await admin.run(
    `insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, origin, valid_from, valid_to, created_at)
     select gen_random_uuid(), case_id, institution_id, data_class, purposes, can_write, 'ups_100', 'own', valid_from, valid_to, now()
     from jsonb_to_recordset($1) as g (case_id uuid, institution_id uuid, data_class text, purposes text[], can_write boolean, valid_from timestamptz, valid_to timestamptz)`,
    [JSON.stringify(grants)],
  );
  const columns =
    'case_id uuid, institution_id uuid, worker_id uuid, valid_from timestamptz, valid_to timestamptz';
  await admin.run(
    `insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from, valid_to)
     select gen_random_uuid(), case_id, institution_id, worker_id, 'caseworker', valid_from, valid_to from jsonb_to_recordset($1) as a (${columns})`,
    [linked(world.assignments)],
  );
  await admin.run(
    `insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from, valid_to)
     select gen_random_uuid(), case_id, institution_id, worker_id, 'objection', valid_from, valid_to from jsonb_to_recordset($1) as l (${columns})`,
    [linked(world.locks)],
  );
  // Triggers do not run for the administrator. Of what ended or has not begun the audience may hold more, never less.
  await admin.run(`update cases.shared_case c set audience = array(
    select g.institution_id from cases.access_grant g where g.case_id = c.id and g.data_class = 'D1'
    union select a.worker_id from cases.assignment a where a.case_id = c.id)`);
}
