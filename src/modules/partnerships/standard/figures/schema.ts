import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Counted cases of a share; null where a number is small. */
export interface ProcessShare {
  readonly code: string;
  readonly counted: number | null;
  readonly total: number | null;
}
/** Shares (0–1) of all partnerships in a year, in order of size and without names; only where there are five or more. */
export interface ProcessSpread {
  readonly code: string;
  readonly shares: readonly number[];
  readonly computedOn: LocalDate;
}

/** What cases compute for the self-check. */
export interface MeasuresHost {
  readonly shares: (
    ctx: Ctx,
    partnershipId: string,
    period: { readonly from: LocalDate; readonly to: LocalDate },
  ) => Promise<readonly ProcessShare[]>;
  readonly spread: (ctx: Ctx, year: number) => Promise<readonly ProcessSpread[]>;
}

/** A share with what it counts, for the period said. */
export interface Figure extends ProcessShare {
  /** The requirement of the standard it speaks to. */
  readonly requirement: string;
  readonly name: string;
  readonly definition: string;
  readonly source: string;
  readonly period: { readonly from: LocalDate; readonly to: LocalDate };
  /** 0–1; null where it is not told, or nothing can be measured. */
  readonly share: number | null;
  /** The same a year earlier. */
  readonly before: number | null;
}
export interface Quartiles {
  readonly least: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
  readonly most: number;
}
/** In the lowest quarter, the middle half or the highest quarter. */
export type Standing = 'lower' | 'middle' | 'upper';
/** A figure among those of all partnerships. */
export interface Placed {
  readonly figure: Figure;
  readonly shares: readonly number[];
  readonly quartiles: Quartiles;
  /** Null where the own share is not told. */
  readonly standing: Standing | null;
  readonly computedOn: LocalDate;
}
