import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { addDays } from '#kernel/time.ts';
import { shortName, today } from '../../service.ts';
import * as queries from '../queries.ts';
import type { EntryState, OwnPlace, PersonLine } from '../schema.ts';
import { fromRow, placesOf } from '../service.ts';
import { text } from '../text.pl.ts';

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
