import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

/** A number that may be shown, `few` for 1–4, or hidden because it would give another one away. */
export type Cell = number | 'few' | 'hidden';

/** Counts as the database gives them. Never shown as they are: see `suppressed`. */
export interface Counts {
  readonly closed: number;
  readonly neutral: number;
  readonly dropped: number;
  readonly waiting: number;
  readonly eligible: number;
  readonly social: number;
  readonly vocationalWaiting: number;
  readonly vocational: number;
  readonly employed: number;
  readonly jobs: number;
  readonly jobsWaiting: number;
  readonly durable: number;
  readonly durableUnknown: number;
}

/** A rate with its denominator; `share` (0–1) is null where a cell is suppressed or nothing can be measured. */
export interface Rate {
  readonly count: Cell;
  readonly of: Cell;
  readonly share: number | null;
}

export interface Effectiveness {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly social: Rate;
  readonly employment: Rate;
  readonly durability: Rate;
  readonly closed: Cell;
  readonly neutral: Cell;
  readonly dropped: Cell;
  readonly waiting: Cell;
  readonly vocationalWaiting: Cell;
  readonly jobsWaiting: Cell;
  readonly durableUnknown: Cell;
  readonly outcomes: readonly { readonly code: string; readonly label: string; readonly n: Cell }[];
}

export const partnershipParams = z.object({ id: z.uuid() });
export const rangeQuery = z.object({
  from: z.string().max(40).optional(),
  to: z.string().max(40).optional(),
});
