import { type Decision as Answer, all, allow, deny } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, type LocalDate, warsawDate } from '#kernel/time.ts';
import { changePlan, currentPlan, itemsOf, type Plan, writeProgress } from '../plan/api.ts';
import type { SharedCase } from '../schema.ts';
import { deadline, holdCase, mayWriteClass, recordChange, setWaits, team, terms, today } from '../service.ts';
import * as policy from './policy.ts';
import * as queries from './queries.ts';
import { DECISIONS, ITEM_RESULTS, type NewReview, type Review } from './schema.ts';
import { resume } from './suspension/service.ts';
import { text } from './text.pl.ts';

/** A refusal in the words of the reader, shown on top of the form. */
export function must(ctx: Ctx, answer: Answer): void {
  if (answer.allowed) return;
  const words: Readonly<Record<string, string>> = text[ctx.lang].refusals;
  throw invalid({ field: '', message: words[answer.reason] ?? 'invalid' });
}

/** Whether the reader directs the case: the coordinator, their stand-in or the head of the leading institution. */
export const directing = async (ctx: Ctx, c: SharedCase): Promise<Answer> =>
  policy.directs(ctx.actor, c, await team(ctx, c.id));
export const mayDirect = async (ctx: Ctx, c: SharedCase): Promise<boolean> =>
  (await directing(ctx, c)).allowed;

/** Directs the case and may still write in it: the guard of what changes it. */
export const directDecision = async (ctx: Ctx, c: SharedCase): Promise<Answer> =>
  all(await directing(ctx, c), await mayWriteClass(ctx, c.id, 'D1'));

/** Whether a review may be recorded now; the form and its sending ask alike. */
export async function reviewDecision(ctx: Ctx, c: SharedCase): Promise<Answer> {
  const plan = await currentPlan(ctx, c.id);
  return all(await directDecision(ctx, c), policy.mayReview(c.state), plan ? allow : deny('no_plan'));
}

/** The first day that can belong to the case. */
export const caseBegan = (c: SharedCase): LocalDate => c.intakeOn ?? warsawDate(c.openedAt);

async function checkReview(
  ctx: Ctx,
  c: SharedCase,
  plan: Plan,
  review: NewReview,
): Promise<{ heldOn: LocalDate; next: LocalDate | null; kind: string; number: number }> {
  const t = text[ctx.lang];
  const errors: FieldError[] = [];
  const day = today(ctx);
  const last = await queries.findLast(ctx, c.id);
  const heldOn = parseDate(review.heldOn, { today: day, yearless: 'past' });
  const problem =
    heldOn === null
      ? 'date.invalid'
      : policy.dateProblem(heldOn, { today: day, previous: last?.held_on ?? null, began: caseBegan(c) });
  if (problem === 'before_previous')
    errors.push({ field: 'held_on', message: t.beforePrevious(formatDate(last?.held_on ?? day, ctx.lang)) });
  else if (problem === 'before_case')
    errors.push({ field: 'held_on', message: t.beforeCase(formatDate(caseBegan(c), ctx.lang)) });
  else if (problem) errors.push({ field: 'held_on', message: problem });
  const trigger = (await terms(ctx, 'review_trigger')).find((term) => term.code === review.trigger);
  if (!trigger) errors.push({ field: 'trigger', message: 'choice' });
  if (review.present.trim() === '') errors.push({ field: 'present', message: 'required' });
  errors.push(
    ...policy.missingFindings(
      { items: itemsOf(plan).map((i) => i.lineageId), goals: plan.goals.map((g) => g.lineageId) },
      review,
    ),
  );
  if (trigger?.meta.kind === 'final' && review.decision !== 'close')
    errors.push({ field: 'decision', message: t.finalMustClose });
  const typedNext = review.nextReviewOn?.trim() ?? '';
  const next = typedNext === '' ? null : parseDate(typedNext, { today: day, yearless: 'future' });
  const inTime = await deadline(ctx, 'review', heldOn ?? day);
  // A review written down only after its successor was due: the next one then comes soon.
  const latest = inTime < day ? await deadline(ctx, 'extra_review') : inTime;
  const nextProblem =
    typedNext !== '' && next === null
      ? 'date.invalid'
      : policy.nextProblem(next, { decision: review.decision, heldOn: heldOn ?? day, today: day, latest });
  if (nextProblem === 'next_too_late')
    errors.push({ field: 'next_review_on', message: t.nextTooLate(formatDate(latest, ctx.lang)) });
  else if (nextProblem) errors.push({ field: 'next_review_on', message: nextProblem });
  if (errors.length > 0 || heldOn === null) throw invalid(...errors);
  return {
    heldOn,
    next: review.decision === 'continue' ? next : null,
    kind: review.decision === 'close' ? 'final' : trigger?.meta.kind === 'scheduled' ? 'scheduled' : 'extra',
    number: (last?.number ?? 0) + 1,
  };
}

