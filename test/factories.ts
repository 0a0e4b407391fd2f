import pg from 'pg';
import type { DataClass } from '#kernel/access.ts';
import { type Actor, PUBLIC_ACTOR, SYSTEM_ACTOR } from '#kernel/context.ts';
import { newId } from '#kernel/ids.ts';
import { EMPTY_RECORD, type Provenance, type RecordInput, saveRecord } from '#modules/directory/api.ts';
import type { InstitutionType, WorkerFunction } from '#modules/organisations/api.ts';
import { overseesAll, permissionsOf } from '../src/modules/organisations/policy.ts';
import type { TestDatabase } from './database.ts';

/** Statements as the administrator, whom row-level security does not hold: parents of what a test is about. */
export async function asAdmin<T>(
  adminUrl: string,
  work: (
    run: (text: string, values?: readonly unknown[]) => Promise<Record<string, unknown>[]>,
  ) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    return await work(
      async (text, values = []) => (await client.query<Record<string, unknown>>(text, [...values])).rows,
    );
  } finally {
    await client.end();
  }
}

export interface MadeInstitution {
  readonly id: string;
  readonly type: InstitutionType;
  readonly name: string;
}

export const ALL_CLASSES: readonly DataClass[] = [
  'D1',
  'D2',
  'D3',
  'D4',
  'D5',
  'D6',
  'D7',
  'D8',
  'D9',
  'D10',
];

export async function makeInstitution(
  adminUrl: string,
  type: InstitutionType,
  name: string = `${type} Próbna ${newId().slice(-4)}`,
): Promise<MadeInstitution> {
  const id = newId();
  await asAdmin(adminUrl, async (run) => {
    const entity = newId();
    await run('insert into organisations.legal_entity (id, name, legal_form) values ($1, $2, $3)', [
      entity,
      name,
      type === 'NGO' ? 'stowarzyszenie' : 'gmina',
    ]);
    await run(
      `insert into organisations.institution (id, legal_entity_id, type, name, short_name, county_code, gmina_id, active_from)
       values ($1, $2, $3, $4, $4, '1207', '1207-limanowa-m', '2020-01-01')`,
      [id, entity, type, name],
    );
    await run(
      `insert into organisations.institution_area (institution_id, gmina_id) values ($1, '1207-limanowa-m'), ($1, '1207-limanowa')`,
      [id],
    );
  });
  return { id, type, name };
}

/** A worker with functions and an authorisation for `scope` (all classes when not said); returns the actor they are. */
export async function makeWorker(
  adminUrl: string,
  institution: MadeInstitution,
  functions: readonly WorkerFunction[],
  options: { scope?: readonly DataClass[]; accountId?: string; name?: [string, string] } = {},
): Promise<Actor> {
  const id = newId();
  const scope = options.scope ?? ALL_CLASSES;
  const [given, family] = options.name ?? ['Anna', `Próbna${id.slice(-4)}`];
  const accountId = options.accountId ?? newId();
  await asAdmin(adminUrl, async (run) => {
    await run(
      `insert into organisations.worker (id, account_id, institution_id, given_name, family_name, email, employed_from)
       values ($1, $2, $3, $4, $5, $6, '2020-01-01')`,
      [id, accountId, institution.id, given, family, `${id}@example.org`],
    );
    for (const f of functions) {
      await run(
        `insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from) values ($1, $2, $3, $4, '2020-01-01')`,
        [newId(), id, institution.id, f],
      );
    }
    if (scope.length > 0) {
      await run(
        `insert into organisations.authorisation (id, worker_id, institution_id, scope, valid_from, valid_to, document)
         values ($1, $2, $3, $4, '2020-01-01', '2099-12-31', 'upoważnienie próbne')`,
        [newId(), id, institution.id, scope],
      );
    }
  });
  return {
    kind: 'worker',
    accountId,
    subjectId: id,
    institutionId: institution.id,
    institutionName: institution.name,
    institutionType: institution.type,
    name: `${given} ${family}`,
    functions,
    permissions: permissionsOf(functions, scope),
    wide: overseesAll(functions, scope),
    scope,
    choices: 1,
  };
}

