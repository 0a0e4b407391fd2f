import type { Lang } from '#kernel/i18n.ts';
import { addDays, addMonths, daysBetween, type LocalDate } from '#kernel/time.ts';
import type { WeaveInput } from './model.ts';

export interface TimeScale {
  readonly from: LocalDate;
  readonly to: LocalDate;
  x(date: LocalDate): number;
}

/** Every date the drawing must show. */
export function datesOf(input: WeaveInput): LocalDate[] {
  return [
    input.today,
    ...input.path.flatMap((stay) => (stay.to ? [stay.from, stay.to] : [stay.from])),
    ...input.knots.map((knot) => knot.at),
    ...(input.attendance ?? []).flatMap((block) => [block.from, block.to]),
    ...(input.due ?? []).map((due) => due.at),
  ];
}

/** Two days with events stand at least so far apart where there is room for it, so that their knots do not touch. */
const APART = 26;

/**
 * Widths of stretches of so many days: linear in time, but none narrower than `least`; the long ones give way.
 * A quiet history keeps an even scale, a crowded week is drawn wider, as the lines of the axis show.
 */
function stretch(days: readonly number[], width: number): number[] {
  const least = Math.min(APART, width / (2 * days.length));
  const narrow = new Set<number>();
  let perDay = 0;
  for (let before = -1; before !== narrow.size; ) {
    before = narrow.size;
    const long = days.reduce((sum, each, index) => sum + (narrow.has(index) ? 0 : each), 0);
    perDay = (width - least * narrow.size) / long;
    days.forEach((each, index) => {
      if (each * perDay < least) narrow.add(index);
    });
  }
  return days.map((each, index) => (narrow.has(index) ? least : each * perDay));
}

/** A scale with air on both sides: little before the first event, more after the last, where labels stand. */
export function timeScale(input: WeaveInput, left: number, right: number): TimeScale {
  const dates = [...new Set(datesOf(input))].sort();
  const first = dates[0] ?? input.today;
  const last = dates.at(-1) ?? input.today;
  const span = Math.max(3, daysBetween(first, last));
  const from = addDays(first, -Math.max(1, Math.round(span * 0.035)));
  const to = addDays(first, span + Math.max(1, Math.round(span * 0.11)));
  const stops = [from, ...dates, to];
  const days = stops.map((stop) => daysBetween(from, stop));
  const since = (index: number) => days[index] ?? 0;
  const widths = stretch(
    days.slice(1).map((day, index) => day - since(index)),
    right - left,
  );
  const x = (date: LocalDate): number => {
    const day = daysBetween(from, date);
    let at = left;
    for (const [index, width] of widths.entries()) {
      const start = since(index);
      if (day <= since(index + 1)) return at + (width * (day - start)) / (since(index + 1) - start);
      at += width;
    }
    return at;
  };
  return { from, to, x };
}

type Step = { readonly unit: 'day' | 'month'; readonly size: number };
const STEPS: readonly Step[] = [
  { unit: 'day', size: 1 },
  { unit: 'day', size: 2 },
  { unit: 'day', size: 7 },
  { unit: 'day', size: 14 },
  { unit: 'month', size: 1 },
  { unit: 'month', size: 2 },
  { unit: 'month', size: 3 },
  { unit: 'month', size: 6 },
  { unit: 'month', size: 12 },
  { unit: 'month', size: 24 },
  { unit: 'month', size: 60 },
  { unit: 'month', size: 120 },
];
const stepDays = (step: Step): number => (step.unit === 'day' ? step.size : step.size * 30.4);

function* stepDates(scale: TimeScale, step: Step): Generator<LocalDate> {
  let date = scale.from;
  if (step.unit === 'month') {
    const month = Number(scale.from.slice(5, 7)) - 1;
    const aligned = step.size < 12 ? month - (month % step.size) : 0;
    date = `${scale.from.slice(0, 4)}-${String(aligned + 1).padStart(2, '0')}-01`;
  } else {
    date = addDays(scale.from, 1);
  }
  while (date <= scale.to) {
    if (date >= scale.from) yield date;
    date = step.unit === 'month' ? addMonths(date, step.size) : addDays(date, step.size);
  }
}

// Made once: making a format takes far longer than formatting with it.
const formats = (options: Intl.DateTimeFormatOptions): Readonly<Record<Lang, Intl.DateTimeFormat>> => ({
  pl: new Intl.DateTimeFormat('pl-PL', { ...options, timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { ...options, timeZone: 'UTC' }),
  uk: new Intl.DateTimeFormat('uk-UA', { ...options, timeZone: 'UTC' }),
});
const MONTH = formats({ month: 'short' });
const DAY_MONTH = formats({ day: 'numeric', month: 'short' });
const noon = (date: LocalDate) => new Date(`${date}T12:00:00Z`);

function names(date: LocalDate, step: Step, first: boolean, lang: Lang): string {
  const year = date.slice(0, 4);
  if (step.unit === 'month' && step.size >= 12) return year;
  const month = MONTH[lang].format(noon(date)).replace('.', '');
  if (step.unit === 'month') return first || date.slice(5, 7) === '01' ? `${month} ${year}` : month;
  const day = Number(date.slice(8));
  return first ? `${day} ${month} ${year}` : `${day} ${month}`;
}

/** Dates of the axis with their names, as many as stand apart by at least `minGap` units. */
export function axisDates(scale: TimeScale, minGap: number, lang: Lang): { date: LocalDate; name: string }[] {
  const perDay = (scale.x(scale.to) - scale.x(scale.from)) / daysBetween(scale.from, scale.to);
  const step = STEPS.find((each) => stepDays(each) * perDay >= minGap) ?? { unit: 'month', size: 120 };
  return [...stepDates(scale, step)].map((date, index) => ({
    date,
    name: names(date, step, index === 0, lang),
  }));
}

/** „21 lis”, for the line of today. */
export const shortDate = (date: LocalDate, lang: Lang): string =>
  DAY_MONTH[lang].format(noon(date)).replace('.', '');
