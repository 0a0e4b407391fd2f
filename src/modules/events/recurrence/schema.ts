import type { LocalDate } from '#kernel/time.ts';

/** How an event comes again: every so many days or weeks, on the same day of months, or on the same weekday of months. */
export const REPEATS = ['daily', 'weekly', 'monthly_day', 'monthly_weekday'] as const;
export type Repeats = (typeof REPEATS)[number];

/** Dates of one event. Whoever needs more plans the next year as an event of its own. */
export const MOST_DATES = 60;

export interface Repeat {
  readonly every: Repeats;
  /** Every how many days, weeks or months. */
  readonly interval: number;
  /** The last day on which it may come, or how many times. Without either it would never end. */
  readonly until: LocalDate | null;
  readonly count: number | null;
}

export type Expanded =
  | { readonly dates: readonly LocalDate[] }
  | { readonly problem: 'endless' | 'too_many' | 'none' | 'rule' };
