import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findOpened = (ctx: Ctx, hash: string) =>
  ctx.tx.maybe<{
    round_id: string | null;
    partnership_id: string | null;
    audience: string | null;
    partnership: string | null;
    closes_on: string | null;
    opened_on: string | null;
  }>(sql`
    select round_id, partnership_id, audience, partnership, closes_on, opened_on from partnerships.evaluation_open(${hash})`);

/** False when the code opens nothing (any more). */
export const putAnswers = (
  ctx: Ctx,
  hash: string,
  answers: Readonly<Record<string, string>>,
  typedIn: boolean,
) =>
  ctx.tx.one<{ taken: boolean | null }>(
    sql`select partnerships.evaluation_answer(${hash}, ${JSON.stringify(answers)}::jsonb, ${typedIn}) as taken`,
  );
