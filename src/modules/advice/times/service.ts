import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate, warsawDate } from '#kernel/time.ts';
import { workingDaysBetween } from '#kernel/working-days.ts';
import { topics } from '../service.ts';
import { ledDesk, pathOf } from '../setup/api.ts';
import { afterPauses, dueOn, ruleFor } from './policy.ts';
import * as queries from './queries.ts';
import type { DueDates, Rule, RuleForm, Timed } from './schema.ts';
import { text } from './text.pl.ts';

/** The rules of a desk and of everybody. */
export const rulesOf = (ctx: Ctx, deskId: string | null): Promise<Rule[]> => queries.findRules(ctx, deskId);

async function general(
  ctx: Ctx,
  code: 'first_answer_days' | 'urgent_answer_days',
  deskId: string,
): Promise<number> {
  const { value } = await queries.findGeneral(ctx, code, deskId);
  if (value === null) throw new Error(`advice: no rule ${code} is in force`);
  return value;
}

/** Until when a question is to be answered and until when closed, by the rules of the day of asking. */
export async function dueDates(ctx: Ctx, asked: Timed): Promise<DueDates> {
  const path = pathOf(asked.topicCode, await queries.findTopicTree(ctx));
  const rule = ruleFor(await rulesOf(ctx, asked.deskId), { ...asked, topics: path });
  if (!rule) throw new Error('advice: no answer time is in force');
  const ordinary = rule.firstDays ?? (await general(ctx, 'first_answer_days', asked.deskId));
  const first = asked.urgent
    ? Math.min(ordinary, await general(ctx, 'urgent_answer_days', asked.deskId))
    : ordinary;
  return {
    firstDueOn: dueOn(asked.on, first),
    closingDueOn: dueOn(asked.on, Math.max(first, rule.closingDays)),
  };
}

/**
 * Counts the days of a question anew: when it came, when its topic or desk changed, when the person answered what they
 * were asked. The same questions give the same days, so a job may do it twice. What was promised and kept stays.
 */
export async function settleTimes(ctx: Ctx, id: string): Promise<void> {
  const q = await queries.holdTimes(ctx, id);
  if (!q || q.state === 'closed') return;
  const dates = await dueDates(ctx, { ...q, on: warsawDate(q.askedAt) });
  const pauses = (await queries.findPauses(ctx, id)).flatMap(({ from, to }) =>
    to === null ? [] : [{ from, to }],
  );
  const firstDueOn = q.firstAnsweredAt === null ? afterPauses(dates.firstDueOn, pauses) : q.firstDueOn;
  const first = q.firstAnsweredAt === null && q.dueOn !== null;
  await queries.setTimes(ctx, id, {
    firstDueOn,
    dueOn: first ? firstDueOn : q.dueOn,
    closingDueOn: afterPauses(dates.closingDueOn, pauses),
  });
  await queries.settlePauses(ctx, id);
}

/** Days of open questions that no job has counted yet. */
export async function settleRest(ctx: Ctx): Promise<void> {
  for (const { id } of await queries.findUncounted(ctx, 1000)) await settleTimes(ctx, id);
}

/** The desk waits for the person: from today its days do not run. */
export async function startWaiting(ctx: Ctx, id: string): Promise<void> {
  const q = await queries.holdTimes(ctx, id);
  if (!q || q.state === 'closed') throw notFound();
  await queries.insertPause(ctx, {
    id: newId(),
    questionId: id,
    deskId: q.deskId,
    from: warsawDate(ctx.now),
  });
}

/** The desk waits no longer: what the person owed came in another way. */
export async function stopWaiting(ctx: Ctx, id: string): Promise<void> {
  if (!(await queries.holdTimes(ctx, id))) throw notFound();
  await queries.endPause(ctx, id, warsawDate(ctx.now));
  await settleTimes(ctx, id);
}

/** What the page of a question shows of its days. */
export async function timesOf(ctx: Ctx, id: string) {
  const q = await queries.holdTimes(ctx, id);
  if (!q) throw notFound();
  const pauses = await queries.findPauses(ctx, id);
  const today = warsawDate(ctx.now);
  return {
    id,
    open: q.state !== 'closed',
    firstDueOn: q.firstDueOn,
    firstAnsweredOn: q.firstAnsweredAt && warsawDate(q.firstAnsweredAt),
    dueOn: q.dueOn,
    closingDueOn: q.closingDueOn,
    waitingSince: pauses.find(({ to }) => to === null)?.from ?? null,
    waited: pauses.reduce((sum, { from, to }) => sum + workingDaysBetween(from, to ?? today), 0),
  };
}
export type Times = Awaited<ReturnType<typeof timesOf>>;

/** A rule of the desk from a day on; the same one before it ends the day before. */
export async function addRule(ctx: Ctx, deskId: string, form: RuleForm): Promise<void> {
  await ledDesk(ctx, deskId);
  const t = text[ctx.lang];
  const today = warsawDate(ctx.now);
  const from = form.from ?? today;
  if (form.closing === null) throw invalid({ field: 'closing', message: 'required' });
  if (form.first !== null && form.first > form.closing) throw invalid({ field: 'closing', message: t.order });
  // What has been promised already is not changed behind anybody's back.
  if (from < today) throw invalid({ field: 'from', message: 'date.past' });
  if (form.topic !== '' && !(await topics(ctx)).some(({ code }) => code === form.topic))
    throw invalid({ field: 'topic', message: 'choice' });
  const topicCode = form.topic === '' ? null : form.topic;
  const same = (await rulesOf(ctx, deskId)).filter(
    (r) => r.deskId === deskId && r.topicId === topicCode && r.channel === form.channel,
  );
  if (same.some((r) => r.validFrom >= from)) throw invalid({ field: 'from', message: t.alreadyFrom });
  for (const rule of same) await queries.endRule(ctx, deskId, rule.id, addDays(from, -1));
  await queries.insertRule(ctx, {
    deskId,
    topicCode,
    channel: form.channel,
    firstDays: form.first,
    closingDays: form.closing,
    from,
    source: form.source === '' ? t.ownSource : form.source,
  });
  await record(ctx, { action: 'desk.times', objectType: 'advice_desk', objectId: deskId });
}

/** The rule is in force today for the last time. */
export async function endRule(ctx: Ctx, deskId: string, id: string): Promise<void> {
  await ledDesk(ctx, deskId);
  const today: LocalDate = warsawDate(ctx.now);
  await queries.endRule(ctx, deskId, id, today);
  await record(ctx, { action: 'desk.times', objectType: 'advice_desk', objectId: deskId });
}
