import { all, type Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays } from '#kernel/time.ts';
import { caseBegan, directing } from '../review/api.ts';
import type { SharedCase } from '../schema.ts';
import { holdCase, loadCase, mayWriteClass, recordChange, recordView, shortName, today } from '../service.ts';
import * as policy from './policy.ts';
import * as queries from './queries.ts';
import type {
  Condition,
  EndCode,
  Entry,
  EntryState,
  Ground,
  JoinForm,
  Offer,
  OwnPlace,
  PersonLine,
  Rules,
  Step,
  StepKind,
} from './schema.ts';
import { text } from './text.pl.ts';

const fromRow = (row: queries.EntryRow, places: ReadonlyMap<string, number>): Entry => ({
  id: row.id,
  caseId: row.case_id,
  partnershipId: row.partnership_id,
  serviceId: row.service_id,
  service: row.service ?? '',
  institution: row.institution,
  free: row.free ?? 0,
  freeOn: row.free_on ?? row.since,
  selectionId: row.selection_id,
  since: row.since,
  groundId: row.ground_id,
  ground: row.ground,
  rank: row.ground_rank,
  shiftedRank: row.shifted_rank,
  shiftedFrom: row.shifted_from,
  shiftReason: row.shift_reason,
  state: row.state as EntryState,
  aheadReason: row.ahead_reason,
  offeredOn: row.offered_on,
  answerUntil: row.answer_until,
  endedOn: row.ended_on,
  endCode: row.end_code as EndCode,
  endNote: row.end_note,
  createdAt: row.created_at,
  rowVersion: row.row_version,
  place: places.get(row.id) ?? null,
});

/** Places of entries, asked once a service. */
async function placesOf(ctx: Ctx, rows: readonly queries.EntryRow[]): Promise<ReadonlyMap<string, number>> {
  const places = new Map<string, number>();
  for (const service of new Set(rows.filter((row) => row.state === 'waiting').map((row) => row.service_id)))
    for (const { entry_id, place } of await queries.findPlaces(ctx, service))
      if (entry_id !== null && place !== null) places.set(entry_id, place);
  return places;
}

async function entriesOf(ctx: Ctx, caseId: string): Promise<Entry[]> {
  const rows = await queries.findEntries(ctx, caseId);
  const places = await placesOf(ctx, rows);
  return rows.map((row) => fromRow(row, places));
}

/** Writing in the queue is for whoever directs the case and may write its plan. */
const writing = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(await directing(ctx, c), await mayWriteClass(ctx, c.id, 'D5'), policy.mayWait(c.state));

async function rulesOf(ctx: Ctx, partnershipId: string): Promise<Rules | null> {
  const row = await queries.findRules(ctx, partnershipId);
  return row?.id
    ? { id: row.id, version: row.version ?? 0, who: row.who ?? '', orderWords: row.order_words ?? '' }
    : null;
}

async function criteriaOf(ctx: Ctx, selectionId: string, entryId: string | null) {
  const rows = await queries.findCriteria(ctx, selectionId);
  const facts = entryId === null ? [] : await queries.findFacts(ctx, entryId);
  const grounds: Ground[] = rows
    .filter((row) => row.kind === 'ground')
    .map((row) => ({ id: row.id ?? '', position: row.position ?? 0, name: row.name ?? '' }));
  const conditions: Condition[] = rows
    .filter((row) => row.kind === 'condition')
    .map((row) => {
      const fact = facts.find((f) => f.criterion_id === row.id);
      return {
        id: row.id ?? '',
        name: row.name ?? '',
        checking: row.checking ?? '',
        met: fact?.met ?? null,
        checkedOn: fact?.checked_on ?? null,
        checkedBy: fact?.checked_by ?? null,
      };
    });
  return { grounds, conditions };
}

/** What a case waits for, and whether the reader may add to it. Recorded as seen. */
export async function queueOf(ctx: Ctx, caseId: string) {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'queue', ['D1', 'D5']);
  return {
    c,
    entries: await entriesOf(ctx, caseId),
    rules: await rulesOf(ctx, c.partnershipId),
    writes: (await writing(ctx, c)).allowed,
  };
}

