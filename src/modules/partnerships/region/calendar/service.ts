import { type CalendarEvent, writeCalendar } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { startOfDay } from '#kernel/time.ts';
import { calendarEntries, upcomingEvents } from '#modules/events/api.ts';
import { voivodeships } from '#modules/territory/api.ts';
import { publishedCalls } from '../calls/service.ts';
import { findGroupMeetings } from '../queries.ts';
import type { Region } from '../service.ts';
import { text } from '../text.pl.ts';

const REFRESH_HOURS = 6;
const MOST = 30;

export const regions = async (ctx: Ctx): Promise<{ value: string; label: string }[]> =>
  (await voivodeships(ctx)).flatMap(({ code, name }) =>
    code === null ? [] : [{ value: code, label: name ?? code }],
  );

/** The voivodeship of this code. Throws `not_found` when there is none. */
export async function regionNamed(ctx: Ctx, code: string): Promise<Region> {
  const found = (await regions(ctx)).find(({ value }) => value === code);
  if (!found) throw notFound();
  return { code, name: found.label };
}

/** What happens in the voivodeship from now on. */
export async function calendarOf(ctx: Ctx, region: Region) {
  const events = await upcomingEvents(ctx, { limit: MOST, region: region.code });
  return {
    region,
    events: events.map((event) => ({
      id: event.id,
      slug: event.slug,
      title: ctx.lang === 'en' && event.titleEn ? event.titleEn : event.titlePl,
      startsAt: event.startsAt,
      where: event.locality,
    })),
    meetings: ctx.actor.kind === 'worker' ? await findGroupMeetings(ctx, region.code) : [],
    calls: await publishedCalls(ctx, { region: region.code, when: '' }),
  };
}

/** Events and last days of calls as a calendar to subscribe to. */
export async function calendarFile(ctx: Ctx, region: Region, siteUrl: string): Promise<string> {
  const calls = await publishedCalls(ctx, { region: region.code, when: '' });
  const t = text[ctx.lang];
  const entries: CalendarEvent[] = [
    ...(await calendarEntries(ctx, { theme: '', region: region.code }, siteUrl)),
    ...calls.map(
      (call): CalendarEvent => ({
        uid: `${call.id}@splot`,
        sequence: call.rowVersion,
        stamp: startOfDay(call.opensOn),
        when: { from: call.closesOn, to: call.closesOn },
        summary: t.callCloses(call.title),
        url: `${siteUrl}/network/calls/${call.id}`,
        status: 'confirmed',
      }),
    ),
  ];
  return writeCalendar(entries, {
    name: `Splot: ${t.calendarTitle(region.name)}`,
    refreshHours: REFRESH_HOURS,
  });
}
