import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface DueRow {
  kind: string;
  id: string;
  body_id: string | null;
  partnership_id: string | null;
  title: string | null;
  until: string | null;
}
/** What of meetings waits for the acting worker: answers, agreement, minutes to write, tasks. */
export const findDue = (ctx: Ctx, today: LocalDate) =>
  ctx.tx.many<DueRow>(sql`
    with due as (
      select 'answer' as kind, m.id, m.body_id, m.title, (m.starts_at at time zone 'Europe/Warsaw')::date as until
      from partnerships.attendee a join partnerships.meeting m on m.id = a.meeting_id
      where a.worker_id = ${ctx.actor.subjectId} and a.invited_at is not null and a.answer is null and m.state = 'called' and m.starts_at > ${ctx.now}
      union all
      select 'minutes', m.id, m.body_id, m.title, n.remarks_until
      from partnerships.attendee a join partnerships.meeting m on m.id = a.meeting_id join partnerships.minutes n on n.meeting_id = m.id
      where a.worker_id = ${ctx.actor.subjectId} and a.came and n.state = 'sent' and not exists (select from partnerships.minutes_signature s
        where s.meeting_id = m.id and s.round = n.round and s.institution_id = ${ctx.actor.institutionId})
      union all
      select 'write', m.id, m.body_id, m.title, (m.starts_at at time zone 'Europe/Warsaw')::date + 7
      from partnerships.meeting m left join partnerships.minutes n on n.meeting_id = m.id
      where (m.clerk_id = ${ctx.actor.subjectId} or (m.clerk_id is null and m.chair_id = ${ctx.actor.subjectId})) and m.state in ('called', 'held')
        and m.ends_at < ${ctx.now} and coalesce(n.state, 'draft') = 'draft'
      union all
      select 'task', t.id, t.body_id, t.what, t.due_on
      from partnerships.meeting_task t
      where t.institution_id = ${ctx.actor.institutionId} and t.state in ('open', 'started') and t.due_on <= ${today}::date + 30
        and (t.worker_id = ${ctx.actor.subjectId} or (t.worker_id is null and exists (select from partnerships.body b join partnerships.contact c
          on c.partnership_id = b.partnership_id where b.id = t.body_id and c.worker_id = ${ctx.actor.subjectId}
            and (c.valid_to is null or c.valid_to >= ${today}::date)))))
    select d.kind, d.id, d.body_id, b.partnership_id, d.title, d.until
    from due d join partnerships.body b on b.id = d.body_id order by d.until, d.id limit 100`);
