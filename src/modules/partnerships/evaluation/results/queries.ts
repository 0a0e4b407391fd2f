import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Nothing before the end, nor of audiences and questions with fewer than five answers. */
export const findResults = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{ audience: string | null; question: string | null; said: string | null; n: number | null }>(
    sql`select audience, question, said, n from partnerships.evaluation_results(${roundId}::uuid)`,
  );

export const findTexts = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{ id: string; audience: string; question: string; body: string; state: string }>(sql`
    select id, audience, question, body, state from partnerships.evaluation_text where round_id = ${roundId}
    order by audience, question, id limit 1000`);

/** An empty text is withheld. False when it was judged already, or is not the actor's to judge. */
export const judge = (ctx: Ctx, textId: string, body: string) =>
  ctx.tx.one<{ judged: boolean | null }>(
    sql`select partnerships.evaluation_judge_text(${textId}::uuid, ${body}) as judged`,
  );
