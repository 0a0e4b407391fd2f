import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findPlan = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{
    id: string;
    case_id: string;
    version: number;
    state: string;
    next_review_on: string | null;
    contact_every_days: number | null;
    contact_form: string;
    own_obligation: string;
    confirmed_warnings: string[];
    signed_on: string | null;
    signing_since: Date | null;
    content_hash: string | null;
    created_at: Date;
    row_version: number;
  }>(sql`
    select id, case_id, version, state, next_review_on, contact_every_days, contact_form, own_obligation,
      confirmed_warnings, signed_on, signing_since, content_hash, created_at, row_version
    from cases.plan where id = ${id}`);

export const findVersions = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ id: string; version: number; state: string; signed_on: string | null; created_at: Date }>(sql`
    select id, version, state, signed_on, created_at from cases.plan where case_id = ${caseId} order by version desc`);

export const findGoals = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    lineage_id: string;
    position: number;
    title: string;
    measure: string;
    due_on: string;
    row_version: number;
  }>(sql`
    select id, lineage_id, position, title, measure, due_on, row_version
    from cases.goal where plan_id = ${planId} order by position, id`);

export interface ItemRow {
  id: string;
  plan_id: string;
  case_id: string;
  goal_id: string;
  lineage_id: string;
  position: number;
  service_code: string;
  description: string;
  institution_id: string;
  institution_name: string;
  institution_type: string;
  worker_id: string;
  starts_on: string;
  due_on: string;
  financing_code: string;
  place: string;
  hours: string | null;
  row_version: number;
  progress: string | null;
  progress_reason: string | null;
  progress_at: Date | null;
  progress_version: number | null;
}

/** Items of one version; of an institution that sees only its own items, those. */
export const findItems = (ctx: Ctx, planId: string): Promise<ItemRow[]> =>
  ctx.tx.many<ItemRow>(sql`
    select i.id, i.plan_id, i.case_id, i.goal_id, i.lineage_id, i.position, i.service_code, i.description, i.institution_id,
      n.short_name as institution_name, n.type as institution_type, i.worker_id, i.starts_on, i.due_on,
      i.financing_code, i.place, i.hours, i.row_version,
      p.state as progress, p.reason as progress_reason, p.changed_at as progress_at, p.row_version as progress_version
    from cases.plan_item i
    join organisations.api_institution n on n.id = i.institution_id
    left join cases.item_progress p on p.lineage_id = i.lineage_id
    where i.plan_id = ${planId} order by i.position, i.id`);

export const findSignatures = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    signer: string;
    institution_id: string | null;
    institution_name: string | null;
    name: string;
    way: string;
    signed_at: Date;
    signed_on: string | null;
    content_hash: string;
  }>(sql`
    select s.id, s.signer, s.institution_id, n.short_name as institution_name, s.name, s.way, s.signed_at, s.signed_on, s.content_hash
    from cases.plan_signature s left join organisations.api_institution n on n.id = s.institution_id
    where s.plan_id = ${planId} and s.voided_at is null order by s.signed_at, s.id`);

/** Names of workers who stand in the case, also those who have left it. */
export const findNames = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ worker_id: string | null; name: string | null }>(
    sql`select worker_id, name from cases.api_named_workers(${caseId}::uuid)`,
  );

/** Which versions are open or in force, also for whoever sees only items of their own institution. */
export const findStatus = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    plan_id: string | null;
    version: number | null;
    state: string | null;
    content_hash: string | null;
    signing_since: Date | null;
  }>(sql`
    select plan_id, version, state, content_hash, signing_since from cases.api_plan_status(${caseId}::uuid)`);

/** What the approved diagnosis says, to draft from. */
export const findDiagnosis = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{
    id: string;
    number: number;
    conclusion: string;
    own_view: string;
    strengths: string;
  }>(sql`
    select id, number, conclusion, own_view, strengths from cases.diagnosis
    where case_id = ${caseId} and state = 'approved' order by number desc limit 1`);

export const findFunctional = (ctx: Ctx, diagnosisId: string) =>
  ctx.tx.many<{ domain: string; body: string }>(
    sql`select domain, body from cases.functional_conclusion where diagnosis_id = ${diagnosisId} order by domain`,
  );

/** Absences of these workers that touch the day they begin. */
export const findAbsences = (ctx: Ctx, workers: readonly string[]) =>
  ctx.tx.many<{ worker_id: string | null; from_on: string | null; to_on: string | null }>(sql`
    select worker_id, from_on, to_on from organisations.api_absence where worker_id = any (${workers}::uuid[])`);

export const setProgress = (
  ctx: Ctx,
  p: { lineageId: string; caseId: string; state: string; reason: string; expected: number },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.item_progress (lineage_id, case_id, state, reason, changed_at, changed_by)
    values (${p.lineageId}, ${p.caseId}, ${p.state}, ${p.reason}, ${ctx.now}, ${ctx.actor.subjectId})
    on conflict (lineage_id) do update set state = excluded.state, reason = excluded.reason,
      changed_at = excluded.changed_at, changed_by = excluded.changed_by, row_version = item_progress.row_version + 1
    where item_progress.row_version = ${p.expected} or ${p.expected} < 0`);

export const beginCase = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ begun: boolean | null }>(sql`select cases.api_begin(${caseId}::uuid) as begun`);

export const beginDue = (ctx: Ctx) =>
  ctx.tx.many<{ case_id: string | null }>(sql`select case_id from cases.api_begin_due()`);

/** Versions of the case whose item this is; the responsible institution of the one in force says who answers for it. */
export const findItemInForce = (ctx: Ctx, caseId: string, lineageId: string) =>
  ctx.tx.maybe<{
    id: string;
    institution_id: string;
    worker_id: string;
    starts_on: LocalDate;
    due_on: LocalDate;
    service_code: string;
  }>(sql`
    select id, institution_id, worker_id, starts_on, due_on, service_code from cases.plan_item i
    where i.case_id = ${caseId} and i.lineage_id = ${lineageId} and cases.plan_state(i.plan_id) = 'signed'`);
