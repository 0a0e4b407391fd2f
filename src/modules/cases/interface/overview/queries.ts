import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CasesQuery } from './schema.ts';

export interface LineRow {
  id: string;
  number: string;
  state: string;
  waits_for: string;
  waits_until: string | null;
  institution_name: string | null;
  institution_type: string | null;
  worker_name: string | null;
  given_name: string | null;
  family_name: string | null;
  unidentified_label: string | null;
  row_version: number;
}

/** Cases of the actor, newest first, after the cursor: ids are in the order of time. */
export const findCases = (ctx: Ctx, q: CasesQuery, today: LocalDate, limit: number): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select c.id, c.number, c.state, c.waits_for, c.waits_until, i.short_name as institution_name, i.type as institution_type,
      w.name as worker_name, p.given_name, p.family_name, p.unidentified_label, c.row_version
    from cases.shared_case c
    left join cases.person p on p.id = c.person_id
    left join organisations.api_institution i on i.id = c.waits_institution_id
    left join organisations.api_worker w on w.id = c.waits_worker_id
    where c.audience @> array[${ctx.actor.wide ? ctx.actor.institutionId : ctx.actor.subjectId}]::uuid[]
      and (${q.state ?? null}::text is null or c.state = ${q.state ?? null}::text)
      and (${q.cursor ?? null}::uuid is null or c.id < ${q.cursor ?? null}::uuid)
      and (${q.waiting ?? ''}::text <> 'late' or c.waits_until < ${today}::date)
      and (${q.waiting ?? ''}::text not in ('me', 'others') or (c.waits_for <> 'nothing'
        and (${q.waiting ?? ''}::text = 'me') = (coalesce(c.waits_worker_id = ${ctx.actor.subjectId}::uuid, false)
          or (c.waits_worker_id is null and c.waits_institution_id = ${ctx.actor.institutionId}::uuid))))
    order by c.id desc limit ${limit}`);
