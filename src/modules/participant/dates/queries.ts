import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface DateRow {
  session_id: string | null;
  lineage_id: string | null;
  mark: string | null;
  title: string | null;
  starts_at: Date | null;
  hours: string | null;
  place: string | null;
  cancelled_at: Date | null;
  row_version: number | null;
  institution_name: string | null;
  institution_address: string | null;
  institution_type: string | null;
}

/** Sessions from the instant on, the nearest first. */
export const findAhead = (ctx: Ctx, caseId: string, from: Date) =>
  ctx.tx.many<DateRow>(sql`
    select s.session_id, s.lineage_id, s.mark, s.title, s.starts_at, s.hours, s.place, s.cancelled_at, s.row_version,
      i.short_name as institution_name, i.address as institution_address, i.type as institution_type
    from cases.api_session s left join organisations.api_institution i on i.id = s.institution_id
    where s.case_id = ${caseId} and s.starts_at >= ${from} order by s.starts_at, s.session_id limit 100`);

/** Sessions before the instant, the latest first. */
export const findPast = (ctx: Ctx, caseId: string, before: Date) =>
  ctx.tx.many<DateRow>(sql`
    select s.session_id, s.lineage_id, s.mark, s.title, s.starts_at, s.hours, s.place, s.cancelled_at, s.row_version,
      i.short_name as institution_name, i.address as institution_address, i.type as institution_type
    from cases.api_session s left join organisations.api_institution i on i.id = s.institution_id
    where s.case_id = ${caseId} and s.starts_at < ${before} and s.cancelled_at is null
    order by s.starts_at desc, s.session_id limit 20`);
