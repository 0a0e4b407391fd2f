import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findOutcome = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{
    code: string;
    extra_codes: string[];
    left_on: string;
    evidence_code: string;
    employment_started_on: string | null;
    employment_hours: string;
    planned_months: number | null;
    open_ended: boolean;
    progress_codes: string[];
    note: string;
    informed_on: string;
    evaluation: string;
    recorded_at: Date;
  }>(sql`
    select code, extra_codes, left_on, evidence_code, employment_started_on, employment_hours, planned_months,
      open_ended, progress_codes, note, informed_on, evaluation, recorded_at
    from cases.outcome where case_id = ${caseId}`);

export interface OutcomeRow {
  readonly caseId: string;
  readonly code: string;
  readonly extraCodes: readonly string[];
  readonly leftOn: LocalDate;
  readonly evidence: string;
  readonly startedOn: LocalDate | null;
  readonly hours: string;
  readonly months: number | null;
  readonly openEnded: boolean;
  readonly progress: readonly string[];
  readonly note: string;
  readonly informedOn: LocalDate;
  readonly evaluation: string;
}
/** A closing that was taken back is recorded anew: the row then holds the last word. */
export const saveOutcome = (ctx: Ctx, o: OutcomeRow) =>
  ctx.tx.run(sql`
    insert into cases.outcome (case_id, code, extra_codes, left_on, evidence_code, employment_started_on, employment_hours,
      planned_months, open_ended, progress_codes, note, informed_on, evaluation, recorded_by, recorded_at)
    values (${o.caseId}, ${o.code}, ${o.extraCodes}, ${o.leftOn}, ${o.evidence}, ${o.startedOn}, ${o.hours}, ${o.months},
      ${o.openEnded}, ${o.progress}, ${o.note}, ${o.informedOn}, ${o.evaluation}, ${ctx.actor.subjectId}, ${ctx.now})
    on conflict (case_id) do update set code = excluded.code, extra_codes = excluded.extra_codes, left_on = excluded.left_on,
      evidence_code = excluded.evidence_code, employment_started_on = excluded.employment_started_on,
      employment_hours = excluded.employment_hours, planned_months = excluded.planned_months, open_ended = excluded.open_ended,
      progress_codes = excluded.progress_codes, note = excluded.note, informed_on = excluded.informed_on,
      evaluation = excluded.evaluation, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at,
      row_version = outcome.row_version + 1`);

export const setLeaving = (ctx: Ctx, caseId: string, leftOn: LocalDate, code: string) =>
  ctx.tx.run(
    sql`update cases.shared_case set left_on = ${leftOn}, outcome_code = ${code} where id = ${caseId}`,
  );

export const saveFollowUp = (
  ctx: Ctx,
  f: { id: string; caseId: string; stage: string; opensOn: LocalDate; dueOn: LocalDate },
) =>
  ctx.tx.run(sql`
    insert into cases.follow_up (id, case_id, stage, opens_on, due_on)
    values (${f.id}, ${f.caseId}, ${f.stage}, ${f.opensOn}, ${f.dueOn})
    on conflict (case_id, stage) do update set opens_on = excluded.opens_on, due_on = excluded.due_on
    where follow_up.done_on is null`);

/** Sessions still ahead at which the person is expected. */
export const countAhead = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ total: number | null }>(sql`
    select count(*)::int as total from cases.attendance a join cases.session s on s.id = a.session_id
    where a.case_id = ${caseId} and a.mark is null and a.dropped_at is null and s.cancelled_at is null and s.starts_at >= ${ctx.now}`);

export const findUnconfirmed = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    institution_id: string | null;
    institution_name: string | null;
    institution_type: string | null;
  }>(sql`
    select institution_id, institution_name, institution_type from cases.api_unconfirmed(${caseId}::uuid)`);

export const confirm = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ answer: string | null }>(sql`select cases.api_confirm_closing(${caseId}::uuid) as answer`);

export const close = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ closed: boolean | null }>(sql`select cases.api_close(${caseId}::uuid) as closed`);
