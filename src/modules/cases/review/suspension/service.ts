import { all, type Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, daysBetween, formatDate, type LocalDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import { deadline, holdCase, moveCase, recordChange, terms, today } from '../../service.ts';
import { mayResume, maySuspend } from '../policy.ts';
import { caseBegan, directDecision, must } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { NewSuspension, Suspension } from './schema.ts';

/** Suspensions of the case, newest first. */
export async function suspensionsOf(ctx: Ctx, caseId: string): Promise<Suspension[]> {
  return (await queries.findSuspensions(ctx, caseId)).map((s) => ({
    id: s.id,
    reason: s.reason,
    fromOn: s.from_on,
    untilOn: s.until_on,
    resumedOn: s.resumed_on,
  }));
}

/** The last day a suspension from `fromOn` may reach: the timer, less the days already rested since the last review. */
async function latestEnd(ctx: Ctx, caseId: string, fromOn: LocalDate): Promise<LocalDate> {
  const since = (await queries.findLastReview(ctx, caseId))?.held_on ?? '1000-01-01';
  const rested = (await suspensionsOf(ctx, caseId))
    .filter((s) => s.resumedOn !== null && s.fromOn >= since)
    .reduce((days, s) => days + daysBetween(s.fromOn, s.resumedOn ?? s.fromOn), 0);
  return addDays(await deadline(ctx, 'suspension_max', fromOn), -rested);
}

export const suspendDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(await directDecision(ctx, c), maySuspend(c.state));
export const resumeDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(await directDecision(ctx, c), mayResume(c.state));

/** Transition 11: the case rests until a day; only the duty of contact with the person goes on. */
export async function suspendCase(ctx: Ctx, caseId: string, s: NewSuspension): Promise<void> {
  const c = await holdCase(ctx, caseId, s.version);
  must(ctx, await suspendDecision(ctx, c));
  const errors: FieldError[] = [];
  const day = today(ctx);
  if (!(await terms(ctx, 'suspension_reason')).some((t) => t.code === s.reason))
    errors.push({ field: 'reason', message: 'choice' });
  const fromOn = parseDate(s.fromOn, { today: day });
  const untilOn = parseDate(s.untilOn, { today: day, yearless: 'future' });
  if (!fromOn) errors.push({ field: 'from_on', message: 'date.invalid' });
  else if (fromOn > day) errors.push({ field: 'from_on', message: 'date.future' });
  else if (fromOn < caseBegan(c)) errors.push({ field: 'from_on', message: 'date.before' });
  if (!untilOn) errors.push({ field: 'until_on', message: 'date.invalid' });
  else if (untilOn < day) errors.push({ field: 'until_on', message: 'date.past' });
  else if (fromOn && untilOn < fromOn) errors.push({ field: 'until_on', message: 'date.order' });
  else if (fromOn) {
    const latest = await latestEnd(ctx, caseId, fromOn);
    if (untilOn > latest)
      errors.push({
        field: 'until_on',
        message: text[ctx.lang].suspension.tooLong(formatDate(latest, ctx.lang)),
      });
  }
  if (errors.length > 0 || !fromOn || !untilOn) throw invalid(...errors);
  const id = newId();
  const last = await queries.findLastReview(ctx, caseId);
  const reviewId = last?.decision === 'suspend' ? last.id : null;
  await queries.insertSuspension(ctx, { id, caseId, reason: s.reason, fromOn, untilOn, reviewId });
  await recordChange(ctx, c, 'case.suspended', 'suspension', id, { until: untilOn });
  await moveCase(ctx, c, 'suspended', {
    for: 'resume',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: untilOn,
  });
}

/**
 * The case goes on. Timers stood still: the review that was due moves by the days of rest; where the rest lasted past
 * its end, an extra review is due soon. `next` overrides both.
 */
export async function resume(
  ctx: Ctx,
  c: SharedCase,
  on: LocalDate,
  next: LocalDate | null = null,
): Promise<void> {
  const open = (await suspensionsOf(ctx, c.id)).find((s) => s.resumedOn === null);
  await queries.endSuspension(ctx, c.id, on);
  await recordChange(ctx, c, 'case.resumed', 'suspension', open?.id ?? c.id, { on });
  await moveCase(ctx, c, 'active', {
    for: 'review',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: next ?? (await reviewAfter(ctx, c.id, open, on)),
  });
}

async function reviewAfter(
  ctx: Ctx,
  caseId: string,
  open: Suspension | undefined,
  on: LocalDate,
): Promise<LocalDate> {
  const soon = await deadline(ctx, 'extra_review');
  const planned =
    (await queries.findLastReview(ctx, caseId))?.next_review_on ??
    (await queries.findPlannedReview(ctx, caseId))?.next_review_on;
  if (!open || !planned || on > open.untilOn) return soon;
  const moved = addDays(planned, Math.max(0, daysBetween(open.fromOn, on)));
  const latest = await deadline(ctx, 'review');
  if (moved < today(ctx)) return soon;
  if (moved > latest) return latest;
  return moved;
}

export async function resumeCase(
  ctx: Ctx,
  caseId: string,
  input: { resumedOn: string; version?: number },
): Promise<void> {
  const c = await holdCase(ctx, caseId, input.version);
  must(ctx, await resumeDecision(ctx, c));
  const day = today(ctx);
  const open = (await suspensionsOf(ctx, caseId)).find((s) => s.resumedOn === null);
  const on = parseDate(input.resumedOn, { today: day, yearless: 'past' });
  if (!on) throw invalid({ field: 'resumed_on', message: 'date.invalid' });
  if (on > day) throw invalid({ field: 'resumed_on', message: 'date.future' });
  if (open && on < open.fromOn) throw invalid({ field: 'resumed_on', message: 'date.order' });
  await resume(ctx, c, on);
}
