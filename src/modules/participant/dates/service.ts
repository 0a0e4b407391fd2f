import { type CalendarEvent, calendarResponse, writeCalendar } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { NIL_ID } from '#kernel/ids.ts';
import { startOfDay, warsawDate } from '#kernel/time.ts';
import { currentPlan } from '#modules/cases/plan/api.ts';
import { noteView, requireWindow } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { MyDate } from './schema.ts';

const HOUR_MS = 3_600_000;
const MARKS = ['present', 'excused', 'absent', 'sick'] as const;

function fromRow(row: queries.DateRow): MyDate {
  const startsAt = row.starts_at ?? new Date(0);
  return {
    id: row.session_id ?? NIL_ID,
    title: row.title ?? '',
    startsAt,
    endsAt: new Date(startsAt.getTime() + Number(row.hours ?? 1) * HOUR_MS),
    place: row.place || row.institution_address || '',
    institutionName: row.institution_name ?? '',
    institutionType: row.institution_type ?? '',
    mark: MARKS.find((m) => m === row.mark) ?? null,
    cancelled: row.cancelled_at !== null,
    sequence: Math.max(0, (row.row_version ?? 1) - 1),
  };
}

/** What is ahead, today included: a cancelled session stays with its word, so that nobody travels for nothing. */
export const datesAhead = async (ctx: Ctx, caseId: string): Promise<MyDate[]> =>
  (await queries.findAhead(ctx, caseId, startOfDay(warsawDate(ctx.now)))).map(fromRow);

export const datesPast = async (ctx: Ctx, caseId: string): Promise<MyDate[]> =>
  (await queries.findPast(ctx, caseId, startOfDay(warsawDate(ctx.now)))).map(fromRow);

/** The next review of the plan in force, when it is ahead. */
export async function reviewAhead(ctx: Ctx, caseId: string): Promise<string | null> {
  const on = (await currentPlan(ctx, caseId))?.nextReviewOn ?? null;
  return on !== null && on >= warsawDate(ctx.now) ? on : null;
}

/** An entry says where and when, not what about: calendars of telephones are seen by others. */
const eventOf = (ctx: Ctx, d: MyDate, siteUrl: string): CalendarEvent => ({
  uid: `${d.id}@splot`,
  sequence: d.sequence,
  stamp: ctx.now,
  when: { start: d.startsAt, end: d.endsAt },
  summary: text[ctx.lang].dates.calendarEntry,
  ...(d.place && { location: d.place }),
  url: `${siteUrl}/my/dates`,
  status: d.cancelled ? 'cancelled' : 'confirmed',
});

/** All dates ahead as one iCalendar file. */
export async function calendarFile(ctx: Ctx, siteUrl: string): Promise<Response> {
  const w = await requireWindow(ctx);
  await noteView(ctx, w, 'calendar', ['D6']);
  const events = (await datesAhead(ctx, w.caseId)).map((d) => eventOf(ctx, d, siteUrl));
  const review = await reviewAhead(ctx, w.caseId);
  if (review)
    events.push({
      uid: `review-${w.caseId}-${review}@splot`,
      stamp: ctx.now,
      when: { from: review, to: review },
      summary: text[ctx.lang].dates.calendarEntry,
      url: `${siteUrl}/my/dates`,
    });
  return calendarResponse(writeCalendar(events, { name: text[ctx.lang].dates.calendarName }), 'splot');
}

/** One date as a file. Throws `not_found` for a session that is not ahead of this person. */
export async function dateFile(ctx: Ctx, id: string, siteUrl: string): Promise<Response> {
  const w = await requireWindow(ctx);
  await noteView(ctx, w, 'calendar', ['D6'], id);
  const date = (await datesAhead(ctx, w.caseId)).find((d) => d.id === id);
  if (!date) throw notFound();
  return calendarResponse(writeCalendar([eventOf(ctx, date, siteUrl)]), 'splot-spotkanie');
}
