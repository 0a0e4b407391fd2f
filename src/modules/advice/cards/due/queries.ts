import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Cards of the actor that nobody finished, disputed ones, and those that wait for an answer too long. */
export const findDue = (
  ctx: Ctx,
): Promise<{ id: string; number: string; state: string; askedAt: Date | null }[]> =>
  ctx.tx.many<{ id: string; number: string; state: string; askedAt: Date | null }>(sql`
    select c.id, c.number, c.state, c.asked_at as "askedAt" from advice.card c
    where c.worker_id = kernel.worker() and c.erased_at is null and (c.state in ('draft', 'disputed') or (c.state = 'waiting'
      and c.asked_at < kernel.instant() - make_interval(days => (select r.value from advice.card_rule r where r.code = 'answer_days'
        and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today()) limit 1))))
      and coalesce(advice.month_state(c.desk_id, c.worker_id, c.on_date), '') <> 'approved'
    order by c.on_date limit 50`);
