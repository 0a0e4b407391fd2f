import pg from 'pg';
import type { DataClass } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { TEST_NOW, type TestDatabase } from './database.ts';
import { makeWorker, makeWorld, type World } from './factories.ts';

/** The administrator's hand past triggers and foreign keys: builds what no single actor could. */
export interface Admin {
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  end(): Promise<void>;
}

async function adminOf(t: TestDatabase): Promise<Admin> {
  const client = new pg.Client({ connectionString: t.adminUrl });
  await client.connect();
  await client.query("set session_replication_role = 'replica'");
  return { run: (text, values) => client.query(text, values), end: () => client.end() };
}

/** One row, given as column → value. */
export async function put(
  admin: Admin,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row);
  const places = columns.map((_, i) => `$${i + 1}`).join(', ');
  await admin.run(`insert into ${table} (${columns.join(', ')}) values (${places})`, Object.values(row));
}

/** A case that is carried out: OPS leads, PUP co-leads, an NGO provides; a signed plan of one goal and two items. */
export interface ActiveCase {
  readonly id: string;
  readonly personId: string;
  readonly planId: string;
  readonly goal: string;
  readonly items: readonly [string, string];
}

export interface ReviewWorld extends World {
  readonly admin: Admin;
  readonly pupHead: Actor;
  /** `more` are columns of the case. */
  active(more?: Readonly<Record<string, unknown>>, partners?: readonly Actor[]): Promise<ActiveCase>;
}

const LEAD: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D9'];

export async function reviewWorld(t: TestDatabase): Promise<ReviewWorld> {
  const admin = await adminOf(t);
  const world = await makeWorld(t.adminUrl);
  const pupHead = await makeWorker(t.adminUrl, world.pup, ['head']);
  return {
    ...world,
    admin,
    pupHead,
    active: (more = {}, partners = [world.adviser, world.specialist]) =>
      activeCase(admin, world, more, partners),
  };
}

async function activeCase(
  admin: Admin,
  w: World,
  more: Readonly<Record<string, unknown>>,
  partners: readonly Actor[],
): Promise<ActiveCase> {
  const c = { id: newId(), personId: newId(), planId: newId(), goal: newId() };
  const items = [newId(), newId()] as const;
  const since = new Date('2025-11-03T08:00:00Z');
  await put(admin, 'cases.person', {
    id: c.personId,
    partnership_id: w.partnershipId,
    given_name: 'Jan',
    family_name: `Wymyślony${c.id.slice(-4)}`,
    birth_date: '1881-05-05',
    phone: '600000000',
    street: 'Polna 1',
    created_by_institution_id: w.ops.id,
    created_at: since,
  });
  await put(admin, 'cases.person_identifier', {
    id: newId(),
    person_id: c.personId,
    partnership_id: w.partnershipId,
    kind: 'document',
    value: `T${c.id.slice(-8)}`,
  });
  await put(admin, 'cases.shared_case', {
    id: c.id,
    number: `2025/${c.id.slice(-6)}`,
    partnership_id: w.partnershipId,
    person_id: c.personId,
    state: 'active',
    state_since: since,
    opened_at: since,
    created_by_institution_id: w.ops.id,
    lead_institution_id: w.ops.id,
    coordinator_id: w.socialWorker.subjectId,
    intake_on: '2025-11-03',
    waits_for: 'review',
    waits_institution_id: w.ops.id,
    waits_worker_id: w.socialWorker.subjectId,
    waits_until: '2026-03-20',
    updated_at: since,
    ...more,
  });
  await admitTo(admin, c.id, w.socialWorker, 'lead', LEAD, 'ups_100', 'own', since);
  for (const partner of partners) {
    const pup = partner.institutionType === 'PUP';
    await admitTo(
      admin,
      c.id,
      partner,
      pup ? 'co_lead' : 'provider',
      pup ? ['D1', 'D2', 'D4', 'D5', 'D6'] : ['D1', 'D6'],
      pup ? 'rpsz_198' : 'commission',
      'acceptance',
      since,
    );
  }
  await put(admin, 'cases.plan', {
    id: c.planId,
    case_id: c.id,
    version: 1,
    state: 'signed',
    next_review_on: '2026-03-20',
    contact_every_days: 30,
    signed_on: '2025-12-20',
    created_at: since,
  });
  const goalId = newId();
  await put(admin, 'cases.goal', {
    id: goalId,
    plan_id: c.planId,
    case_id: c.id,
    lineage_id: c.goal,
    position: 1,
    title: 'Praca na pół etatu',
    measure: 'umowa',
    due_on: '2026-06-30',
  });
  for (const [i, lineage] of items.entries())
    await put(admin, 'cases.plan_item', {
      id: newId(),
      plan_id: c.planId,
      goal_id: goalId,
      case_id: c.id,
      lineage_id: lineage,
      position: i + 1,
      service_code: i === 0 ? 'social_work' : 'training',
      institution_id: i === 0 ? w.ops.id : w.pup.id,
      worker_id: i === 0 ? w.socialWorker.subjectId : w.adviser.subjectId,
      starts_on: '2026-01-05',
      due_on: '2026-05-29',
      financing_code: 'none',
    });
  return { ...c, items };
}

export async function admitTo(
  admin: Admin,
  caseId: string,
  actor: Actor,
  role: string,
  classes: readonly DataClass[],
  basis: string,
  origin: string,
  since: Date = TEST_NOW,
): Promise<void> {
  await put(admin, 'cases.participation', {
    case_id: caseId,
    institution_id: actor.institutionId,
    role,
    valid_from: since,
  });
  await put(admin, 'cases.assignment', {
    id: newId(),
    case_id: caseId,
    institution_id: actor.institutionId,
    worker_id: actor.subjectId,
    role: role === 'lead' ? 'coordinator' : 'caseworker',
    valid_from: since,
  });
  for (const dataClass of classes)
    await put(admin, 'cases.access_grant', {
      id: newId(),
      case_id: caseId,
      institution_id: actor.institutionId,
      data_class: dataClass,
      purposes: ['P1', 'P2', 'P3', 'P4', 'P5'],
      can_write: role !== 'provider' || dataClass === 'D6',
      basis_code: basis,
      origin,
      valid_from: since,
      created_at: since,
    });
  // Kept by triggers, which do not run for the administrator.
  await admin.run(
    `update cases.shared_case set audience = audience || array[$2::uuid, $3::uuid] where id = $1 and not audience @> array[$2::uuid, $3::uuid]`,
    [caseId, actor.institutionId, actor.subjectId],
  );
}