/** An operating partnership of these institutions, its agreement in force signed by all, with this ceiling for each type. */
export async function makePartnership(
  adminUrl: string,
  members: readonly MadeInstitution[],
  ceiling: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
): Promise<string> {
  const id = newId();
  const agreement = newId();
  await asAdmin(adminUrl, async (run) => {
    await run(
      `insert into partnerships.partnership (id, name, county_code, state, started_on) values ($1, 'Partnerstwo Próbne', '1207', 'operating', '2024-01-01')`,
      [id],
    );
    await run(
      `insert into partnerships.area (partnership_id, gmina_id) values ($1, '1207-limanowa-m'), ($1, '1207-limanowa')`,
      [id],
    );
    await run(
      `insert into partnerships.agreement (id, partnership_id, version, state, data_annex, valid_from)
       values ($1, $2, 1, 'in_force', true, '2024-01-01')`,
      [agreement, id],
    );
    for (const type of new Set(members.map((m) => m.type))) {
      await run(
        'insert into partnerships.agreement_scope (agreement_id, institution_type, classes) values ($1, $2, $3)',
        [agreement, type, ceiling],
      );
    }
    for (const m of members) {
      await run(
        `insert into partnerships.member (id, partnership_id, institution_id, joined_on) values ($1, $2, $3, '2024-01-01')`,
        [newId(), id, m.id],
      );
      await run(
        `insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form) values ($1, $2, $3, 'Kierownik Próbny', '2024-01-01', 'paper')`,
        [newId(), agreement, m.id],
      );
    }
  });
  return id;
}

export interface World {
  readonly ops: MadeInstitution;
  readonly pup: MadeInstitution;
  readonly ngo: MadeInstitution;
  readonly partnershipId: string;
  readonly socialWorker: Actor;
  readonly adviser: Actor;
  readonly specialist: Actor;
  readonly opsHead: Actor;
}

/** The smallest county: OPS, PUP and NGO in an operating partnership, a worker in each and the head of the OPS. */
export async function makeWorld(adminUrl: string): Promise<World> {
  const ops = await makeInstitution(adminUrl, 'OPS');
  const pup = await makeInstitution(adminUrl, 'PUP');
  const ngo = await makeInstitution(adminUrl, 'NGO');
  return {
    ops,
    pup,
    ngo,
    partnershipId: await makePartnership(adminUrl, [ops, pup, ngo]),
    socialWorker: await makeWorker(adminUrl, ops, ['social_worker', 'case_coordinator']),
    adviser: await makeWorker(adminUrl, pup, ['employment_adviser']),
    specialist: await makeWorker(adminUrl, ngo, ['ngo_specialist']),
    opsHead: await makeWorker(adminUrl, ops, ['head']),
  };
}

export interface MadeCase {
  readonly id: string;
  readonly personId: string;
  /** The person themselves, as they act in their own window. */
  readonly participant: Actor;
}

/**
 * A case in a state, coordinated by the world's social worker, with the workers given in its team. Each institution
 * holds the classes said for its type (all of the ceiling, writable, when nothing is said).
 */
