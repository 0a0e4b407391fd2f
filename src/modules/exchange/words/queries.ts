import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** How much was written in a day, and whether this text stands somewhere. */
export const findWritten = (
  ctx: Ctx,
  contact: string | null,
  hash: string,
): Promise<{ today: number | null; repeated: boolean | null }> =>
  ctx.tx.one<{ today: number | null; repeated: boolean | null }>(
    sql`select today, repeated from exchange.written(${contact}, ${hash})`,
  );

export const attach = (ctx: Ctx, commentId: string, fileId: string): Promise<number> =>
  ctx.tx.run(sql`insert into exchange.comment_file (file_id, comment_id) values (${fileId}, ${commentId})`);
