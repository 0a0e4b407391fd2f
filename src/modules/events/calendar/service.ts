import type { CalendarEvent } from '#kernel/calendar.ts';
import type { Lang } from '#kernel/i18n.ts';
import { addressLine, type Event, inLang, type Occurrence } from '../schema.ts';
import { text } from '../text.pl.ts';

type Dated = Pick<
  Event,
  | 'id'
  | 'slug'
  | 'sequence'
  | 'state'
  | 'updatedAt'
  | 'rule'
  | 'occurrences'
  | 'mode'
  | 'lat'
  | 'lon'
  | 'titlePl'
  | 'titleEn'
  | 'leadPl'
  | 'leadEn'
  | 'placeName'
  | 'street'
  | 'locality'
  | 'themes'
>;

const length = (o: Occurrence) => o.endsAt.getTime() - o.startsAt.getTime();
const beginning = (o: Occurrence) => o.plannedAt ?? o.startsAt;
const byBeginning = (a: Occurrence, b: Occurrence) => beginning(a).getTime() - beginning(b).getTime();

/**
 * An event as calendars know it: one entry with its recurrence, and one for each date that differs from it. A date that
 * was moved is known by where it was first, so that a calendar moves it and does not add another.
 * @param online the address of the meeting, for those who have a place
 */
export function entriesOf(event: Dated, lang: Lang, siteUrl: string, online?: string): CalendarEvent[] {
  const dates = [...event.occurrences].sort(byBeginning);
  const [first] = dates;
  if (!first) return [];
  const off = event.state === 'cancelled' || dates.every((o) => o.cancelled);
  const base = {
    uid: `${event.id}@splot`,
    sequence: event.sequence,
    stamp: event.updatedAt,
    summary: inLang(lang, event.titlePl, event.titleEn),
    description: [inLang(lang, event.leadPl, event.leadEn), online].filter(Boolean).join('\n'),
    location: event.mode === 'online' ? text[lang].modes.online : addressLine(event),
    url: online && event.mode === 'online' ? online : `${siteUrl}/events/${event.slug}`,
    status: off ? 'cancelled' : 'confirmed',
    categories: event.themes,
    ...(event.lat !== null && event.lon !== null && { position: { lat: event.lat, lon: event.lon } }),
  } as const;
  if (dates.length === 1) return [{ ...base, when: { start: first.startsAt, end: first.endsAt } }];
  const ruled = event.rule === null ? [] : dates.filter((o) => o.plannedAt !== null);
  const recurrence = {
    // Without a rule some calendars overlook the first date, so a rule that means it alone stands there.
    rule: (ruled.length > 0 && event.rule) || 'FREQ=DAILY;COUNT=1',
    also: dates.filter((o) => o !== first && !ruled.includes(o)).map(beginning),
    except: off ? [] : dates.filter((o) => o.cancelled).map(beginning),
  };
  const differs = (o: Occurrence) =>
    o.startsAt.getTime() !== beginning(o).getTime() || length(o) !== length(first);
  return [
    {
      ...base,
      when: { start: beginning(first), end: new Date(beginning(first).getTime() + length(first)) },
      recurrence,
    },
    ...dates
      .filter((o) => (off || !o.cancelled) && differs(o))
      .map((o) => ({ ...base, when: { start: o.startsAt, end: o.endsAt }, instanceOf: beginning(o) })),
  ];
}
