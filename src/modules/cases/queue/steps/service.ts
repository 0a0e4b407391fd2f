import type { Decision } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { caseBegan } from '../../review/api.ts';
import type { SharedCase } from '../../schema.ts';
import { holdCase, recordChange, today } from '../../service.ts';
import * as policy from '../policy.ts';
import * as queries from '../queries.ts';
import type { JoinForm, StepKind } from '../schema.ts';
import { criteriaOf, entriesOf, joinView, writing } from '../service.ts';
import { text } from '../text.pl.ts';

async function step(ctx: Ctx, c: SharedCase, entryId: string, kind: StepKind, reason = ''): Promise<void> {
  await queries.addStep(ctx, { id: newId(), entryId, caseId: c.id, kind, reason });
  await recordChange(ctx, c, `queue.${kind}`, 'queue_entry', entryId);
}

/** Puts the person of a case on a waiting list. Gives the id of the entry. */
export async function join(ctx: Ctx, caseId: string, form: JoinForm): Promise<string> {
  const c = await holdCase(ctx, caseId);
  const view = await joinView(ctx, caseId);
  if (!view.services.some((s) => s.id === form.service))
    throw invalid({ field: 'service', message: 'choice' });
  if (form.ground !== '' && !view.grounds.some((g) => g.id === form.ground))
    throw invalid({ field: 'ground', message: 'choice' });
  const day = today(ctx);
  const since = form.since ?? day;
  const problem = policy.dateProblem(since, caseBegan(c), day);
  if (problem) throw invalid({ field: 'since', message: problem });
  const id = newId();
  await queries.insertEntry(ctx, {
    id,
    caseId,
    partnershipId: c.partnershipId,
    serviceId: form.service,
    selectionId: view.rules.id,
    since,
    groundId: form.ground === '' ? null : form.ground,
  });
  await step(ctx, c, id, 'joined');
  for (const condition of view.conditions.filter((one) => form.met.includes(one.id)))
    await queries.setFact(ctx, { entryId: id, caseId, criterionId: condition.id, met: true, on: day });
  return id;
}

/** The entry held for writing, with the case and its conditions. */
async function hold(ctx: Ctx, caseId: string, entryId: string, version?: number) {
  const c = await holdCase(ctx, caseId);
  const may = await writing(ctx, c);
  if (!may.allowed) throw notFound();
  const locked = await queries.lockEntry(ctx, entryId);
  const entry = (await entriesOf(ctx, caseId)).find((e) => e.id === entryId);
  if (!locked || !entry) throw notFound();
  if (version !== undefined && locked.row_version !== version) throw stale({});
  return { c, entry, conditions: (await criteriaOf(ctx, entry.selectionId, entryId)).conditions };
}

function require(decision: Decision): void {
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
}

/** Says of each condition whether it was found met; who and when is kept. What does not change keeps its day. */
export async function tick(ctx: Ctx, caseId: string, entryId: string, met: readonly string[]): Promise<void> {
  const { c, conditions } = await hold(ctx, caseId, entryId);
  const on = today(ctx);
  for (const condition of conditions) {
    const now = met.includes(condition.id);
    if (condition.met === now) continue;
    await queries.setFact(ctx, { entryId, caseId, criterionId: condition.id, met: now, on });
  }
  await recordChange(ctx, c, 'queue.checked', 'queue_entry', entryId);
}

/** Counts an entry under another rank or date, with the reason that everybody who sees it reads. */
export async function shift(
  ctx: Ctx,
  caseId: string,
  entryId: string,
  form: { rank: number | null; from: string | null; reason: string; _version?: number | undefined },
): Promise<void> {
  const { c, entry } = await hold(ctx, caseId, entryId, form._version);
  require(policy.mayRemove(entry.state));
  if (form.rank === null && form.from === null) throw invalid({ field: 'rank', message: 'required' });
  if (form.from !== null && form.from > today(ctx)) throw invalid({ field: 'from', message: 'date.future' });
  await queries.shift(ctx, entryId, form);
  await step(ctx, c, entryId, 'shifted', form.reason);
}

const ANSWER_DAYS = 7;

/** Offers a place. Before others only with a reason in words; the database asks for it too. */
export async function offerPlace(
  ctx: Ctx,
  caseId: string,
  entryId: string,
  form: { until: string | null; ahead: string; _version?: number | undefined },
): Promise<void> {
  const { c, entry, conditions } = await hold(ctx, caseId, entryId, form._version);
  const t = text[ctx.lang];
  const may = policy.mayOffer(
    entry,
    conditions.every((one) => one.met === true),
    form.ahead,
  );
  if (!may.allowed && may.reason === 'somebody_before')
    throw invalid({ field: 'ahead', message: t.offer.aheadNeeded });
  if (!may.allowed && may.reason === 'not_met') throw invalid({ field: '', message: t.offer.notMet });
  require(may);
  const day = today(ctx);
  const until = form.until ?? addDays(day, ANSWER_DAYS);
  if (until < day) throw invalid({ field: 'until', message: 'date.past' });
  await queries.offer(ctx, entryId, { on: day, until, ahead: entry.place === 1 ? '' : form.ahead });
  await step(ctx, c, entryId, 'offered', entry.place === 1 ? '' : form.ahead);
}

/** What the person answered. Whoever declines waits on from the same day; leaving the queue is another step. */
export async function answerOffer(
  ctx: Ctx,
  caseId: string,
  entryId: string,
  form: { answer: 'accepted' | 'declined'; reason: string; _version?: number | undefined },
): Promise<void> {
  const { c, entry } = await hold(ctx, caseId, entryId, form._version);
  require(policy.mayAnswer(entry.state));
  if (form.answer === 'accepted')
    await queries.end(ctx, entryId, {
      state: 'accepted',
      on: today(ctx),
      code: 'accepted',
      note: form.reason,
    });
  else await queries.waitOn(ctx, entryId);
  await step(ctx, c, entryId, form.answer, form.reason);
}

/** Takes the person off the list, with the reason. */
export async function remove(
  ctx: Ctx,
  caseId: string,
  entryId: string,
  form: { code: string; note: string; _version?: number | undefined },
): Promise<void> {
  const { c, entry } = await hold(ctx, caseId, entryId, form._version);
  require(policy.mayRemove(entry.state));
  await queries.end(ctx, entryId, { state: 'removed', on: today(ctx), code: form.code, note: form.note });
  await step(ctx, c, entryId, 'removed', form.note);
}
