import { addDays, type LocalDate, TIME_ZONE, warsawMinute } from './time.ts';

/** An entry of a calendar. It leaves the system, so it says where and when, not what about. */
export interface CalendarEvent {
  /** Stays the same for the life of the event; a changed event has the same one and a higher `sequence`. */
  readonly uid: string;
  /** How many times the event was changed; 0 when not given. */
  readonly sequence?: number;
  /** When this version of the event was written. */
  readonly stamp: Date;
  /** The hours, or the day or days (`to` included) of an event that takes them whole. */
  readonly when:
    | { readonly start: Date; readonly end: Date }
    | { readonly from: LocalDate; readonly to: LocalDate };
  readonly summary: string;
  readonly location?: string;
  readonly description?: string;
  /** An absolute http or https address. */
  readonly url?: string;
  readonly status?: 'confirmed' | 'tentative' | 'cancelled';
  /** How the hours of `when` come again. */
  readonly recurrence?: {
    /** A rule of RFC 5545 with an end, for example `FREQ=WEEKLY;COUNT=4`. */
    readonly rule?: string;
    /** Further beginnings, and those of the rule that fall out. */
    readonly also?: readonly Date[];
    readonly except?: readonly Date[];
  };
  /** This is the one of a recurring event with the same `uid` that was to begin at this moment. */
  readonly instanceOf?: Date;
  readonly categories?: readonly string[];
  readonly position?: { readonly lat: number; readonly lon: number };
}

export interface CalendarOptions {
  /** `PUBLISH` for feeds and files; `CANCEL` withdraws every event given. */
  readonly method?: 'PUBLISH' | 'CANCEL';
  /** What a subscriber sees the calendar called. */
  readonly name?: string;
  /** After how many hours a subscriber should ask again (RFC 7986). */
  readonly refreshHours?: number;
}

/** Poland keeps summer time from the last Sunday of March to the last of October (EU rule since 1996). */
const VTIMEZONE = [
  'BEGIN:VTIMEZONE',
  `TZID:${TIME_ZONE}`,
  'BEGIN:DAYLIGHT',
  'TZNAME:CEST',
  'DTSTART:19960331T020000',
  'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0200',
  'END:DAYLIGHT',
  'BEGIN:STANDARD',
  'TZNAME:CET',
  'DTSTART:19961027T030000',
  'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
  'TZOFFSETFROM:+0200',
  'TZOFFSETTO:+0100',
  'END:STANDARD',
  'END:VTIMEZONE',
];

/**
 * Writes an iCalendar document (RFC 5545). Texts are escaped, so nothing typed by a person can add a property.
 * Throws RangeError when an event ends before it begins, and TypeError when `url` is no address or a rule has no end.
 */
