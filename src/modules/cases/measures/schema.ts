import type { LocalDate } from '#kernel/time.ts';

export const MEASURES = ['answer', 'meeting', 'diagnosis', 'plan', 'contact', 'review'] as const;
export type MeasureCode = (typeof MEASURES)[number];
export const isMeasure = (code: string | null): code is MeasureCode => MEASURES.some((each) => each === code);

/** A share of the process. Null where a number is small: 1–4 of anything could point at a person. */
export interface Share {
  readonly code: MeasureCode;
  readonly counted: number | null;
  readonly total: number | null;
}

/** How the shares (0–1, in order of size) of all partnerships lie; a measure with fewer than five of them is left out. */
export interface Spread {
  readonly code: MeasureCode;
  readonly shares: readonly number[];
  readonly computedOn: LocalDate;
}
