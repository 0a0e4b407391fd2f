import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { holdToCoordinate, note, today } from '../service.ts';
import type { Place } from '../standard/schema.ts';
import { placeOf } from '../standard/service.ts';
import * as queries from './queries.ts';
import {
  AREAS,
  type Area,
  AUDIENCES,
  type Evaluation,
  type EvaluationState,
  isAudience,
  type Option,
  type Question,
  type QuestionKind,
  type Turnout,
} from './schema.ts';
import { text } from './text.pl.ts';

const fromRow = (row: queries.EvaluationRow): Evaluation => ({
  id: row.id,
  partnershipId: row.partnership_id,
  title: row.title,
  state: row.state as EvaluationState,
  openedOn: row.opened_on,
  closesOn: row.closes_on,
  closedOn: row.closed_on,
  decision: row.decision,
  decidedOn: row.decided_on,
  rowVersion: row.row_version,
});

export interface EvaluationView extends Place {
  readonly evaluation: Evaluation;
  readonly turnout: readonly Turnout[];
}

/** Newest first. */
export const evaluationsOf = async (ctx: Ctx, partnershipId: string): Promise<Evaluation[]> =>
  (await queries.findEvaluations(ctx, partnershipId)).map(fromRow);

export const turnoutOf = async (ctx: Ctx, roundId: string): Promise<Turnout[]> => {
  const rows = await queries.findTurnout(ctx, roundId);
  return AUDIENCES.map((audience) => {
    const row = rows.find((each) => each.audience === audience);
    return { audience, issued: row?.issued ?? 0, answered: row?.answered ?? 0, byHand: row?.by_hand ?? 0 };
  });
};

/** Throws `not_found` for whoever is no member. */
export async function evaluationView(ctx: Ctx, id: string, roundId: string): Promise<EvaluationView> {
  const place = await placeOf(ctx, id);
  const evaluation = (await evaluationsOf(ctx, id)).find((each) => each.id === roundId);
  if (!evaluation) throw notFound();
  return { ...place, evaluation, turnout: await turnoutOf(ctx, roundId) };
}

/** As `evaluationView`, for its coordinator. */
export async function coordinated(ctx: Ctx, id: string, roundId: string): Promise<EvaluationView> {
  const view = await evaluationView(ctx, id, roundId);
  if (!view.coordinates) throw notFound();
  return view;
}

const SCALE = [5, 4, 3, 2, 1] as const;

function optionsOf(ctx: Ctx, row: queries.QuestionRow): Option[] {
  const t = text[ctx.lang].answers;
  if (row.kind === 'scale') return SCALE.map((n) => ({ value: String(n), label: t.scale[`s${n}`] }));
  if (row.kind === 'yes_no')
    return [
      { value: '1', label: t.yes },
      { value: '0', label: t.no },
    ];
  if (!Array.isArray(row.options)) return [];
  return row.options.flatMap((option: Record<string, unknown>) => {
    const label = option[ctx.lang] ?? option.pl;
    return typeof option.code === 'string' && typeof label === 'string'
      ? [{ value: option.code, label }]
      : [];
  });
}

/** The questionnaire of an evaluation that began on the day, in the reader's language. */
export const questionsOf = async (ctx: Ctx, day: LocalDate): Promise<Question[]> =>
  (await queries.findQuestions(ctx, day)).flatMap((row) => {
    const area = AREAS.find((each): each is Area => each === row.area);
    if (!isAudience(row.audience) || !area) return [];
    const words = ctx.lang === 'uk' ? row.uk || row.pl : ctx.lang === 'en' ? row.en : row.pl;
    return [
      {
        code: row.code,
        audience: row.audience,
        area,
        kind: row.kind as QuestionKind,
        words,
        options: optionsOf(ctx, row),
      },
    ];
  });

export async function openEvaluation(
  ctx: Ctx,
  id: string,
  form: { title: string; closes: LocalDate },
): Promise<string> {
  await holdToCoordinate(ctx, id);
  const day = today(ctx);
  const t = text[ctx.lang].open;
  if (form.closes < day) throw invalid({ field: 'closes', message: t.past });
  if ((await evaluationsOf(ctx, id)).some(({ state }) => state === 'open'))
    throw invalid({ field: '', message: t.there });
  const roundId = newId();
  await queries.insertEvaluation(ctx, {
    id: roundId,
    partnershipId: id,
    title: form.title,
    openedOn: day,
    closesOn: form.closes,
  });
  await queries.insertGroups(ctx, roundId, id, AUDIENCES);
  await note(ctx, 'evaluation.open', id);
  return roundId;
}

/** Ends the time for answers; results begin to exist. */
export async function closeEvaluation(ctx: Ctx, id: string, roundId: string): Promise<void> {
  await holdToCoordinate(ctx, id);
  await coordinated(ctx, id, roundId);
  if ((await queries.closeEvaluation(ctx, roundId, today(ctx))) === 0)
    throw new AppError('conflict', { reason: 'evaluation_closed' });
  await note(ctx, 'evaluation.close', id);
}
