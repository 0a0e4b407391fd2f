import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** From here on the transaction opens the question of this key; see advice.opened(). */
export const holdKey = (ctx: Ctx, key: string): Promise<number> =>
  ctx.tx.run(sql`select set_config('app.advice_key', ${key}, true)`);
export const admit = (ctx: Ctx, id: string, source: string): Promise<{ admitted: boolean | null }> =>
  ctx.tx.one<{ admitted: boolean | null }>(sql`select advice.admit(${id}, ${source}) as admitted`);
export const attach = (ctx: Ctx, fileId: string, messageId: string): Promise<number> =>
  ctx.tx.run(sql`select advice.attach(${fileId}, ${messageId})`);

export interface SaidRow {
  id: string | null;
  direction: string | null;
  body: string | null;
  at: Date | null;
  spoken: boolean | null;
}
/** What was asked and answered, of the question that is open. */
export const findThread = (ctx: Ctx): Promise<SaidRow[]> =>
  ctx.tx.many<SaidRow>(sql`select id, direction, body, at, spoken from advice.api_thread()`);
