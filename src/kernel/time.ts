/**
 * Dates and hours in Europe/Warsaw. A day is a text (`2026-03-05`): it sorts, compares and travels to the database as it
 * is, and no time zone can move it. Only what happened at a moment is a `Date`.
 */
import type { Lang } from './i18n.ts';
import { relativeWords } from './time-words.ts';

/** A calendar day, 'YYYY-MM-DD'. */
export type LocalDate = string;
/** Days before today as „3 dni po terminie” (`deadline`) or „3 dni temu” (`plain`). */
export type RelativeKind = 'deadline' | 'plain';

export const TIME_ZONE = 'Europe/Warsaw';
const DAY_MS = 86_400_000;
const LOCALES: Readonly<Record<Lang, string>> = { pl: 'pl', en: 'en-GB', uk: 'uk' };

/** Sweden writes an instant as the standard does, 2026-03-05 14:30:00, so that it can be read again. */
const clock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});
const style = (lang: Lang, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(LOCALES[lang], { timeZone: 'UTC', ...options });
const DAY_MONTH_YEAR = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const englishDate = style('en', DAY_MONTH_YEAR);
const longDate = (lang: Lang) => style(lang, { weekday: 'long', ...DAY_MONTH_YEAR });
const longDates: Readonly<Record<Lang, Intl.DateTimeFormat>> = {
  pl: longDate('pl'),
  en: longDate('en'),
  uk: longDate('uk'),
};

const two = (n: number) => String(n).padStart(2, '0');
const localDate = (ms: number): LocalDate => new Date(ms).toISOString().slice(0, 10);

/** Midnight of the day in UTC; NaN when the calendar has no such day, or it is not written 'YYYY-MM-DD'. */
function midnight(text: string): number {
  if (!/^[1-9]\d{3}-\d{2}-\d{2}$/.test(text)) return Number.NaN;
  const instant = new Date(`${text}T00:00:00Z`);
  // 31 February is read as a day of March.
  return instant.getUTCDate() === Number(text.slice(8)) ? instant.getTime() : Number.NaN;
}

/** Whether the text is a day that exists, written 'YYYY-MM-DD' (years 1000–9999). */
export const isLocalDate = (text: string): boolean => !Number.isNaN(midnight(text));

/** The day of a year, month (1–12) and day, or null when the calendar has none (31 February). */
export function dateOf(year: number, month: number, day: number): LocalDate | null {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isLocalDate(text) ? text : null;
}

function utc(date: LocalDate): Date {
  const instant = midnight(date);
  if (Number.isNaN(instant)) throw new RangeError('Not a calendar day in the form YYYY-MM-DD');
  return new Date(instant);
}

/** What a clock in Warsaw shows at the instant, as if it were UTC milliseconds. */
const wallClock = (instant: Date): number => Date.parse(`${clock.format(instant).replace(' ', 'T')}Z`);
const offset = (ms: number) => wallClock(new Date(ms)) - Math.floor(ms / 1000) * 1000;

/** The day in Warsaw at the instant. */
export function warsawDate(instant: Date): LocalDate {
  return localDate(wallClock(instant));
}

/**
 * The instant when clocks in Warsaw show the hour on the day. An hour skipped in March means the one after it
 * (02:30 → 03:30), an hour repeated in October means its first passing. Throws RangeError on a wrong day or hour.
 * @param time 'HH:MM', 00:00–23:59
 */
export function instantAt(date: LocalDate, time: string): Date {
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (hours === undefined || minutes === undefined) throw new RangeError('Not an hour in the form HH:MM');
  const wall = utc(date).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000;
  const before = offset(wall - DAY_MS);
  const after = offset(wall + DAY_MS);
  const first = wall - before;
  if (offset(first) === before) return new Date(first);
  const second = wall - after;
  return new Date(offset(second) === after ? second : first);
}

/** The instant at which the day begins in Warsaw; the end of a day is the start of the next one. */
export function startOfDay(date: LocalDate): Date {
  return instantAt(date, '00:00');
}

/** The day `days` later; earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return localDate(utc(date).getTime() + days * DAY_MS);
}

/** The same day of a month `months` later, or the last one of a shorter month (31 January + 1 = 28 February). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const start = utc(date);
  const month = start.getUTCFullYear() * 12 + start.getUTCMonth() + months;
  const [year, index] = [Math.floor(month / 12), ((month % 12) + 12) % 12];
  const last = new Date(Date.UTC(year, index + 1, 0)).getUTCDate();
  return localDate(Date.UTC(year, index, Math.min(start.getUTCDate(), last)));
}

/** Days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to).getTime() - utc(from).getTime()) / DAY_MS);
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekday(date: LocalDate): number {
  return utc(date).getUTCDay() || 7;
}

/**
 * Completed years of life on a day; negative before birth. The year is complete when the birthday begins, and whoever
 * was born on 29 February completes it on 28 February of a common year. Source: Civil Code (KC) art. 112.
 */
export function ageOn(birth: LocalDate, date: LocalDate): number {
  const years = utc(date).getUTCFullYear() - Number(birth.slice(0, 4));
  return addMonths(birth, years * 12) > date ? years - 1 : years;
}

/** 05.03.2026 in Polish and Ukrainian, „5 March 2026” in English, where figures alone would be ambiguous. */
export function formatDate(date: LocalDate, lang: Lang): string {
  const instant = utc(date);
  if (lang === 'en') return englishDate.format(instant);
  const [year, month, day] = date.split('-');
  return `${day}.${month}.${year}`;
}

/** The day in full: „sobota, 21 listopada 2026”, „Saturday, 21 November 2026”. */
export function formatLongDate(date: LocalDate, lang: Lang): string {
  const parts = longDates[lang].formatToParts(utc(date));
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((p) => p.type === type)?.value ?? '';
  return `${part('weekday')}, ${part('day')} ${part('month')} ${part('year')}`;
}

/** The day and the hour in Warsaw as machines write them: 2026-03-05T14:30. */
export function warsawMinute(instant: Date): string {
  return new Date(wallClock(instant)).toISOString().slice(0, 16);
}

/** The hour in Warsaw, „14:30”; the same in every language. */
export function formatTime(instant: Date): string {
  return warsawMinute(instant).slice(11);
}

/** The day and the hour in Warsaw: „05.03.2026, 14:30”. */
export function formatDateTime(instant: Date, lang: Lang): string {
  return `${formatDate(warsawDate(instant), lang)}, ${formatTime(instant)}`;
}

/**
 * How far a day is from another: „dzisiaj”, „jutro”, „za 4 dni”, „3 dni po terminie” (or „3 dni temu” with `plain`).
 * @param from usually today
 */
export function relativeDays(
  from: LocalDate,
  to: LocalDate,
  lang: Lang,
  kind: RelativeKind = 'deadline',
): string {
  const days = daysBetween(from, to);
  const words = relativeWords[lang];
  if (days === 0) return words.today;
  if (days === 1) return words.tomorrow;
  if (days > 1) return words.ahead(days);
  if (kind === 'deadline') return words.overdue(-days);
  return days === -1 ? words.yesterday : words.ago(-days);
}