export async function makeCaseIn(
  adminUrl: string,
  w: World,
  state: string,
  options: {
    team?: readonly Actor[];
    classes?: Readonly<Record<string, readonly DataClass[]>>;
    readOnly?: Readonly<Record<string, readonly DataClass[]>>;
  } = {},
): Promise<MadeCase> {
  const id = newId();
  const personId = newId();
  const people = options.team ?? [w.socialWorker, w.adviser, w.specialist];
  const since = '2026-01-02T09:00:00Z';
  const basis: Readonly<Record<string, string>> = { OPS: 'ups_100', PUP: 'rpsz_198', NGO: 'commission' };
  await asAdmin(adminUrl, async (run) => {
    await run(`select set_config('app.now', $1, false)`, [since]);
    await run(
      `insert into cases.person (id, partnership_id, given_name, family_name, created_by_institution_id, created_at)
       values ($1, $2, 'Jan', $3, $4, $5)`,
      [personId, w.partnershipId, `Testowy${id.slice(-4)}`, w.ops.id, since],
    );
    await run(
      `insert into cases.shared_case (id, number, partnership_id, person_id, state, state_since, opened_at, created_by_institution_id,
         lead_institution_id, coordinator_id, intake_on, waits_for, waits_institution_id, waits_worker_id, updated_at)
       values ($1, $2, $3, $4, $5, $6, $6, $7, $7, $8, '2026-01-02', $9, $7, $8, $6)`,
      [
        id,
        `2026/${id.slice(-6)}`,
        w.partnershipId,
        personId,
        state,
        since,
        w.ops.id,
        w.socialWorker.subjectId,
        state === 'planning' ? 'plan_draft' : state === 'active' ? 'review' : 'nothing',
      ],
    );
    for (const institution of new Set(people.map((p) => p.institutionId))) {
      const type = people.find((p) => p.institutionId === institution)?.institutionType ?? '';
      await run(
        'insert into cases.participation (case_id, institution_id, role, valid_from) values ($1, $2, $3, $4)',
        [id, institution, type === 'OPS' ? 'lead' : type === 'PUP' ? 'co_lead' : 'provider', since],
      );
      for (const c of options.classes?.[type] ?? ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'])
        await run(
          `insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, origin, valid_from, created_at)
           values ($1, $2, $3, $4, '{P1,P2,P3,P4,P5}', $5, $6, 'own', $7, $7)`,
          [
            newId(),
            id,
            institution,
            c,
            !options.readOnly?.[type]?.includes(c as DataClass),
            basis[type] ?? 'commission',
            since,
          ],
        );
    }
    for (const p of people)
      await run(
        `insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, $5, $6)`,
        [
          newId(),
          id,
          p.institutionId,
          p.subjectId,
          p.subjectId === w.socialWorker.subjectId ? 'coordinator' : 'caseworker',
          since,
        ],
      );
  });
  return {
    id,
    personId,
    participant: {
      ...PUBLIC_ACTOR,
      kind: 'participant',
      accountId: newId(),
      subjectId: personId,
      name: 'Jan Testowy',
      permissions: new Set(['participant.window']),
    },
  };
}

/** A signed plan of the case with one item, carried out by `worker` from one day to another; returns its lineage. */
export async function makeSignedItem(
  adminUrl: string,
  caseId: string,
  worker: Actor,
  item: { serviceCode?: string; startsOn: string; dueOn: string; signedOn?: string },
): Promise<string> {
  const plan = newId();
  const goal = newId();
  const lineage = newId();
  await asAdmin(adminUrl, async (run) => {
    await run(
      `insert into cases.plan (id, case_id, version, state, next_review_on, contact_every_days, contact_form, own_obligation, created_at)
       values ($1, $2, (select coalesce(max(version), 0) + 1 from cases.plan where case_id = $2), 'draft', $3, 30, 'visit', 'Przychodzę.', now())`,
      [plan, caseId, item.dueOn],
    );
    await run(
      `insert into cases.goal (id, plan_id, case_id, lineage_id, position, title, measure, due_on) values ($1, $2, $3, $4, 1, 'Cel', 'miara', $5)`,
      [goal, plan, caseId, newId(), item.dueOn],
    );
    await run(
      `insert into cases.plan_item (id, plan_id, goal_id, case_id, lineage_id, position, service_code, institution_id, worker_id, starts_on, due_on, financing_code)
       values ($1, $2, $3, $4, $5, 1, $6, $7, $8, $9, $10, 'none')`,
      [
        newId(),
        plan,
        goal,
        caseId,
        lineage,
        item.serviceCode ?? 'support_group',
        worker.institutionId,
        worker.subjectId,
        item.startsOn,
        item.dueOn,
      ],
    );
    // The life of a version is guarded by triggers; a test that is not about signing steps over them.
    await run('alter table cases.plan disable trigger version');
    await run(`update cases.plan set state = 'signed', signed_on = $2, content_hash = 'test' where id = $1`, [
      plan,
      item.signedOn ?? item.startsOn,
    ]);
    await run('alter table cases.plan enable trigger version');
  });
  return lineage;
}

/** An account that may sign in for this actor; the worker made by `makeWorker` is joined to it. */
export async function makeAccount(
  app: {
    readonly adminUrl: string;
    readonly auth: Pick<import('../src/kernel/auth/auth.ts').Auth, 'createAccount'>;
  },
  actor: Actor,
): Promise<string> {
  return app.auth.createAccount({
    id: actor.accountId,
    email: `${actor.accountId}@example.org`,
    name: actor.name,
    password: { hash: 'not-a-password' },
  });
}

/** A record of the base with nothing in it but a name and a seat; `given` says the rest. */
export const recordInput = (given: Partial<RecordInput> = {}): RecordInput => ({
  ...EMPTY_RECORD,
  type: 'SPS',
  legalForm: 'spoldzielnia_socjalna',
  name: 'Spółdzielnia Socjalna „Próba”',
  shortName: 'Próba',
  ...given,
});

/** Writes a record as an import would, kept by `institutionId` when given; returns its id. */
export const makeEntity = (
  base: Pick<TestDatabase, 'ctxAs'>,
  given: Partial<RecordInput> = {},
  from: Partial<Provenance> = {},
): Promise<string> =>
  base.ctxAs(SYSTEM_ACTOR, (ctx) =>
    saveRecord(ctx, null, recordInput(given), {
      source: 'partner',
      sourceOn: '2026-01-02',
      by: 'import',
      confirmed: { on: '2026-01-02', by: 'register' },
      ...from,
    }),
  );
