import { type CalendarEvent, writeCalendar } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { writeAtom } from '#kernel/feed/feed.ts';
import { formatDateTime } from '#kernel/time.ts';
import { entriesOf } from '../calendar/service.ts';
import { addressLine, type Event, inLang } from '../schema.ts';
import { eventsOf, regionOptions, themeOptions } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { FeedQuery } from './schema.ts';

const HALF_YEAR = 183 * 86_400_000;
const REFRESH_HOURS = 6;
/** So many events of each side of today are in a calendar, so that telephones bear it. */
const MOST = { ahead: 250, behind: 50 };

/** The calendar to subscribe to: its name says what it holds. */
export async function calendarOf(ctx: Ctx, query: FeedQuery, siteUrl: string): Promise<string> {
  const lang = query.lang ?? 'pl';
  const there = { ...ctx, lang } as const;
  const [entries, themes, regions] = await Promise.all([
    calendarEntries(there, query, siteUrl),
    query.theme ? themeOptions(there) : [],
    query.region ? regionOptions(there) : [],
  ]);
  const chosen = [
    themes.find((o) => o.value === query.theme)?.label,
    regions.find((o) => o.value === query.region.slice(0, 2))?.label,
  ].filter(Boolean);
  return writeCalendar(entries, {
    name: ['Splot', text[lang].title.toLocaleLowerCase(lang), ...chosen].join(': '),
    refreshHours: REFRESH_HOURS,
  });
}

/** A calendar shows its categories to people, so themes stand there as words. */
async function themesNamed(ctx: Ctx, events: readonly Event[]): Promise<Event[]> {
  const names = new Map((await themeOptions(ctx)).map(({ value, label }) => [value, label]));
  return events.map((event) => ({ ...event, themes: event.themes.map((code) => names.get(code) ?? code) }));
}

/** What lies ahead and what lately was, as entries of a calendar in the reader's language. */
export async function calendarEntries(
  ctx: Ctx,
  chosen: Pick<FeedQuery, 'theme' | 'region'>,
  siteUrl: string,
): Promise<CalendarEvent[]> {
  const from = new Date(ctx.now.getTime() - HALF_YEAR);
  const rows = await queries.idsForCalendar(ctx, { ...chosen, ...MOST, from });
  const ids = rows.flatMap(({ id }) => id ?? []);
  const named = await themesNamed(ctx, await eventsOf(ctx, { ids }));
  return named.flatMap((event) => entriesOf(event, ctx.lang, siteUrl));
}

/** What was announced, moved or cancelled last. */
export async function feedOf(ctx: Ctx, query: FeedQuery, siteUrl: string): Promise<string> {
  const lang = query.lang ?? 'pl';
  const t = text[lang];
  const events = await eventsOf(ctx, { ids: (await queries.lastChanged(ctx, query)).map(({ id }) => id) });
  const tail = new URLSearchParams(
    Object.entries({ theme: query.theme, region: query.region }).filter(([, value]) => value !== ''),
  ).toString();
  const asked = tail ? `?${tail}` : '';
  return writeAtom({
    id: `tag:splot,2026:events:${query.theme}:${query.region}`,
    title: `Splot: ${t.title}`,
    lang,
    self: `${siteUrl}/events/feeds/atom.xml${asked}`,
    home: `${siteUrl}/events${asked}`,
    author: 'Splot',
    updated: events[0]?.updatedAt ?? new Date(0),
    entries: events.map((event) => ({
      id: `urn:uuid:${event.id}`,
      url: `${siteUrl}/events/${event.slug}`,
      title: inLang(lang, event.titlePl, event.titleEn),
      updated: event.updatedAt,
      summary: [
        event.state === 'cancelled' ? t.cancelledTitle : '',
        event.firstAt ? formatDateTime(event.firstAt, lang) : '',
        event.mode === 'online' ? t.modes.online : addressLine(event),
        inLang(lang, event.leadPl, event.leadEn),
      ]
        .filter(Boolean)
        .join(' · '),
    })),
  });
}

/** One event as a file to save; with the address of the meeting for those who have a place. */
export async function calendarFile(
  ctx: Ctx,
  event: Event,
  siteUrl: string,
  online?: string,
): Promise<string> {
  const named = await themesNamed(ctx, [event]);
  return writeCalendar(
    named.flatMap((one) => entriesOf(one, ctx.lang, siteUrl, online)),
    { name: 'Splot' },
  );
}
