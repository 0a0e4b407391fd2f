import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Pairs of institutions that sat at one table, and how often. */
export const findCommon = (ctx: Ctx, bodies: readonly string[], from: Date, until: Date) =>
  ctx.tx.many<{ one: string | null; other: string | null; meetings: number | null }>(sql`
    with seat as (select distinct a.meeting_id, a.institution_id from partnerships.attendee a join partnerships.meeting m on m.id = a.meeting_id
      where m.body_id = any (${bodies}::uuid[]) and m.state = 'held' and m.starts_at >= ${from} and m.starts_at < ${until} and a.came
        and a.institution_id is not null)
    select x.institution_id as one, y.institution_id as other, count(*)::int as meetings
    from seat x join seat y on y.meeting_id = x.meeting_id and y.institution_id > x.institution_id group by 1, 2 order by 3 desc, 1, 2`);
