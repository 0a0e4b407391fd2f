import type { LocalDate } from '#kernel/time.ts';
import type { Partnership } from '../../schema.ts';

export interface Counted {
  readonly name: string;
  readonly count: number;
}
/** What data say of the area of a partnership, each with its source and day. */
export interface NeedsView {
  readonly partnership: Partnership;
  readonly today: LocalDate;
  readonly population: {
    readonly inhabitants: number;
    readonly onDay: LocalDate;
    readonly source: string;
  } | null;
  readonly gminas: { readonly chosen: number; readonly of: number };
  /** Institutions in the system, by type. */
  readonly institutions: readonly Counted[];
  /** Entities of the public base, by type. */
  readonly entities: readonly Counted[];
  /** Kinds of support of the public base, with places free where they are told. */
  readonly supports: readonly (Counted & { readonly free: number | null })[];
  /** Needs nobody met in twelve months, five at least. */
  readonly unmet: readonly Counted[];
}
