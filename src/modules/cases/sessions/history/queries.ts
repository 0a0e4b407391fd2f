import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface CaseAttendanceRow {
  id: string;
  session_id: string;
  case_id: string;
  lineage_id: string;
  starts_at: Date;
  hours: string;
  institution_id: string;
  institution_name: string;
  institution_type: string;
  service_code: string;
  title: string;
  place: string;
  group_id: string | null;
  cancelled_at: Date | null;
  mark: string | null;
  minutes: number | null;
}

export const findCaseAttendance = (ctx: Ctx, caseId: string): Promise<CaseAttendanceRow[]> =>
  ctx.tx.many<CaseAttendanceRow>(sql`
    select a.id, a.session_id, a.case_id, a.lineage_id, s.starts_at, s.hours, s.institution_id, i.short_name as institution_name,
      i.type as institution_type, s.service_code, s.title, s.place, s.group_id, s.cancelled_at, a.mark, a.minutes
    from cases.expected a
    join cases.session s on s.id = a.session_id
    join organisations.api_institution i on i.id = s.institution_id
    where a.case_id = ${caseId}
    order by s.starts_at, a.id`);

export interface UpcomingRow {
  id: string;
  starts_at: Date;
  hours: string;
  title: string;
  service_code: string;
  place: string;
  group_id: string | null;
  institution_name: string;
  institution_type: string;
  case_id: string | null;
  expected: number | null;
  marked: number | null;
  row_version: number;
}

/** Sessions that a worker runs. */
export const findMine = (ctx: Ctx, from: Date, to: Date): Promise<UpcomingRow[]> =>
  ctx.tx.many<UpcomingRow>(sql`
    select s.id, s.starts_at, s.hours, s.title, s.service_code, s.place, s.group_id, i.short_name as institution_name,
      i.type as institution_type, case when s.group_id is null then a.case_id end as case_id, a.expected, a.marked, s.row_version
    from cases.session s
    join organisations.api_institution i on i.id = s.institution_id
    left join lateral (
      select (array_agg(x.case_id))[1] as case_id, count(*)::int as expected, count(x.mark)::int as marked
      from cases.expected x where x.session_id = s.id) a on true
    where s.worker_id = ${ctx.actor.subjectId} and s.institution_id = ${ctx.actor.institutionId}
      and s.cancelled_at is null and s.starts_at >= ${from} and s.starts_at < ${to} and (s.group_id is not null or a.expected > 0)
    order by s.starts_at limit 100`);

/** Sessions of one case, or of every case the actor may see (the participant: their own). */
export const findExpected = (ctx: Ctx, from: Date, to: Date, caseId: string | null): Promise<UpcomingRow[]> =>
  ctx.tx.many<UpcomingRow>(sql`
    select s.id, s.starts_at, s.hours, s.title, s.service_code, s.place, s.group_id, i.short_name as institution_name,
      i.type as institution_type, a.case_id, 1 as expected, case when a.mark is null then 0 else 1 end as marked, s.row_version
    from cases.expected a
    join cases.session s on s.id = a.session_id
    join organisations.api_institution i on i.id = s.institution_id
    where (${caseId}::uuid is null or a.case_id = ${caseId}::uuid)
      and s.cancelled_at is null and s.starts_at >= ${from} and s.starts_at < ${to}
    order by s.starts_at limit 100`);

/** Marks of one item from a day on, in the order of time. */
export const findMarks = (ctx: Ctx, caseId: string, lineageId: string, since: Date) =>
  ctx.tx.many<{ starts_at: Date; mark: string | null }>(sql`
    select s.starts_at, a.mark from cases.attendance a join cases.session s on s.id = a.session_id
    where a.case_id = ${caseId} and a.lineage_id = ${lineageId} and s.cancelled_at is null and s.starts_at >= ${since}
    order by s.starts_at`);

export const wasRaised = (ctx: Ctx, caseId: string, lineageId: string, rule: string, since: string) =>
  ctx.tx.one<{ raised: boolean | null }>(sql`
    select exists (select from cases.event where case_id = ${caseId} and kind = 'attendance.alarm'
      and data ->> 'lineage' = ${lineageId} and data ->> 'rule' = ${rule} and data ->> 'since' = ${since}) as raised`);

export const callReview = (ctx: Ctx, caseId: string, until: LocalDate) =>
  ctx.tx.one<{ called: boolean | null }>(
    sql`select cases.api_call_review(${caseId}::uuid, ${until}::date) as called`,
  );

export const findAddress = (ctx: Ctx, workerId: string) =>
  ctx.tx.maybe<{ email: string | null }>(
    sql`select email from organisations.api_worker where id = ${workerId}`,
  );

export const findRuleTerms = (ctx: Ctx, list: string, on: LocalDate) =>
  ctx.tx.many<{ code: string; pl: string; en: string; meta: unknown; source: string }>(sql`
    select code, pl, en, meta, source from cases.term
    where list = ${list} and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by position`);
