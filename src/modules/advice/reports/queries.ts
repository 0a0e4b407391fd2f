import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface ReportedRow {
  id: string;
  namePl: string;
  nameEn: string;
  institution: string | null;
  inside: boolean | null;
}
export const findReported = (ctx: Ctx): Promise<ReportedRow[]> =>
  ctx.tx.many<ReportedRow>(sql`
    select d.id, d.name_pl as "namePl", d.name_en as "nameEn", i.short_name as institution, r.inside
    from advice.reported() r join advice.desk d on d.id = r.desk_id join organisations.api_institution i on i.id = d.institution_id
    order by d.name_pl collate "pl-x-icu", d.id limit 500`);

export interface PartRow {
  dimension: string | null;
  part: string | null;
  n: number | null;
  answered: number | null;
  waiting: number | null;
  late: number | null;
}
export const findParts = (
  ctx: Ctx,
  desks: readonly string[],
  from: LocalDate,
  to: LocalDate,
  ordinals: readonly number[],
): Promise<PartRow[]> =>
  ctx.tx.many<PartRow>(sql`
    select dimension, part, n, answered, waiting, late
    from advice.report(${desks}::uuid[], ${from}, ${to}, ${from}, ${ordinals}::int[])`);

/** Hours of advice cards in the months a period touches, at those of the desks the actor sets up; null where there are none. */
export const findHours = (
  ctx: Ctx,
  desks: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<{ hours: number | null }> =>
  ctx.tx.one<{ hours: number | null }>(sql`
    select sum(m.hours)::float8 as hours
    from generate_series(date_trunc('month', ${from}::date::timestamp), ${to}::date::timestamp, interval '1 month') as g (month),
      advice.month_advisers(g.month::date) as m
    where m.desk_id = any(${desks}::uuid[])`);

/** Questions by topic of one of the actor's desks, or of all, with the published articles there are. */
export const findGaps = (
  ctx: Ctx,
  deskId: string | null,
  from: LocalDate,
  to: LocalDate,
): Promise<{ topicCode: string | null; questions: number | null; articles: number | null }[]> =>
  ctx.tx.many<{ topicCode: string | null; questions: number | null; articles: number | null }>(sql`
    select topic_code as "topicCode", questions, articles from advice.asked_and_answered(${deskId}::uuid, ${from}, ${to})`);
/** What the newest questions on these topics were about, for the words that come again. Of the actor's desks alone. */
export const findSubjects = (
  ctx: Ctx,
  desks: readonly string[],
  topics: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<{ subject: string }[]> =>
  ctx.tx.many<{ subject: string }>(sql`
    select q.subject from advice.question q
    where q.desk_id = any(${desks}::uuid[]) and coalesce(q.topic_code, '') = any(${topics}::text[]) and q.subject <> '' and q.merged_into is null
      and q.asked_at >= ${from}::date::timestamp at time zone 'Europe/Warsaw' and q.asked_at < (${to}::date + 1)::timestamp at time zone 'Europe/Warsaw'
    order by q.asked_at desc limit 3000`);
