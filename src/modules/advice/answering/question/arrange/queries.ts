import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const setWorker = (ctx: Ctx, id: string, workerId: string | null, state: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set assigned_to = ${workerId}, state = ${state}, row_version = row_version + 1 where id = ${id}`);
export const move = (
  ctx: Ctx,
  id: string,
  deskId: string,
  version: number,
): Promise<{ moved: boolean | null }> =>
  ctx.tx.one<{ moved: boolean | null }>(sql`select advice.move(${id}, ${deskId}, ${version}) as moved`);
export const setFiling = (
  ctx: Ctx,
  id: string,
  f: {
    subject: string;
    topic: string | null;
    county: string | null;
    caller: string | null;
    review: boolean;
    urgent: boolean;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set subject = ${f.subject}, topic_code = ${f.topic}, county_code = ${f.county}, caller_category = ${f.caller},
      needs_review = ${f.review}, urgent = ${f.urgent}, row_version = row_version + 1 where id = ${id}`);
export const findByNumber = (ctx: Ctx, number: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`select id from advice.question where number = ${number}`);
export const join = (ctx: Ctx, id: string, into: string): Promise<number> =>
  ctx.tx.run(sql`update advice.question set merged_into = ${into} where id = ${id}`);
/** Who asked has been called back. */
export const dropCallBack = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(
    sql`update advice.question set call_back_at = null, row_version = row_version + 1 where id = ${id}`,
  );
/** Where it stood before it was joined. */
export const findJoining = (ctx: Ctx, id: string): Promise<{ detail: unknown; at: Date } | null> =>
  ctx.tx.maybe<{ detail: unknown; at: Date }>(sql`
    select detail, at from advice.event where question_id = ${id} and kind = 'merged' order by at desc, id desc limit 1`);
export const countSentSince = (ctx: Ctx, id: string, at: Date): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from advice.message where question_id = ${id} and direction = 'out' and state = 'sent' and sent_at > ${at}`);
export const takeApart = (ctx: Ctx, id: string, state: string, dueOn: LocalDate | null): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set merged_into = null, state = ${state}, due_on = ${dueOn}, closed_at = null, row_version = row_version + 1
    where id = ${id}`);
