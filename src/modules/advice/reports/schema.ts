import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import type { LocalDate } from '#kernel/time.ts';

export const DIMENSIONS = [
  'month',
  'topic',
  'county',
  'channel',
  'category',
  'first_days',
  'closing_days',
  'score',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** A number, or one that is withheld: from 1 to 4, or one by which such a number could be found out. */
export type Cell = number | null;
export interface Part {
  readonly dimension: Dimension | 'all';
  readonly part: string;
  readonly n: Cell;
  readonly answered: Cell;
  readonly waiting: Cell;
  readonly late: Cell;
}

/** How long it took: in working days, with the middle, the quarters and the slowest tenth. */
export interface Distribution {
  readonly total: number;
  readonly bins: readonly { readonly from: number; readonly to: number | null; readonly n: number }[];
  readonly quarter: number;
  readonly median: number;
  readonly threeQuarters: number;
  readonly ninety: number;
}

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}
const date = z
  .string()
  .max(30)
  .transform((typed) => parseDate(typed))
  .optional();
export const reportQuery = z.object({ desk: z.uuid().optional(), from: date, to: date });
export type ReportQuery = z.output<typeof reportQuery>;