export function writeCalendar(events: readonly CalendarEvent[], options: CalendarOptions = {}): string {
  const method = options.method ?? 'PUBLISH';
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Splot//Splot//PL',
    'CALSCALE:GREGORIAN',
    `METHOD:${method}`,
    ...(options.name === undefined
      ? []
      : [`NAME:${escaped(options.name)}`, `X-WR-CALNAME:${escaped(options.name)}`]),
    ...(options.refreshHours === undefined
      ? []
      : [
          `REFRESH-INTERVAL;VALUE=DURATION:PT${options.refreshHours}H`,
          `X-PUBLISHED-TTL:PT${options.refreshHours}H`,
        ]),
    ...VTIMEZONE,
    ...events.flatMap((event) => eventLines(event, method)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** The document as an answer: a feed to subscribe to, or a file to save when it has a name. */
export function calendarResponse(document: string, fileName?: string): Response {
  const headers = new Headers({
    'content-type': 'text/calendar; charset=utf-8',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-cache',
  });
  if (fileName !== undefined)
    headers.set('content-disposition', `attachment; filename="${fileName.replace(/[^\w.-]/g, '-')}.ics"`);
  return new Response(document, { headers });
}

function eventLines(event: CalendarEvent, method: string): string[] {
  const status = method === 'CANCEL' ? 'cancelled' : (event.status ?? 'confirmed');
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(event.uid)}`,
    `DTSTAMP:${event.stamp.toISOString().replace(/[-:]|\.\d+/g, '')}`,
    `SEQUENCE:${Math.max(0, Math.trunc(event.sequence ?? 0))}`,
    ...whenLines(event.when),
    ...(event.instanceOf ? [`RECURRENCE-ID;TZID=${TIME_ZONE}:${local(event.instanceOf)}`] : []),
    ...recurrenceLines(event.recurrence),
    `SUMMARY:${escaped(event.summary)}`,
    ...(event.location ? [`LOCATION:${escaped(event.location)}`] : []),
    ...(event.description ? [`DESCRIPTION:${escaped(event.description)}`] : []),
    ...(event.url ? [`URL:${webAddress(event.url)}`] : []),
    ...(event.categories?.length ? [`CATEGORIES:${event.categories.map(escaped).join(',')}`] : []),
    ...(event.position ? [`GEO:${event.position.lat.toFixed(6)};${event.position.lon.toFixed(6)}`] : []),
    `STATUS:${status.toUpperCase()}`,
    'END:VEVENT',
  ];
}

function whenLines(when: CalendarEvent['when']): string[] {
  if ('from' in when) {
    if (when.to < when.from) throw new RangeError('A calendar event ends before it begins');
    // The end of a whole-day event is the first day that is no longer part of it (RFC 5545, 3.6.1).
    return [`DTSTART;VALUE=DATE:${digits(when.from)}`, `DTEND;VALUE=DATE:${digits(addDays(when.to, 1))}`];
  }
  if (when.end < when.start) throw new RangeError('A calendar event ends before it begins');
  return [`DTSTART;TZID=${TIME_ZONE}:${local(when.start)}`, `DTEND;TZID=${TIME_ZONE}:${local(when.end)}`];
}

/** The grammar of a rule; one without an end is never written, so nobody who reads it has to count for ever. */
const RULE = /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*;COUNT=\d+(;[A-Z]+=[A-Z0-9,+-]+)*$/;

function recurrenceLines({ rule, also = [], except = [] }: CalendarEvent['recurrence'] = {}): string[] {
  if (rule !== undefined && !RULE.test(rule)) throw new TypeError('Not a recurrence with an end');
  const list = (name: string, dates: readonly Date[]) =>
    dates.length === 0 ? [] : [`${name};TZID=${TIME_ZONE}:${dates.map(local).join(',')}`];
  return [
    ...(rule === undefined ? [] : [`RRULE:${rule}`]),
    ...list('RDATE', also),
    ...list('EXDATE', except),
  ];
}

const digits = (date: LocalDate) => date.replaceAll('-', '');
const local = (instant: Date) => `${warsawMinute(instant).replace(/[-:]/g, '')}00`;

/** A value of type TEXT (RFC 5545, 3.3.11). */
function escaped(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .replace(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\n/g, '\\n')
    .replace(/\p{Cc}/gu, ' ');
}

function webAddress(url: string): string {
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') throw new TypeError('Not a web address');
  return parsed.href;
}

const LINE_OCTETS = 75;

/** Breaks a line after at most 75 octets, never inside a character; the rest goes on after a space (RFC 5545, 3.1). */
function folded(line: string): string {
  if (Buffer.byteLength(line) <= LINE_OCTETS) return line;
  const octets = Buffer.from(line);
  const parts: string[] = [];
  let from = 0;
  for (let most = LINE_OCTETS; octets.length - from > most; most = LINE_OCTETS - 1) {
    let to = from + most;
    // An octet 10xxxxxx goes on with a character that began before it.
    while (((octets[to] ?? 0) & 0xc0) === 0x80) to -= 1;
    parts.push(octets.toString('utf8', from, to));
    from = to;
  }
  parts.push(octets.toString('utf8', from));
  return parts.join('\r\n ');
}
