import { all, type Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { invalid, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { currentPlan, itemsOf, writeProgress } from '../plan/api.ts';
import { caseBegan, directDecision, finalReview } from '../review/api.ts';
import type { SharedCase } from '../schema.ts';
import { deadline, holdCase, loadCase, moveCase, recordChange, terms, today } from '../service.ts';
import { itemProblems, mayClose, mayConfirm, mayTakeBack, outcomeProblems, STAGES } from './policy.ts';
import * as queries from './queries.ts';
import type { NewOutcome, OpenItem, Outcome, Unconfirmed } from './schema.ts';
import { text } from './text.pl.ts';

export function must(ctx: Ctx, answer: { readonly allowed: boolean; readonly reason?: string }): void {
  if (answer.allowed) return;
  const words: Readonly<Record<string, string>> = text[ctx.lang].refusals;
  throw invalid({ field: '', message: words[answer.reason ?? ''] ?? 'invalid' });
}

export async function outcomeOf(ctx: Ctx, caseId: string): Promise<Outcome | null> {
  const row = await queries.findOutcome(ctx, caseId);
  return (
    row && {
      code: row.code,
      extraCodes: row.extra_codes,
      leftOn: row.left_on,
      evidence: row.evidence_code,
      employmentStartedOn: row.employment_started_on,
      employmentHours: row.employment_hours,
      plannedMonths: row.planned_months,
      openEnded: row.open_ended,
      progress: row.progress_codes,
      informedOn: row.informed_on,
      evaluation: row.evaluation,
      note: row.note,
      recordedAt: row.recorded_at,
    }
  );
}

/** Items of the plan in force that are neither done nor given up: shown with the outcome, and closed by it. */
export async function openItems(ctx: Ctx, caseId: string): Promise<OpenItem[]> {
  const plan = await currentPlan(ctx, caseId);
  if (!plan) return [];
  return itemsOf(plan)
    .filter((i) => i.progress.state !== 'done' && i.progress.state !== 'not_done')
    .map(({ lineageId, serviceLabel, institutionName }) => ({ lineageId, serviceLabel, institutionName }));
}

export async function unconfirmed(ctx: Ctx, caseId: string): Promise<Unconfirmed[]> {
  return (await queries.findUnconfirmed(ctx, caseId)).map((row) => ({
    institutionId: row.institution_id ?? '',
    name: row.institution_name ?? '',
    type: row.institution_type ?? '',
  }));
}

async function checked(
  ctx: Ctx,
  c: SharedCase,
  o: NewOutcome,
  finalReviewOn: LocalDate,
  open: readonly OpenItem[],
) {
  const t = text[ctx.lang];
  const day = today(ctx);
  const read = (typed: string | undefined) =>
    typed?.trim() ? parseDate(typed, { today: day, yearless: 'past' }) : null;
  const months = o.plannedMonths?.trim() ?? '';
  const outcomes = await terms(ctx, 'outcome');
  const began = caseBegan(c);
  const values = {
    code: o.code,
    extraCodes: o.extraCodes ?? [],
    leftOn: read(o.leftOn),
    evidence: o.evidence,
    startedOn: read(o.employmentStartedOn),
    hours: o.employmentHours ?? '',
    months: months === '' || o.openEnded ? null : Number(months),
    openEnded: o.openEnded ?? false,
    progress: o.progress ?? [],
    informedOn: read(o.informedOn),
  };
  const problems = outcomeProblems(values, {
    today: day,
    began,
    finalReviewOn,
    outcomes,
    evidences: await terms(ctx, 'evidence'),
    progress: await terms(ctx, 'progress'),
  });
  const words: Readonly<Record<string, string>> = t.problems;
  const errors = [...problems, ...itemProblems(open, o.items ?? [])].map((e) =>
    e.message === 'before_case'
      ? { ...e, message: t.beforeCase(formatDate(began, ctx.lang)) }
      : { ...e, message: words[e.message] ?? e.message },
  );
  const { leftOn, informedOn } = values;
  if (errors.length > 0 || !leftOn || !informedOn) throw invalid(...errors);
  const term = outcomes.find((x) => x.code === o.code);
  return { ...values, leftOn, informedOn, meta: term?.meta ?? {} };
}

/** Whether the result may be recorded now; the form and its sending ask alike. */
export async function outcomeDecision(ctx: Ctx, c: SharedCase): Promise<Decision> {
  const final = await finalReview(ctx, c.id);
  return all(await directDecision(ctx, c), mayClose(c.state, final !== null));
}
export const takeBackDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(await directDecision(ctx, c), mayTakeBack(c.state));

/**
 * Transition 12: the result with its evidence. Closes what was open in the plan, makes the follow-ups with their
 * windows, and asks the partners to confirm; without partners the case is closed at once. Throws `invalid` beside the
 * field, or with a sentence for a refusal; `stale` when the case has changed.
 */
export async function recordOutcome(ctx: Ctx, caseId: string, o: NewOutcome): Promise<void> {
  const c = await holdCase(ctx, caseId, o.version);
  must(ctx, await outcomeDecision(ctx, c));
  const final = await finalReview(ctx, caseId);
  const open = await openItems(ctx, caseId);
  const v = await checked(ctx, c, o, final?.heldOn ?? today(ctx), open);
  const employment = v.meta.kind === 'employment';
  for (const item of open) {
    const closed = o.items?.find((i) => i.lineageId === item.lineageId);
    if (closed) await writeProgress(ctx, c, closed.lineageId, closed.result, closed.reason);
  }
  await queries.saveOutcome(ctx, {
    caseId,
    code: v.code,
    extraCodes: v.extraCodes,
    leftOn: v.leftOn,
    evidence: v.evidence,
    startedOn: employment ? v.startedOn : null,
    hours: employment ? v.hours : '',
    months: employment ? v.months : null,
    openEnded: employment && v.openEnded,
    progress: v.progress,
    note: o.note?.trim() ?? '',
    informedOn: v.informedOn,
    evaluation: o.evaluation,
  });
  await queries.setLeaving(ctx, caseId, v.leftOn, v.code);
  if (v.meta.follow_up !== false) await makeFollowUps(ctx, caseId, v.leftOn);
  await recordChange(ctx, c, 'outcome.recorded', 'outcome', caseId, { code: v.code });
  await noteSessionsEnded(ctx, c);
  const [first] = await unconfirmed(ctx, caseId);
  await moveCase(ctx, c, 'closing', {
    for: 'closing_confirmations',
    institutionId: first?.institutionId ?? c.leadInstitutionId,
    until: await deadline(ctx, 'closing_confirmation'),
  });
  if (!first) await queries.close(ctx, caseId);
}

/** Says on the timeline that nobody expects the person any more; the lists of sessions leave them out by themselves. */
export async function noteSessionsEnded(ctx: Ctx, c: SharedCase): Promise<void> {
  const { total } = await queries.countAhead(ctx, c.id);
  if (total) await recordChange(ctx, c, 'session.ended', 'case', c.id, { count: total });
}

/** F0 within four weeks of leaving; F3, F6 and F12 from the day they fall on. */
async function makeFollowUps(ctx: Ctx, caseId: string, leftOn: LocalDate): Promise<void> {
  for (const stage of STAGES) {
    const falls = await deadline(ctx, `follow_up_${stage.toLowerCase()}`, leftOn);
    const [opensOn, dueOn] =
      stage === 'F0' ? [leftOn, falls] : [falls, await deadline(ctx, 'follow_up_window', falls)];
    await queries.saveFollowUp(ctx, { id: newId(), caseId, stage, opensOn, dueOn });
  }
}

/** Transition 13, the partner's half: whoever confirms last closes the case. */
export async function confirmClosing(ctx: Ctx, caseId: string): Promise<'waiting' | 'closed'> {
  const c = await loadCase(ctx, caseId);
  const missing = (await unconfirmed(ctx, caseId)).map((p) => p.institutionId);
  must(ctx, mayConfirm(c.state, missing, ctx.actor.institutionId));
  // The record first: closing narrows what the institution may still write.
  await record(ctx, {
    action: 'closing.confirmed',
    objectType: 'case',
    objectId: c.id,
    subjectId: c.personId,
    fileId: c.id,
  });
  const { answer } = await queries.confirm(ctx, caseId);
  if (answer === null) throw stale({ state: c.state });
  return answer === 'closed' ? 'closed' : 'waiting';
}

/** The closing is taken back: the outcome is recorded anew, and partners confirm anew. */
export async function takeBackClosing(ctx: Ctx, caseId: string, version?: number): Promise<void> {
  const c = await holdCase(ctx, caseId, version);
  must(ctx, await takeBackDecision(ctx, c));
  await recordChange(ctx, c, 'closing.taken_back', 'case', c.id);
  await moveCase(ctx, c, 'active', {
    for: 'outcome',
    institutionId: c.leadInstitutionId,
    workerId: c.coordinatorId,
    until: await deadline(ctx, 'outcome'),
  });
}
