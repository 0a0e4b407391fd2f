import type { Ctx } from '#kernel/context.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { note, today } from '../../service.ts';
import type { MeasuresHost } from '../figures/schema.ts';
import { keepFigures } from '../figures/service.ts';
import { mayConclude, open, suggested } from '../policy.ts';
import { type Chapter, isLevel, type RoundView } from '../schema.ts';
import { holdRound, roundView } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

export interface Concluding extends RoundView {
  readonly chapter: Chapter;
}
/** A chapter for the common conclusion. Throws `not_found` when it is not the time or not the reader's matter. */
export function concluding(view: RoundView, number: number): Concluding {
  const chapter = view.chapters.find((each) => each.number === number);
  if (!chapter || !mayConclude(view.coordinates, view.round).allowed) throw notFound();
  return { ...view, chapter };
}

/** What was concluded, or what the answers suggest, as a form holds it. */
export const concluded = (view: RoundView, chapter: Chapter): Record<string, string> =>
  Object.fromEntries(
    chapter.requirements.flatMap(({ code }) => {
      const said = view.conclusions.find((each) => each.code === code);
      const level = said?.level ?? suggested(view.answers.filter((answer) => answer.code === code));
      return [
        [`level-${code}`, level ?? ''],
        [`note-${code}`, said?.note ?? ''],
      ];
    }),
  );

export async function saveConclusions(
  ctx: Ctx,
  id: string,
  year: number,
  number: number,
  values: Readonly<Record<string, unknown>>,
): Promise<{ next: number | null }> {
  const { chapter, chapters, round } = concluding(await holdRound(ctx, id, year), number);
  const errors: FieldError[] = [];
  for (const { code } of chapter.requirements) {
    const level = values[`level-${code}`];
    const typed = values[`note-${code}`];
    const words = typeof typed === 'string' ? typed.trim() : '';
    if (words.length > 2000) errors.push({ field: `note-${code}`, message: 'too_long' });
    else if (isLevel(level))
      await queries.putConclusion(ctx, { roundId: round.id, partnershipId: id, code, level, note: words });
    else if (words !== '') errors.push({ field: `level-${code}`, message: 'choice' });
  }
  if (errors.length > 0) throw invalid(...errors);
  const at = chapters.findIndex((each) => each.number === number);
  return { next: chapters[at + 1]?.number ?? null };
}

/** Before its end. Throws `not_found` when it is not the time or not the reader's matter. */
export async function finishing(ctx: Ctx, id: string, year: number): Promise<RoundView> {
  const view = await roundView(ctx, id, year);
  if (!mayConclude(view.coordinates, view.round).allowed) throw notFound();
  return view;
}

/** Ends a round: every requirement has a conclusion, the whole has words, and the figures of the day are kept with it. */
export async function finish(
  ctx: Ctx,
  host: Partial<MeasuresHost>,
  id: string,
  year: number,
  summary: string,
): Promise<void> {
  const view = await holdRound(ctx, id, year);
  if (!mayConclude(view.coordinates, view.round).allowed) throw notFound();
  const left = open(view.chapters, view.conclusions);
  if (left.length > 0) throw invalid({ field: '', message: text[ctx.lang].conclude.left(left) });
  await keepFigures(ctx, host, view.round);
  await queries.conclude(ctx, view.round.id, summary, today(ctx));
  await note(ctx, 'standard.conclude', id, { year });
}
