import type { LocalDate } from '#kernel/time.ts';

/** What is known of a partnership for comparing it with others. */
export interface Facts {
  readonly id: string;
  readonly name: string;
  readonly county: string;
  readonly voivodeshipCode: string;
  readonly startedOn: LocalDate;
  readonly state: string;
  readonly published: boolean;
  readonly hosts: boolean;
  /** Number of gminas, and how many of them are rural. */
  readonly gminas: number;
  readonly rural: number;
  /** A city with county rights. */
  readonly city: boolean;
  /** Inhabitants of the county; null where not known. */
  readonly inhabitants: number | null;
  readonly terms: readonly string[];
}

/** Why two partnerships are alike, in the order in which it is said. */
export type Reason =
  | { readonly kind: 'city' | 'rural' | 'urban' | 'near' | 'hosts' }
  | { readonly kind: 'gminas' | 'inhabitants'; readonly own: number; readonly other: number }
  | { readonly kind: 'terms'; readonly codes: readonly string[] };

export interface Alike {
  readonly facts: Facts;
  readonly reasons: readonly Reason[];
  /** How many things they have in common: the order of the list, nothing else. */
  readonly points: number;
}
