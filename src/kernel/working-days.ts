/** Working days: what is not a Saturday, a Sunday or a public holiday of Poland. */
import type { HolidayKey } from './holidays.ts';
import { holidaysOf } from './holidays.ts';
import type { LocalDate } from './time.ts';
import { addDays, daysBetween, weekday } from './time.ts';

/** The key of the public holiday on the day, or null; `holidayNames` of `holidays.ts` gives its name. */
export function isPublicHoliday(date: LocalDate): HolidayKey | null {
  return holidaysOf(Number(date.slice(0, 4))).get(date) ?? null;
}

/** Whether offices work: Monday to Friday, no public holiday. */
export function isWorkingDay(date: LocalDate): boolean {
  return weekday(date) < 6 && isPublicHoliday(date) === null;
}

/**
 * The day itself when it is a working one, otherwise the first working day after it: where a time limit that ends on a
 * day off really ends. Source: Code of Administrative Procedure (KPA) art. 57 § 4.
 */
export function nextWorkingDay(date: LocalDate): LocalDate {
  let day = date;
  while (!isWorkingDay(day)) day = addDays(day, 1);
  return day;
}

/**
 * The n-th working day after the day, which itself does not count (KPA art. 57 § 1); before it when n is negative.
 * 0 gives the day unchanged. Throws RangeError when n is not a whole number.
 */
export function addWorkingDays(date: LocalDate, n: number): LocalDate {
  if (!Number.isInteger(n)) throw new RangeError('Working days are counted in whole numbers');
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0; ) {
    day = addDays(day, step);
    if (isWorkingDay(day)) left--;
  }
  return day;
}

/**
 * How many working days pass from one day to another: the first does not count, the last does. Negative when `to` is
 * earlier, so that `workingDaysBetween(d, addWorkingDays(d, n))` is always n.
 */
export function workingDaysBetween(from: LocalDate, to: LocalDate): number {
  const distance = daysBetween(from, to);
  const step = Math.sign(distance);
  let days = 0;
  for (let i = step; i !== distance + step; i += step) {
    if (isWorkingDay(addDays(from, i))) days += step;
  }
  return days;
}