/** Where the decision leads: the next form to fill, if any. */
export type AfterReview = 'reviews' | 'plan' | 'suspend' | 'outcome';

/**
 * Transition 10: records the review of the plan in force, once and for all, and acts on its decision. Throws `invalid`
 * with the field or, for a refusal, with a sentence in the reader's language; `stale` when the case has changed.
 */
export async function recordReview(
  ctx: Ctx,
  caseId: string,
  review: NewReview,
): Promise<{ id: string; next: AfterReview }> {
  const c = await holdCase(ctx, caseId, review.version);
  must(ctx, await reviewDecision(ctx, c));
  must(ctx, policy.mayDecide(c.state, review.decision));
  const plan = await currentPlan(ctx, caseId);
  if (!plan) throw invalid({ field: '', message: text[ctx.lang].refusals.no_plan });
  const checked = await checkReview(ctx, c, plan, review);
  const id = newId();
  const { heldOn, kind, number } = checked;
  await queries.insertReview(ctx, {
    id,
    caseId,
    planId: plan.id,
    number,
    heldOn,
    kind,
    trigger: review.trigger,
    present: review.present.trim(),
    decision: review.decision,
    minutes: review.minutes?.trim() ?? '',
    nextReviewOn: checked.next,
  });
  const items = itemsOf(plan);
  for (const found of review.items.filter((f) => items.some((i) => i.lineageId === f.lineageId))) {
    await queries.insertItem(ctx, id, caseId, found);
    const before = items.find((i) => i.lineageId === found.lineageId)?.progress;
    if (before?.state !== found.result || before.reason !== found.reason)
      await writeProgress(ctx, c, found.lineageId, found.result, found.reason);
  }
  for (const goal of review.goals.filter((f) => plan.goals.some((g) => g.lineageId === f.lineageId)))
    await queries.insertGoal(ctx, id, caseId, goal);
  await recordChange(ctx, c, 'review.recorded', 'review', id, { number, kind, decision: review.decision });
  return { id, next: await act(ctx, c, review.decision, heldOn, checked.next) };
}

async function act(
  ctx: Ctx,
  c: SharedCase,
  decision: NewReview['decision'],
  heldOn: LocalDate,
  next: LocalDate | null,
): Promise<AfterReview> {
  const owner = { institutionId: c.leadInstitutionId, workerId: c.coordinatorId };
  if (c.state === 'suspended' && decision !== 'close') await resume(ctx, c, heldOn, next);
  if (decision === 'change_plan') {
    await changePlan(ctx, c.id);
    return 'plan';
  }
  if (decision === 'close') {
    await setWaits(ctx, c, { for: 'outcome', ...owner, until: await deadline(ctx, 'outcome') });
    return 'outcome';
  }
  await setWaits(ctx, c, { for: 'review', ...owner, until: next ?? (await deadline(ctx, 'extra_review')) });
  return decision === 'suspend' ? 'suspend' : 'reviews';
}

/** All reviews of the case with their findings, newest first; none for whoever may not read the plan. */
export async function reviewsOf(ctx: Ctx, caseId: string): Promise<Review[]> {
  const rows = await queries.findReviews(ctx, caseId);
  if (rows.length === 0) return [];
  const goals = await queries.findGoals(ctx, caseId);
  const items = await queries.findItems(ctx, caseId);
  const services = new Map((await terms(ctx, 'service')).map((s) => [s.code, s.label]));
  const members = new Map((await team(ctx, caseId)).map((w) => [w.worker_id, w.worker_name]));
  return rows.map((r) => ({
    id: r.id,
    number: r.number,
    heldOn: r.held_on,
    kind: r.kind === 'scheduled' || r.kind === 'final' ? r.kind : 'extra',
    trigger: r.trigger_code,
    present: r.present,
    decision: DECISIONS.find((d) => d === r.decision) ?? 'continue',
    minutes: r.minutes,
    nextReviewOn: r.next_review_on,
    recordedBy: members.get(r.recorded_by) ?? '',
    recordedAt: r.recorded_at,
    goals: goals
      .filter((g) => g.review_id === r.id)
      .map((g) => ({ lineageId: g.lineage_id, scale: g.scale, label: g.label ?? '' })),
    items: items
      .filter((i) => i.review_id === r.id)
      .map((i) => ({
        lineageId: i.lineage_id,
        result: ITEM_RESULTS.find((x) => x === i.result) ?? 'in_progress',
        reason: i.reason,
        label: services.get(i.service_code ?? '') ?? i.service_code ?? '',
      })),
  }));
}

/** The latest review closes the case, and none came after it: the final review of transition 12. */
export async function finalReview(
  ctx: Ctx,
  caseId: string,
): Promise<{ id: string; heldOn: LocalDate } | null> {
  const last = await queries.findLast(ctx, caseId);
  return last?.decision === 'close' ? { id: last.id, heldOn: last.held_on } : null;
}
