import type { LocalDate } from '#kernel/time.ts';

/** From the first to the last day, both included. */
export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Why a count is not told: 'few' fewer than five, 'most' all but fewer than five, 'some' one of both.
 */
export type Veil = 'few' | 'most' | 'some';

/** Work of one institution with another, as a count; null when it is veiled. */
export interface CaseTrace {
  readonly kind: 'sent' | 'accepted' | 'case';
  readonly fromId: string;
  readonly toId: string;
  readonly n: number | null;
  readonly veil: Veil | null;
}

export interface CaseHealth {
  readonly code: string;
  readonly whole: number | null;
  readonly part: number | null;
  readonly veil: Veil | null;
  /** Days, in the middle; where days are counted. */
  readonly median: number | null;
}

/** A partnership of a voivodeship; null is fewer than five. */
export interface RegionCases {
  readonly partnershipId: string;
  readonly open: number | null;
  readonly answered: number | null;
  readonly inTime: number | null;
  readonly inTimeVeil: Veil | null;
}
