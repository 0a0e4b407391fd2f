import pg from 'pg';
import type { Auth } from '../kernel/auth/auth.ts';
import { newId } from '../kernel/ids.ts';
import { addDays, addMonths, type LocalDate } from '../kernel/time.ts';
import { INSTITUTIONS } from './institutions.ts';
import { PARTNERSHIPS } from './partnerships.ts';
import { DEMO_PASSWORD, emailOf, WORKERS } from './workers.ts';

/** Keys of the fixture to ids in the database. */
export interface DemoCounty {
  readonly institutions: ReadonlyMap<string, string>;
  readonly workers: ReadonlyMap<string, { id: string; accountId: string; institutionId: string }>;
  readonly partnerships: ReadonlyMap<string, string>;
}

const WELFARE = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10'];
const CEILINGS: Readonly<Record<string, readonly string[]>> = {
  OPS: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
  CUS: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
  PCPR: ['D1', 'D2', 'D3', 'D5', 'D6'],
  PUP: ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'],
  NGO: ['D1', 'D3', 'D4', 'D5', 'D6'],
  CIS: ['D1', 'D2', 'D4', 'D5', 'D6', 'D7'],
  KIS: ['D1', 'D4', 'D5', 'D6'],
  WTZ: ['D1', 'D5', 'D6', 'D7'],
  ZAZ: ['D1', 'D5', 'D6', 'D7'],
};

/** Writes institutions, workers with accounts, and partnerships in force since two years. */
export async function loadCounty(
  adminUrl: string,
  auth: Pick<Auth, 'createAccount' | 'hashPassword'>,
  today: LocalDate,
): Promise<DemoCounty> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const since = addMonths(today, -36);
    const institutions = await writeInstitutions(client, since);
    const workers = await writeWorkers(client, auth, institutions, today);
    const partnerships = await writePartnerships(client, institutions, workers, addMonths(today, -24));
    return { institutions, workers, partnerships };
  } finally {
    await client.end();
  }
}

async function writeInstitutions(client: pg.Client, since: LocalDate): Promise<Map<string, string>> {
  const entities = new Map<string, string>();
  const ids = new Map<string, string>();
  for (const i of INSTITUTIONS) {
    const entity = entities.get(i.founder) ?? newId();
    if (!entities.has(i.founder)) {
      entities.set(i.founder, entity);
      await client.query(
        'insert into organisations.legal_entity (id, name, legal_form) values ($1, $2, $3)',
        [entity, `${i.founder} (pokaz)`, i.form],
      );
    }
    const id = newId();
    ids.set(i.key, id);
    await client.query(
      `insert into organisations.institution (id, legal_entity_id, type, name, short_name, county_code, gmina_id, address, phone, email, active_from, is_demo)
       values ($1, $2, $3, $4, $5, $10, $6, $7, '600 000 000', $8, $9, true)`,
      [
        id,
        entity,
        i.type,
        `${i.name} (pokaz)`,
        i.short,
        i.seat,
        'ul. Przykładowa 1',
        `${i.key}@splot.example`,
        since,
        // Those of the voivodeship belong to no county.
        i.form === 'wojewodztwo' ? null : '1207',
      ],
    );
    await client.query(
      'insert into organisations.institution_area (institution_id, gmina_id) select $1, unnest($2::text[])',
      [id, i.area],
    );
  }
  return ids;
}

async function writeWorkers(
  client: pg.Client,
  auth: Pick<Auth, 'createAccount' | 'hashPassword'>,
  institutions: ReadonlyMap<string, string>,
  today: LocalDate,
): Promise<Map<string, { id: string; accountId: string; institutionId: string }>> {
  const hash = await auth.hashPassword(DEMO_PASSWORD);
  const since = addMonths(today, -30);
  const workers = new Map<string, { id: string; accountId: string; institutionId: string }>();
  for (const w of WORKERS) {
    const institutionId = required(institutions, w.institution);
    const accountId = await auth.createAccount({
      email: emailOf(w),
      name: `${w.given} ${w.family}`,
      password: { hash },
    });
    const id = newId();
    workers.set(w.key, { id, accountId, institutionId });
    await client.query(
      `insert into organisations.worker (id, account_id, institution_id, given_name, family_name, email, phone, employed_from)
       values ($1, $2, $3, $4, $5, $6, '600 000 000', $7)`,
      [id, accountId, institutionId, w.given, w.family, emailOf(w), since],
    );
    for (const f of w.functions) {
      await client.query(
        'insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from) values ($1, $2, $3, $4, $5)',
        [newId(), id, institutionId, f, since],
      );
    }
    if (w.functions.some((f) => f !== 'technical_admin')) {
      await client.query(
        `insert into organisations.authorisation (id, worker_id, institution_id, scope, valid_from, valid_to, document) values ($1, $2, $3, $4, $5, $6, $7)`,
        [newId(), id, institutionId, WELFARE, since, addDays(today, 400), `Upoważnienie ${w.key}/pokaz`],
      );
    }
  }
  return workers;
}

async function writePartnerships(
  client: pg.Client,
  institutions: ReadonlyMap<string, string>,
  workers: ReadonlyMap<string, { id: string }>,
  since: LocalDate,
): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const p of PARTNERSHIPS) {
    const id = newId();
    ids.set(p.key, id);
    const agreement = newId();
    await client.query(
      `insert into partnerships.partnership (id, name, county_code, state, started_on) values ($1, $2, '1207', 'operating', $3)`,
      [id, p.name, since],
    );
    await client.query(
      'insert into partnerships.area (partnership_id, gmina_id) select $1, unnest($2::text[])',
      [id, p.area],
    );
    await client.query(
      `insert into partnerships.agreement (id, partnership_id, version, state, data_annex, valid_from)
       values ($1, $2, 1, 'in_force', true, $3)`,
      [agreement, id, since],
    );
    const types = new Set(p.members.map((key) => INSTITUTIONS.find((i) => i.key === key)?.type ?? ''));
    for (const type of types) {
      await client.query(
        'insert into partnerships.agreement_scope (agreement_id, institution_type, classes) values ($1, $2, $3)',
        [agreement, type, CEILINGS[type] ?? ['D1']],
      );
    }
    for (const key of p.members) {
      const institution = required(institutions, key);
      await client.query(
        'insert into partnerships.member (id, partnership_id, institution_id, joined_on) values ($1, $2, $3, $4)',
        [newId(), id, institution, since],
      );
      await client.query(
        `insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form) values ($1, $2, $3, 'Osoba uprawniona (pokaz)', $4, 'paper')`,
        [newId(), agreement, institution, since],
      );
      const contact = WORKERS.find((w) => w.institution === key);
      if (contact) {
        await client.query(
          `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'contact', $5)`,
          [newId(), id, institution, required(workers, contact.key).id, since],
        );
      }
    }
    const coordinator = WORKERS.find(
      (w) => w.institution === p.coordinator && w.functions.includes('partnership_coordinator'),
    );
    if (coordinator) {
      await client.query(
        `insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from) values ($1, $2, $3, $4, 'coordinator', $5)`,
        [newId(), id, required(institutions, p.coordinator), required(workers, coordinator.key).id, since],
      );
    }
  }
  return ids;
}

export function required<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`the demonstration has no "${key}"`);
  return value;
}
