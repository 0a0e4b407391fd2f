import { RRuleTemporal } from 'rrule-temporal';
import { addDays, isLocalDate, type LocalDate, weekday } from '#kernel/time.ts';
import { type Expanded, MOST_DATES, type Repeat } from './schema.ts';

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
/** Days alone recur here: an hour, a second or a year without end is nothing an event needs. */
const ALLOWED =
  /^FREQ=(DAILY|WEEKLY|MONTHLY|YEARLY)(;(INTERVAL|COUNT|UNTIL|BYDAY|BYMONTH|BYMONTHDAY|BYSETPOS|WKST)=[A-Z0-9,+-]{1,60})*$/;
/** Rules that fit no day are given up after so many periods. */
const MOST_PERIODS = 2000;

/** The rule of RFC 5545 for what the form says, its end left out: `ruleFor` counts the dates. */
function ruleOf(repeat: Repeat, first: LocalDate): string {
  const day = DAYS[weekday(first) - 1] ?? 'MO';
  const interval = `INTERVAL=${repeat.interval}`;
  if (repeat.every === 'daily') return `FREQ=DAILY;${interval}`;
  if (repeat.every === 'weekly') return `FREQ=WEEKLY;${interval};BYDAY=${day}`;
  if (repeat.every === 'monthly_day') return `FREQ=MONTHLY;${interval};BYMONTHDAY=${Number(first.slice(8))}`;
  const nth = Math.ceil(Number(first.slice(8)) / 7);
  // The fifth Tuesday is meant as the last one: most months have four.
  return `FREQ=MONTHLY;${interval};BYDAY=${nth === 5 ? -1 : nth}${day}`;
}

/** The days of a rule from `first` on. A rule without end, or with more than `MOST_DATES`, is refused and not followed. */
export function expand(rule: string, first: LocalDate): Expanded {
  if (!ALLOWED.test(rule) || !isLocalDate(first)) return { problem: 'rule' };
  if (!/;(COUNT|UNTIL)=/.test(rule)) return { problem: 'endless' };
  if (Number(/;COUNT=(\d+)/.exec(rule)?.[1] ?? 0) > MOST_DATES) return { problem: 'too_many' };
  try {
    // Days recur, at noon; the hour is put to each of them afterwards, so that none is lost when clocks change.
    const all = new RRuleTemporal({
      rruleString: `DTSTART;TZID=Europe/Warsaw:${first.replaceAll('-', '')}T120000\nRRULE:${rule}`,
      maxIterations: MOST_PERIODS,
      cache: false,
    }).all((_, index) => index <= MOST_DATES);
    if (all.length > MOST_DATES) return { problem: 'too_many' };
    return all.length === 0 ? { problem: 'none' } : { dates: all.map((d) => d.toString().slice(0, 10)) };
  } catch {
    return { problem: 'rule' };
  }
}

/** The days the form asks for, with the rule as calendars are told it: with a count, since a count needs no time zone. */
export function repeated(
  repeat: Repeat,
  first: LocalDate,
): { readonly dates: readonly LocalDate[]; readonly rule: string } | Extract<Expanded, { problem: string }> {
  if (repeat.count === null && repeat.until === null) return { problem: 'endless' };
  if ((repeat.count ?? 0) > MOST_DATES) return { problem: 'too_many' };
  const rule = ruleOf(repeat, first);
  // The day after, since UNTIL is a moment of UTC and ours are at noon in Warsaw.
  const until = repeat.until === null ? '' : `;UNTIL=${addDays(repeat.until, 1).replaceAll('-', '')}T000000Z`;
  const found = expand(repeat.count === null ? `${rule}${until}` : `${rule};COUNT=${repeat.count}`, first);
  if ('problem' in found) return found;
  const last = repeat.until;
  const dates = last === null ? found.dates : found.dates.filter((date) => date <= last);
  return dates.length === 0 ? { problem: 'none' } : { dates, rule: `${rule};COUNT=${dates.length}` };
}
