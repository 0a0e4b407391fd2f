import type { DataClass } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseState, Waits } from './schema.ts';

interface CaseRow {
  id: string;
  number: string;
  partnership_id: string;
  person_id: string;
  state: string;
  state_since: Date;
  opened_at: Date;
  lead_institution_id: string;
  created_by_institution_id: string;
  coordinator_id: string | null;
  office_sign: string;
  intake_on: string | null;
  left_on: string | null;
  outcome_code: string | null;
  waits_for: string;
  waits_institution_id: string | null;
  waits_worker_id: string | null;
  waits_until: string | null;
  previous_case_id: string | null;
  row_version: number;
}

export type { CaseRow };

export const findCase = (ctx: Ctx, id: string): Promise<CaseRow | null> =>
  ctx.tx.maybe<CaseRow>(sql`
    select id, number, partnership_id, person_id, state, state_since, opened_at, lead_institution_id,
      created_by_institution_id, coordinator_id, office_sign, intake_on, left_on, outcome_code, waits_for,
      waits_institution_id, waits_worker_id, waits_until, previous_case_id, row_version
    from cases.shared_case where id = ${id}`);

export const lockCase = (ctx: Ctx, id: string): Promise<CaseRow | null> =>
  ctx.tx.maybe<CaseRow>(sql`
    select id, number, partnership_id, person_id, state, state_since, opened_at, lead_institution_id,
      created_by_institution_id, coordinator_id, office_sign, intake_on, left_on, outcome_code, waits_for,
      waits_institution_id, waits_worker_id, waits_until, previous_case_id, row_version
    from cases.shared_case where id = ${id} for update`);

/** Whether the own institution holds a grant to write the class, now and for the purpose of the request. */
export const findWritable = (ctx: Ctx, caseId: string, dataClass: DataClass) =>
  ctx.tx.one<{ writable: boolean | null }>(sql`
    select exists (select from cases.access_grant where case_id = ${caseId} and institution_id = ${ctx.actor.institutionId}
      and data_class = ${dataClass} and can_write and valid_from <= ${ctx.now} and (valid_to is null or valid_to > ${ctx.now})
      and ${ctx.purpose} = any (purposes)) as writable`);

export const setState = (ctx: Ctx, id: string, state: CaseState, waits: Waits): Promise<number> =>
  ctx.tx.run(sql`
    update cases.shared_case set state = ${state}, state_since = ${ctx.now}, waits_for = ${waits.for},
      waits_institution_id = ${waits.institutionId ?? null}, waits_worker_id = ${waits.workerId ?? null},
      waits_until = ${waits.until ?? null}, updated_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id}`);

export const setWaits = (ctx: Ctx, id: string, waits: Waits): Promise<number> =>
  ctx.tx.run(sql`
    update cases.shared_case set waits_for = ${waits.for}, waits_institution_id = ${waits.institutionId ?? null},
      waits_worker_id = ${waits.workerId ?? null}, waits_until = ${waits.until ?? null}, updated_at = ${ctx.now},
      row_version = row_version + 1
    where id = ${id}`);

export const addEvent = (
  ctx: Ctx,
  caseId: string,
  kind: string,
  data: Record<string, unknown>,
  workerId: string | null,
  institutionId: string | null,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.event (id, case_id, at, kind, institution_id, worker_id, data)
    values (${newId()}, ${caseId}, ${ctx.now}, ${kind}, ${institutionId}, ${workerId}, ${JSON.stringify(data)}::jsonb)`);

export const findTimer = (
  ctx: Ctx,
  code: string,
  on: LocalDate,
): Promise<{ amount: number; unit: string } | null> =>
  ctx.tx.maybe<{ amount: number; unit: string }>(sql`
    select amount, unit from cases.timer
    where code = ${code} and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by valid_from desc limit 1`);

export const findTerms = (
  ctx: Ctx,
  list: string,
  on: LocalDate,
): Promise<{ code: string; pl: string; en: string; uk: string | null; meta: unknown }[]> =>
  ctx.tx.many<{ code: string; pl: string; en: string; uk: string | null; meta: unknown }>(sql`
    select code, pl, en, uk, meta from cases.term
    where list = ${list} and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by position, code`);

export interface TeamRow {
  institution_id: string | null;
  institution_name: string | null;
  institution_type: string | null;
  participation: string | null;
  worker_id: string | null;
  worker_name: string | null;
  role: string | null;
}
export const findTeam = (ctx: Ctx, caseId: string): Promise<TeamRow[]> =>
  ctx.tx.many<TeamRow>(sql`
    select institution_id, institution_name, institution_type, participation, worker_id, worker_name, role
    from cases.api_team(${caseId}::uuid)`);

export interface NewGrants {
  readonly caseId: string;
  readonly institutionId: string;
  readonly classes: readonly string[];
  /** Of `classes`, those that may be written too. */
  readonly writes: readonly string[];
  readonly purposes: readonly string[];
  readonly basisCode: string;
  readonly consentId: string | null;
  readonly origin: string;
  readonly validTo: Date | null;
}
/** One row a class, in one statement. */
export const insertGrants = (ctx: Ctx, g: NewGrants): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.access_grant (id, case_id, institution_id, data_class, purposes, can_write, basis_code, consent_id, origin, valid_from, valid_to, created_at)
    select n.id, ${g.caseId}, ${g.institutionId}, n.data_class, ${g.purposes}, n.data_class = any (${g.writes}::text[]), ${g.basisCode}, ${g.consentId},
      ${g.origin}, ${ctx.now}, ${g.validTo}, ${ctx.now}
    from unnest(${g.classes.map(() => newId())}::uuid[], ${g.classes}::text[]) as n(id, data_class)`);

