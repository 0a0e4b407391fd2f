import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

const BATCH = 500;

/** Answered so long ago that the rule of its desk closes it. */
export const findToClose = (ctx: Ctx): Promise<{ id: string; deskId: string }[]> =>
  ctx.tx.many<{ id: string; deskId: string }>(sql`
    select q.id, q.desk_id as "deskId" from advice.question q
    where q.state = 'answered'
      and q.answered_at < kernel.instant() - make_interval(days => advice.value_of('close_days', q.desk_id))
    order by q.answered_at limit ${BATCH} for update`);
/** Closed so long ago that nobody may be reached any more. Gives the questions. */
export const eraseContacts = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    update advice.asker a set name = '', email = '', phone = '', source_hash = '', account_id = null, erased_at = kernel.instant()
    from advice.question q where q.id = a.question_id and a.erased_at is null and q.state = 'closed'
      and q.closed_at < kernel.instant() - make_interval(months => advice.value_of('contact_months', q.desk_id))
    returning a.question_id as id`);
/** Closed so long ago that the words go; what is counted stays. */
export const findToErase = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select q.id from advice.question q where q.state = 'closed' and q.erased_at is null
      and q.closed_at < kernel.instant() - make_interval(years => advice.value_of('words_years', q.desk_id))
    order by q.closed_at limit ${BATCH}`);
/** Links that open nothing any more, counted forms, and who was where yesterday. */
export const sweep = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    with links as (delete from advice.link where expires_at < kernel.instant()),
      seen as (delete from advice.presence where seen_at < kernel.instant() - interval '1 day')
    delete from advice.attempt where at < kernel.instant() - interval '2 days'`);
