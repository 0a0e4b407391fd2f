import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const issue = (ctx: Ctx, roundId: string, audience: string, hashes: readonly string[]) =>
  ctx.tx.one<{ issued: boolean | null }>(
    sql`select partnerships.evaluation_issue(${roundId}::uuid, ${audience}, ${hashes}::text[]) as issued`,
  );

/** The audience of the invitation taken; null when there is none to take. */
export const take = (ctx: Ctx, roundId: string, hash: string) =>
  ctx.tx.one<{ audience: string | null }>(
    sql`select partnerships.evaluation_take(${roundId}::uuid, ${hash}) as audience`,
  );

export const hasTaken = (ctx: Ctx, roundId: string) =>
  ctx.tx.one<{ taken: boolean | null }>(
    sql`select partnerships.evaluation_has_taken(${roundId}::uuid) as taken`,
  );
