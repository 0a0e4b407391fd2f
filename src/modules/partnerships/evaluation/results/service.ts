import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { note } from '../../service.ts';
import { type Evaluation, isAudience } from '../schema.ts';
import { coordinated, evaluationsOf, questionsOf } from '../service.ts';
import { distributions, findIn, type Line } from './policy.ts';
import * as queries from './queries.ts';
import type { Distribution, Shown } from './schema.ts';

const linesOf = async (ctx: Ctx, roundId: string): Promise<Line[]> =>
  (await queries.findResults(ctx, roundId)).flatMap(({ question, said, n }) =>
    question && said !== null && n !== null ? [{ question, said, n }] : [],
  );

/** Results of an evaluation that has ended, beside the one before it. */
export async function resultsOf(ctx: Ctx, evaluation: Evaluation): Promise<Distribution[]> {
  if (evaluation.state === 'open') return [];
  const earlier = (await evaluationsOf(ctx, evaluation.partnershipId)).find(
    (each) => each.id !== evaluation.id && each.state !== 'open' && each.openedOn <= evaluation.openedOn,
  );
  return distributions(
    await questionsOf(ctx, evaluation.openedOn),
    await linesOf(ctx, evaluation.id),
    earlier ? await linesOf(ctx, earlier.id) : [],
  );
}

/** Texts that may be read: those looked at, and for the coordinator those that wait. */
export const textsOf = async (ctx: Ctx, roundId: string): Promise<Shown[]> =>
  (await queries.findTexts(ctx, roundId)).flatMap(({ audience, state, ...row }) =>
    isAudience(audience) && (state === 'waiting' || state === 'shown')
      ? [{ ...row, audience, state, found: findIn(row.body) }]
      : [],
  );

/** What is shown of a text from now on; nothing of it when empty. What was written is not kept. */
export async function judgeText(
  ctx: Ctx,
  p: { id: string; round: string; text: string },
  body: string,
): Promise<void> {
  await coordinated(ctx, p.id, p.round);
  if (!(await textsOf(ctx, p.round)).some(({ id }) => id === p.text)) throw notFound();
  const { judged } = await queries.judge(ctx, p.text, body.trim());
  if (!judged) throw notFound();
  await note(ctx, 'evaluation.text', p.id, { shown: body.trim() !== '' });
}
