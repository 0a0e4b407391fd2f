import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface MessageRow {
  id: string;
  sender: string;
  worker_name: string | null;
  institution_name: string | null;
  about: string;
  body: string;
  sent_at: Date;
  to_confirm: boolean;
  confirmed_at: Date | null;
}

/** The newest hundred messages of a case, oldest first; with when the other side said they had read them. */
export const findMessages = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<MessageRow>(sql`
    with newest as (
      select id, case_id, sender, worker_id, institution_id, about, body, sent_at, to_confirm from participant.message
      where case_id = ${caseId} order by sent_at desc, id desc limit 100
    ), named as (select w.worker_id, w.name from cases.api_named_workers(${caseId}::uuid) w)
    select m.id, m.sender, n.name as worker_name, i.short_name as institution_name, m.about, m.body, m.sent_at,
      m.to_confirm, c.at as confirmed_at
    from newest m
    left join named n on n.worker_id = m.worker_id
    left join organisations.api_institution i on i.id = m.institution_id
    left join participant.confirmation c on c.case_id = m.case_id and c.object_type = 'message' and c.object_id = m.id
      and c.by <> m.sender
    order by m.sent_at, m.id`);

export interface NewMessage {
  readonly id: string;
  readonly caseId: string;
  readonly sender: 'participant' | 'worker';
  readonly workerId: string | null;
  readonly institutionId: string | null;
  readonly about: string;
  readonly body: string;
  readonly toConfirm: boolean;
}
export const insertMessage = (ctx: Ctx, m: NewMessage): Promise<number> =>
  ctx.tx.run(sql`
    insert into participant.message (id, case_id, sender, worker_id, institution_id, about, body, sent_at, to_confirm)
    values (${m.id}, ${m.caseId}, ${m.sender}, ${m.workerId}, ${m.institutionId}, ${m.about}, ${m.body}, ${ctx.now}, ${m.toConfirm})`);

export const confirmAsPerson = (ctx: Ctx, caseId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into participant.confirmation (case_id, object_type, object_id, by, at)
    values (${caseId}, 'message', ${id}, 'participant', ${ctx.now}) on conflict do nothing`);

/** The worker has read everything the person wrote so far. */
export const confirmAsWorker = (ctx: Ctx, caseId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into participant.confirmation (case_id, object_type, object_id, by, worker_id, at)
    select m.case_id, 'message', m.id, 'worker', ${ctx.actor.subjectId}::uuid, ${ctx.now}::timestamptz
    from participant.message m where m.case_id = ${caseId} and m.sender = 'participant'
    on conflict do nothing`);

/** Messages nobody of the leading institution has read, in the cases the worker sees. */
export const countUnread = (ctx: Ctx) =>
  ctx.tx.many<{ case_id: string; unread: number | null }>(sql`
    select m.case_id, count(*)::int as unread from participant.message m
    where m.sender = 'participant' and not exists (select from participant.confirmation c
      where c.case_id = m.case_id and c.object_type = 'message' and c.object_id = m.id and c.by = 'worker')
    group by m.case_id`);
