import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { note, today } from '../../service.ts';
import { textsOf } from '../results/service.ts';
import { coordinated, type EvaluationView } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import {
  CONCLUSIONS,
  type Comparison,
  type Conclusion,
  type comparisonBody,
  type conclusionBody,
} from './schema.ts';

type At = { readonly id: string; readonly round: string };

export const conclusionsOf = async (ctx: Ctx, roundId: string): Promise<Conclusion[]> =>
  (await queries.findConclusions(ctx, roundId)).flatMap((row) => {
    const kind = CONCLUSIONS.find((each) => each === row.kind);
    return kind ? [{ ...row, kind }] : [];
  });

export const comparisonsOf = (ctx: Ctx, roundId: string): Promise<Comparison[]> =>
  queries.findComparisons(ctx, roundId);

/** After the time for answers and before the decision. Throws `not_found`. */
export async function deciding(ctx: Ctx, at: At): Promise<EvaluationView> {
  const view = await coordinated(ctx, at.id, at.round);
  if (view.evaluation.state !== 'closed') throw notFound();
  return view;
}

export async function addConclusion(ctx: Ctx, at: At, form: z.output<typeof conclusionBody>): Promise<void> {
  await deciding(ctx, at);
  await queries.insertConclusion(ctx, { id: newId(), roundId: at.round, partnershipId: at.id, ...form });
  await note(ctx, 'evaluation.conclusion', at.id);
}

export async function addComparison(ctx: Ctx, at: At, form: z.output<typeof comparisonBody>): Promise<void> {
  await deciding(ctx, at);
  await queries.insertComparison(ctx, { id: newId(), roundId: at.round, partnershipId: at.id, ...form });
  await note(ctx, 'evaluation.comparison', at.id);
}

export async function removeLine(
  ctx: Ctx,
  at: At & { what: 'conclusions' | 'comparisons'; line: string },
): Promise<void> {
  await deciding(ctx, at);
  const remove = at.what === 'conclusions' ? queries.removeConclusion : queries.removeComparison;
  if ((await remove(ctx, at.round, at.line, today(ctx))) === 0) throw notFound();
  await note(ctx, 'evaluation.remove', at.id, { what: at.what });
}

/** Decides and ends: something is concluded, and every text was looked at. */
export async function decide(ctx: Ctx, at: At, decision: string): Promise<void> {
  await deciding(ctx, at);
  const t = text[ctx.lang].decide;
  if ((await conclusionsOf(ctx, at.round)).length === 0)
    throw invalid({ field: '', message: t.noConclusions });
  const waiting = (await textsOf(ctx, at.round)).filter(({ state }) => state === 'waiting').length;
  if (waiting > 0) throw invalid({ field: '', message: t.textsWait(waiting) });
  await queries.decide(ctx, at.round, decision, today(ctx));
  await note(ctx, 'evaluation.decide', at.id);
}