export const insertParticipation = (
  ctx: Ctx,
  caseId: string,
  institutionId: string,
  role: string,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.participation (case_id, institution_id, role, valid_from) values (${caseId}, ${institutionId}, ${role}, ${ctx.now})
    on conflict (case_id, institution_id) do update set valid_to = null,
      role = case when participation.role = 'lead' then participation.role else excluded.role end`);

export const insertAssignment = (
  ctx: Ctx,
  caseId: string,
  institutionId: string,
  workerId: string,
  role: string,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.assignment (id, case_id, institution_id, worker_id, role, valid_from)
    values (${newId()}, ${caseId}, ${institutionId}, ${workerId}, ${role}, ${ctx.now})`);

export const setCoordinator = (
  ctx: Ctx,
  caseId: string,
  workerId: string,
  institutionId: string,
  intakeOn: LocalDate,
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.shared_case set coordinator_id = ${workerId}, lead_institution_id = ${institutionId}, intake_on = ${intakeOn},
      updated_at = ${ctx.now}, row_version = row_version + 1 where id = ${caseId}`);

/** How many cases wait for this worker, or for the institution when nobody is named and the worker oversees it. */
export const countWaiting = (ctx: Ctx): Promise<{ waiting: number | null }> =>
  ctx.tx.one<{ waiting: number | null }>(sql`
    select count(*)::int as waiting from cases.shared_case
    where audience @> array[${ctx.actor.wide ? ctx.actor.institutionId : ctx.actor.subjectId}]::uuid[]
      and waits_for <> 'nothing'
      and (waits_worker_id = ${ctx.actor.subjectId}
        or (waits_worker_id is null and waits_institution_id = ${ctx.actor.institutionId} and ${ctx.actor.wide}))`);

export interface HeadRow {
  given_name: string | null;
  family_name: string | null;
  unidentified_label: string | null;
  coordinator: string | null;
  lead: string | null;
  waits_institution: string | null;
  waits_worker: string | null;
}
export const findHead = (ctx: Ctx, caseId: string): Promise<HeadRow> =>
  ctx.tx.one<HeadRow>(sql`
    select p.given_name, p.family_name, p.unidentified_label, k.name as coordinator, l.short_name as lead,
      i.short_name as waits_institution, w.name as waits_worker
    from cases.shared_case c
    left join cases.person p on p.id = c.person_id
    left join organisations.api_worker k on k.id = c.coordinator_id
    left join organisations.api_institution l on l.id = c.lead_institution_id
    left join organisations.api_institution i on i.id = c.waits_institution_id
    left join organisations.api_worker w on w.id = c.waits_worker_id
    where c.id = ${caseId}`);

/** Institutions that still owe their part of the diagnosis. */
export const findOwingParts = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(sql`
    select distinct p.institution_id as id, p.institution_name as name
    from cases.api_parts((select id from cases.diagnosis where case_id = ${caseId} order by number desc limit 1)) p
    where p.required and not p.filled order by 2`);

/** Partners who have not confirmed the closing. */
export const findUnconfirmed = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(sql`
    select institution_id as id, institution_name as name from cases.api_unconfirmed(${caseId}::uuid)`);

export const countOpen = (
  ctx: Ctx,
  partnershipId: string,
  institutionId: string | null,
): Promise<{ total: number | null }> =>
  ctx.tx.one<{ total: number | null }>(
    sql`select cases.api_open_cases(${partnershipId}::uuid, ${institutionId}::uuid) as total`,
  );

export const findNumbered = (ctx: Ctx, number: string): Promise<{ id: string | null }[]> =>
  ctx.tx.many<{ id: string | null }>(sql`select id from cases.api_numbered(${number}::text)`);

export const narrowToCeiling = (ctx: Ctx, partnershipId: string): Promise<{ ended: number | null }> =>
  ctx.tx.one<{ ended: number | null }>(
    sql`select cases.api_narrow_to_ceiling(${partnershipId}::uuid) as ended`,
  );
