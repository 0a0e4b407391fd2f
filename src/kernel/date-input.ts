/** Dates as people type them and as spreadsheets write them. */
import type { LocalDate } from './time.ts';
import { addMonths, dateOf } from './time.ts';
import { monthNumber } from './time-words.ts';

export interface ParseDateOptions {
  /** The day of reference, needed for a date without a year („5.3”) or with two figures of it („5.3.26”). */
  readonly today?: LocalDate;
  /** Which year a date without one means: that of today (default), or the nearest past or future occurrence. */
  readonly yearless?: 'this' | 'past' | 'future';
}

const NUMERIC = /^(\d{1,2})\s*([.,/\s-])\s*(\d{1,2})(?:\s*\2\s*(\d{4}|\d{2}))?\.?$/;
const ISO = /^(\d{4})\s*([./-])\s*(\d{1,2})\s*\2\s*(\d{1,2})$/;
const WORDS = /^(\d{1,2})\.?[\s-]*(\p{L}+)\.?[\s,-]*(\d{4}|\d{2})?$/u;
const ENGLISH = /^(\p{L}+)\.?\s+(\d{1,2}),?\s+(\d{4})$/u;
/** Two figures of a year are read only near today; 5.3.62 could be a birth in 1962 or a plan for 2062. */
const SHORT_YEAR_WINDOW = 10;

/**
 * Reads a date: `5.3`, `5.3.26`, `05.03.2026`, `5/3/2026`, `2026-03-05`, `5 marca 2026 r.`, `5 III 2026`, `March 5, 2026`;
 * the day comes before the month, spaces do not matter, a midnight hour at the end is ignored.
 * @returns the day, or null when it is not a date, does not exist (31.02) or would need a year nobody gave
 */
export function parseDate(text: string, options: ParseDateOptions = {}): LocalDate | null {
  const input = text
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/(?<=\d)[T\s]+0?0:00(?::00(?:\.0+)?)?Z?$/, '')
    .replace(/(?<=\d)\s*(?:r\.?|roku|р\.?|року)$/i, '')
    .trim();
  const iso = ISO.exec(input);
  if (iso) return dateOf(Number(iso[1]), Number(iso[3]), Number(iso[4]));
  const numeric = NUMERIC.exec(input);
  if (numeric) return withYear(Number(numeric[1]), Number(numeric[3]), numeric[4], options);
  const words = WORDS.exec(input);
  if (words) return withYear(Number(words[1]), monthNumber(words[2] ?? ''), words[3], options);
  const english = ENGLISH.exec(input);
  if (english) return withYear(Number(english[2]), monthNumber(english[1] ?? ''), english[3], options);
  return null;
}

function withYear(
  day: number,
  month: number | null,
  year: string | undefined,
  { today, yearless = 'this' }: ParseDateOptions,
): LocalDate | null {
  if (month === null) return null;
  if (year?.length === 4) return dateOf(Number(year), month, day);
  if (today === undefined) return null;
  const current = Number(today.slice(0, 4));
  if (year !== undefined) {
    const full = Math.floor(current / 100) * 100 + Number(year);
    return Math.abs(full - current) <= SHORT_YEAR_WINDOW ? dateOf(full, month, day) : null;
  }
  const date = dateOf(current, month, day);
  if (date === null || yearless === 'this') return date;
  if (yearless === 'past') return date > today ? addMonths(date, -12) : date;
  return date < today ? addMonths(date, 12) : date;
}
