import pg from 'pg';
import { newId } from '#kernel/ids.ts';
import type { TestDatabase } from './database.ts';

/** The administrator's hand: row-level security, triggers and foreign keys do not hold it. */
export interface Admin {
  run(text: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  end(): Promise<void>;
}

export async function adminOf(t: TestDatabase): Promise<Admin> {
  const client = new pg.Client({ connectionString: t.adminUrl });
  await client.connect();
  await client.query("set session_replication_role = 'replica'");
  return {
    run: async (text, values = []) => (await client.query<Record<string, unknown>>(text, [...values])).rows,
    end: () => client.end(),
  };
}

/** One row of a case: where it is, how it is named, and what decides who sees it. */
export interface ContentRow {
  readonly table: string;
  readonly id: string;
  readonly dataClass: string;
  readonly institutionId: string;
}

/** The column or expression that names a row, where it is not `id`. */
export const ROW_KEYS: Readonly<Record<string, string>> = {
  diagnosis_approval: "diagnosis_id::text || '/' || institution_id",
  closing_confirmation: "case_id::text || '/' || institution_id",
  participation: "case_id::text || '/' || institution_id",
  review_item: "review_id::text || '/' || lineage_id",
  review_goal: "review_id::text || '/' || lineage_id",
  item_progress: 'lineage_id::text',
  outcome: 'case_id::text',
  withdrawal: 'case_id::text',
};
export const rowKey = (table: string): string => ROW_KEYS[table] ?? 'id::text';

/** Values of one row as SQL; {case}, {person}, {ops}, {w} and the like stand for ids of the case. */
const COMMON: Readonly<Record<string, string>> = {
  person:
    "(id, partnership_id, given_name, family_name, created_by_institution_id, created_at) values ({person}, {case}, 'Jan', 'Wymyślony', {ops}, now())",
  person_identifier:
    "(id, person_id, partnership_id, kind, value) values ({new}, {person}, {case}, 'document', {case}::text)",
  shared_case:
    "(id, number, partnership_id, person_id, state, state_since, opened_at, created_by_institution_id, lead_institution_id, waits_for, updated_at) values ({case}, {case}::text, {case}, {person}, {state}, now(), now(), {ops}, {ops}, 'nothing', now())",
  event: "(id, case_id, at, kind) values ({new}, {case}, now(), 'test')",
  clause_given:
    "(id, case_id, version, given_on, form, institution_id, worker_id) values ({new}, {case}, '1', '2026-01-01', 'oral', {ops}, {w})",
  consent:
    "(id, case_id, institution_id, classes, text_version, lang, given_on, way, valid_to) values ({new}, {case}, {ops}, '{D1}', '1', 'pl', '2026-01-01', 'oral', '2027-01-01')",
  institution_basis:
    "(id, case_id, institution_id, basis_code, classes, recorded_by, recorded_at) values ({new}, {case}, {ops}, 'ups_100', '{D1}', {w}, now())",
  closing_confirmation: '(case_id, institution_id, worker_id, at) values ({case}, {ops}, {w}, now())',
  archive_reading:
    "(id, case_id, institution_id, worker_id, reason, at, until) values ({new}, {case}, {ops}, {w}, 'control', now(), now())",
  withdrawal:
    "(case_id, reason, said_on, way, from_state, recorded_at) values ({case}, 'x', '2026-03-01', 'oral', 'active', now())",
  diagnosis: '(id, case_id, number, created_at) values ({diagnosis}, {case}, 1, now())',
  functional_conclusion:
    "(id, diagnosis_id, case_id, domain, body) values ({new}, {diagnosis}, {case}, 'work', 'x')",
  diagnosis_approval:
    '(diagnosis_id, case_id, institution_id, worker_id, at, content_version) values ({diagnosis}, {case}, {ops}, {w}, now(), 1)',
  plan: '(id, case_id, version, created_at) values ({plan}, {case}, 1, now())',
  goal: "(id, plan_id, case_id, lineage_id, position, title, measure, due_on) values ({goal}, {plan}, {case}, {new}, 1, 'x', 'x', '2026-05-01')",
  item_progress: "(lineage_id, case_id, state, changed_at) values ({plan}, {case}, 'planned', now())",
  plan_signature:
    "(id, plan_id, case_id, signer, name, way, signed_at, content_hash) values ({new}, {plan}, {case}, 'person', 'x', 'paper', now(), 'x')",
  linked_instrument:
    "(id, case_id, kind, institution_id, state) values ({new}, {case}, 'ipd', {ops}, 'signed')",
  group_member:
    "(id, group_id, case_id, lineage_id, joined_on) values ({new}, {plan}, {case}, {plan}, '2026-03-01')",
  contact:
    "(id, case_id, institution_id, worker_id, held_on, channel, reached) values ({new}, {case}, {ops}, {w}, '2026-03-01', 'phone', true)",
  review:
    "(id, case_id, plan_id, number, held_on, kind, present, decision, recorded_by, recorded_at) values ({review}, {case}, {plan}, 1, '2026-03-01', 'extra', 'x', 'continue', {w}, now())",
  review_item: "(review_id, case_id, lineage_id, result) values ({review}, {case}, {plan}, 'done')",
  review_goal: '(review_id, case_id, lineage_id, scale) values ({review}, {case}, {plan}, 1)',
  suspension:
    "(id, case_id, reason, from_on, until_on, recorded_by) values ({new}, {case}, 'x', '2026-03-01', '2026-03-05', {w})",
  outcome:
    "(case_id, code, left_on, evidence_code, informed_on, recorded_by, recorded_at) values ({case}, 'X', '2026-03-01', 'x', '2026-03-01', {w}, now())",
  follow_up:
    "(id, case_id, stage, opens_on, due_on) values ({followup}, {case}, 'F0', '2026-03-01', '2026-04-01')",
  contact_try:
    "(id, follow_up_id, case_id, tried_on, channel, worker_id) values ({new}, {followup}, {case}, '2026-03-01', 'phone', {w})",
};
/** One row for each class. */
const BY_CLASS: Readonly<Record<string, { classes: readonly string[]; row: string }>> = {
  diagnosis_part: {
    classes: ['D3', 'D4', 'D7', 'D8'],
    row: '(id, diagnosis_id, case_id, domain, data_class, institution_id) values ({new}, {diagnosis}, {case}, {class}, {class}, {ops})',
  },
};
/** One row for each institution, and notes for each class besides. */
const BY_OWNER: Readonly<Record<string, string>> = {
  participation: "(case_id, institution_id, role, valid_from) values ({case}, {owner}, 'provider', now())",
  plan_item:
    "(id, plan_id, goal_id, case_id, lineage_id, position, service_code, institution_id, worker_id, starts_on, due_on, financing_code) values ({new}, {plan}, {goal}, {case}, {new}, 1, 'x', {owner}, {w}, '2026-03-01', '2026-04-01', 'x')",
  session:
    "(id, institution_id, worker_id, service_code, title, starts_at, hours) values ({session}, {owner}, {w}, 'x', 'x', now(), 1)",
  attendance: '(id, session_id, case_id, lineage_id) values ({new}, {session}, {case}, {new})',
};
const NOTE_CLASSES = ['D3', 'D5', 'D7', 'D9', 'D10'];
const NOTE =
  "(id, case_id, data_class, institution_id, worker_id, at, body) values ({new}, {case}, {class}, {owner}, {w}, now(), 'x')";

/**
 * One case with a row in every content table, and one for every owner or class where that decides. The first of the
 * institutions opened the case.
 */
export async function fillCase(
  admin: Admin,
  c: { id: string; personId: string; state: string },
  institutions: readonly string[],
  workerId: string,
): Promise<ContentRow[]> {
  const rows: ContentRow[] = [];
  const ids: Record<string, string> = {
    case: c.id,
    person: c.personId,
    state: c.state,
    ops: institutions[0] ?? '',
    w: workerId,
  };
  for (const name of ['diagnosis', 'plan', 'goal', 'review', 'followup']) ids[name] = newId();
  const add = async (table: string, row: string, own: Record<string, string> = {}) => {
    const text = row.replace(
      /\{(\w+)\}(?!')/g,
      (_, name: string) => `'${name === 'new' ? newId() : (own[name] ?? ids[name])}'`,
    );
    const [made] = await admin.run(`insert into cases.${table} ${text} returning ${rowKey(table)} as id`);
    rows.push({ table, id: String(made?.id), dataClass: own.class ?? '', institutionId: own.owner ?? '' });
  };
  for (const [table, row] of Object.entries(COMMON)) await add(table, row);
  for (const [table, { classes, row }] of Object.entries(BY_CLASS))
    for (const each of classes) await add(table, row, { class: each, owner: ids.ops ?? '' });
  for (const owner of institutions) {
    const session = newId();
    for (const [table, row] of Object.entries(BY_OWNER)) await add(table, row, { owner, session });
    for (const each of NOTE_CLASSES) await add('note', NOTE, { class: each, owner });
  }
  return rows;
}