/** The form to join: services, conditions and grounds of the criteria in force. */
export async function joinView(ctx: Ctx, caseId: string) {
  const { c, entries, rules, writes } = await queueOf(ctx, caseId);
  if (!writes || !rules) throw notFound();
  const taken = entries.filter((e) => e.endedOn === null).map((e) => e.serviceId);
  const services: Offer[] = (await queries.findServices(ctx, c.partnershipId, today(ctx)))
    .map((row) => ({ id: row.id ?? '', name: row.name ?? '', institution: row.institution }))
    .filter((s) => !taken.includes(s.id));
  return { c, rules, services, ...(await criteriaOf(ctx, rules.id, null)) };
}

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

/** One entry with everything about it. */
export async function entryView(ctx: Ctx, caseId: string, entryId: string) {
  const { c, entries, rules, writes } = await queueOf(ctx, caseId);
  const entry = entries.find((e) => e.id === entryId);
  if (!entry) throw notFound();
  const { conditions, grounds } = await criteriaOf(ctx, entry.selectionId, entryId);
  const steps: Step[] = (await queries.findSteps(ctx, entryId)).map((row) => ({
    ...row,
    kind: row.kind as StepKind,
  }));
  return { c, entry, rules, conditions, grounds, steps, writes };
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

/** Those who wait in a partnership, of cases the reader sees; recorded as one screen. */
export async function peopleWaiting(ctx: Ctx, partnershipId: string): Promise<PersonLine[]> {
  const rows = await queries.findPeople(ctx, partnershipId);
  await record(ctx, {
    action: 'view',
    objectType: 'queue',
    objectId: partnershipId,
    classes: ['D1', 'D5'],
    detail: { rows: rows.length },
  });
  const places = await placesOf(ctx, rows);
  const lines = rows.map((row) => ({
    entry: fromRow(row, places),
    number: row.number,
    person: shortName(row.given_name, row.family_name, row.unidentified_label),
  }));
  return lines.sort(
    (a, b) =>
      a.entry.service.localeCompare(b.entry.service, 'pl') || (a.entry.place ?? 0) - (b.entry.place ?? 0),
  );
}

/** Waiting lists of a partnership as numbers, for its members; fewer than five are not told. */
export async function waitingCounts(ctx: Ctx, partnershipId: string) {
  return (await queries.findCounts(ctx, partnershipId)).map((row) => ({
    serviceId: row.service_id ?? '',
    few: row.few ?? true,
    waiting: row.waiting,
    medianDays: row.median_days,
    longestDays: row.longest_days,
    placed: row.placed,
    placedMedianDays: row.placed_median_days,
  }));
}

/** What the person of a case waits for and where they stand, for their own window. */
export const ownQueue = async (ctx: Ctx, caseId: string): Promise<OwnPlace[]> =>
  (await queries.findOwn(ctx, caseId)).map((row) => ({
    service: row.service ?? '',
    institution: row.institution ?? '',
    since: row.since ?? '',
    state: (row.state ?? 'waiting') as EntryState,
    place: row.place,
    ground: row.ground,
    shiftReason: row.shift_reason ?? '',
    answerUntil: row.answer_until,
    who: row.who ?? '',
    orderWords: row.order_words ?? '',
    appeal: row.appeal ?? '',
  }));

const OFFER_DAYS = 3;

/** What the waiting list asks of the acting worker: a place to offer, an answer to write down. */
export async function dueQueue(ctx: Ctx) {
  const day = today(ctx);
  const t = text[ctx.lang].due;
  return (await queries.findDue(ctx)).map((row) => {
    // A free place is offered within three days, our own measure.
    const until =
      row.state === 'offered' ? (row.answer_until ?? day) : addDays(row.free_on ?? day, OFFER_DAYS);
    return {
      href: `/cases/${row.case_id}/queue/${row.id}`,
      what: (row.state === 'offered' ? t.answer : t.offer)(row.number, row.service ?? ''),
      until,
      late: until < day,
    };
  });
}
