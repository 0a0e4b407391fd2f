import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const putPresence = (ctx: Ctx, questionId: string, deskId: string, writes: boolean): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.presence (question_id, worker_id, desk_id, writes, seen_at)
    values (${questionId}, kernel.worker(), ${deskId}, ${writes}, ${ctx.now})
    on conflict (question_id, worker_id) do update set writes = excluded.writes, seen_at = excluded.seen_at`);
export const dropPresence = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(
    sql`delete from advice.presence where question_id = ${questionId} and worker_id = kernel.worker()`,
  );
/** Who else has been seen there in so many seconds. */
export const findPresent = (
  ctx: Ctx,
  questionId: string,
  seconds: number,
): Promise<{ name: string | null; writes: boolean }[]> =>
  ctx.tx.many<{ name: string | null; writes: boolean }>(sql`
    select w.name, p.writes from advice.presence p join organisations.api_worker w on w.id = p.worker_id
    where p.question_id = ${questionId} and p.worker_id <> kernel.worker()
      and p.seen_at > kernel.instant() - make_interval(secs => ${seconds}) order by w.name`);
