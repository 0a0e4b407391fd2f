import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** False when there is no such comment for whoever acts. */
export const report = (
  ctx: Ctx,
  n: { id: string; commentId: string; reason: string; explanation: string; contact: string | null },
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`
    select exchange.report(${n.id}, ${n.commentId}, ${n.reason}, ${n.explanation}, ${n.contact}, ${ctx.lang}) as done`);
