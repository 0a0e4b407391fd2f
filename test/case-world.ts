import pg from 'pg';
import type { DataClass } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { permissionsOf } from '#modules/organisations/policy.ts';
import type { WorkerFunction } from '#modules/organisations/schema.ts';
import { TEST_NOW, type TestDatabase } from './database.ts';

/** The administrator's hand in a test: builds what row-level security would not let one actor build. */
export interface Admin {
  /** Runs statements past triggers and foreign keys. */
  run(text: string, values?: unknown[]): Promise<pg.QueryResult>;
  end(): Promise<void>;
}

export async function adminOf(t: TestDatabase): Promise<Admin> {
  const client = new pg.Client({ connectionString: t.adminUrl });
  await client.connect();
  await client.query("set session_replication_role = 'replica'");
  return { run: (text, values) => client.query(text, values), end: () => client.end() };
}

/** Inserts one row given as column → value; objects that are neither lists nor dates go in as JSON. */
export async function put(
  admin: Admin,
  table: string,
  row: Readonly<Record<string, unknown>>,
): Promise<void> {
  const columns = Object.keys(row);
  await admin.run(
    `insert into ${table} (${columns.join(', ')}) values (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(row),
  );
}

export interface Office {
  readonly id: string;
  readonly type: string;
  readonly name: string;
}

export async function office(admin: Admin, type: string, name: string): Promise<Office> {
  const legal = newId();
  const id = newId();
  await put(admin, 'organisations.legal_entity', { id: legal, name, legal_form: 'inna' });
  await put(admin, 'organisations.institution', {
    id,
    legal_entity_id: legal,
    type,
    name,
    short_name: name,
    email: `${type.toLowerCase()}@example.org`,
    active_from: '2000-01-01',
  });
  return { id, type, name };
}

export const FULL_SCOPE: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9'];

/** A worker with one function, with rows in the database and the actor that the session would make. */
export async function worker(
  admin: Admin,
  at: Office,
  fn: WorkerFunction,
  name: string,
  scope: readonly DataClass[] = FULL_SCOPE,
): Promise<Actor> {
  const id = newId();
  const [given, family] = name.split(' ');
  const from = '2020-01-01';
  await put(admin, 'organisations.worker', {
    id,
    account_id: newId(),
    institution_id: at.id,
    given_name: given,
    family_name: family ?? 'Nowak',
    email: `${id}@example.org`,
    employed_from: from,
  });
  await put(admin, 'organisations.worker_function', {
    id: newId(),
    worker_id: id,
    institution_id: at.id,
    function: fn,
    valid_from: from,
  });
  return {
    kind: 'worker',
    accountId: newId(),
    subjectId: id,
    institutionId: at.id,
    institutionName: at.name,
    institutionType: at.type,
    name,
    functions: [fn],
    permissions: permissionsOf([fn], scope),
    wide: fn === 'head',
    scope,
    choices: 1,
  };
}

/** A participant's own actor. */
export const participant = (personId: string): Actor => ({
  kind: 'participant',
  accountId: newId(),
  subjectId: personId,
  institutionId: '00000000-0000-0000-0000-000000000000',
  institutionName: '',
  institutionType: '',
  name: 'Uczestnik',
  functions: [],
  permissions: new Set(['public', 'signed-in', 'participant.window']),
  wide: false,
  scope: [],
  choices: 0,
});

/** A partnership in operation whose agreement lets each type of partner receive the classes. */
export async function partnership(
  admin: Admin,
  offices: readonly Office[],
  ceiling: readonly string[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'],
): Promise<string> {
  const id = newId();
  const agreement = newId();
  await put(admin, 'partnerships.partnership', {
    id,
    name: 'Partnerstwo próbne',
    county_code: '1207',
    state: 'operating',
    started_on: '2020-01-01',
  });
  await put(admin, 'partnerships.agreement', {
    id: agreement,
    partnership_id: id,
    version: 1,
    state: 'in_force',
    purpose: 'cel',
    target_group: 'grupa',
    data_annex: true,
    valid_from: '2020-01-01',
  });
  for (const type of new Set(offices.map((o) => o.type)))
    await put(admin, 'partnerships.agreement_scope', {
      agreement_id: agreement,
      institution_type: type,
      classes: ceiling,
    });
  for (const o of offices)
    await put(admin, 'partnerships.member', {
      id: newId(),
      partnership_id: id,
      institution_id: o.id,
      joined_on: '2020-01-01',
    });
  return id;
}

export interface SomeCase {
  readonly id: string;
  readonly personId: string;
}

export async function someCase(
  admin: Admin,
  in_: string,
  lead: Office,
  state: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<SomeCase> {
  const id = newId();
  const personId = newId();
  await put(admin, 'cases.person', {
    id: personId,
    partnership_id: in_,
    given_name: 'Jan',
    family_name: 'Wymyślony',
    created_by_institution_id: lead.id,
    created_at: TEST_NOW,
  });
  await put(admin, 'cases.shared_case', {
    id,
    number: `2026/${id.slice(-6)}`,
    partnership_id: in_,
    person_id: personId,
    state,
    state_since: TEST_NOW,
    opened_at: TEST_NOW,
    created_by_institution_id: lead.id,
    lead_institution_id: lead.id,
    waits_for: 'basis',
    intake_on: '2026-03-02',
    updated_at: TEST_NOW,
    ...more,
  });
  return { id, personId };
}

/** Lets an institution in: participation, its worker's assignment, and grants for the classes. */
export async function admit(
  admin: Admin,
  c: SomeCase,
  actor: Actor,
  role: string,
  classes: readonly string[],
  options: { basis?: string; origin?: string; write?: boolean } = {},
): Promise<void> {
  const since = new Date(TEST_NOW.getTime() - 86_400_000);
  await put(admin, 'cases.participation', {
    case_id: c.id,
    institution_id: actor.institutionId,
    role,
    valid_from: since,
  });
  await put(admin, 'cases.assignment', {
    id: newId(),
    case_id: c.id,
    institution_id: actor.institutionId,
    worker_id: actor.subjectId,
    role: role === 'lead' ? 'coordinator' : 'caseworker',
    valid_from: since,
  });
  for (const dataClass of classes)
    await put(admin, 'cases.access_grant', {
      id: newId(),
      case_id: c.id,
      institution_id: actor.institutionId,
      data_class: dataClass,
      purposes: ['P1', 'P2', 'P3', 'P4', 'P5'],
      can_write: options.write ?? true,
      basis_code: options.basis ?? 'TEST_UPS',
      origin: options.origin ?? 'own',
      valid_from: since,
      created_at: since,
    });
}

const ALL = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10'];
/** Bases, timers and domains of tests, apart from the real dictionaries. */
export async function dictionaries(admin: Admin): Promise<void> {
  const basis = (code: string, article: string, kind: string, types: string[], classes = ALL) =>
    admin.run(
      `insert into cases.legal_basis (code, article, pl, en, kind, institution_types, classes, purposes, valid_from, source, certain)
       values ($1, $2, $2, $2, $3, $4, $5, '{P1,P2,P3,P4,P5}', '2000-01-01', 'test', true) on conflict do nothing`,
      [code, article, kind, types, classes],
    );
  await basis('TEST_UPS', 'art. 100 UPS', 'statutory', ['OPS', 'CUS']);
  await basis('TEST_RPSZ', 'art. 198 RPSZ', 'statutory', ['PUP'], ['D1', 'D2', 'D4', 'D5', 'D6']);
  await basis('TEST_UZS', 'art. 8b UZS', 'statutory', ['CIS'], ['D1', 'D2', 'D4', 'D5', 'D6', 'D7']);
  await basis('TEST_COMMISSION', 'umowa zlecenia zadania', 'commission', ['NGO'], ['D1', 'D5', 'D6']);
  await basis(
    'TEST_CONSENT',
    'art. 6 ust. 1 lit. a RODO',
    'consent',
    ['NGO', 'SPS', 'PS'],
    ['D1', 'D3', 'D4', 'D5', 'D6', 'D7'],
  );
  await admin.run(
    `insert into cases.timer (code, amount, unit, valid_from, source, certain) values
       ('diagnosis', 30, 'days', '2000-01-01', 'test', true), ('plan_signed', 14, 'days', '2000-01-01', 'test', true)
     on conflict do nothing`,
  );
}
