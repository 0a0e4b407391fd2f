import type { LocalDate } from '#kernel/time.ts';

/** Where a person lives and what may help; nothing that says who it is. */
export interface NearbyQuestion {
  readonly gminaId: string | null;
  /** Kinds of support; null is any. */
  readonly kinds: readonly string[] | null;
  /** Full years; null when not known. */
  readonly age: number | null;
}

export interface NearbySupport {
  readonly id: string;
  readonly entityId: string;
  readonly entity: string;
  /** The institution in Splot that takes referrals for it; null when there is none. */
  readonly institutionId: string | null;
  readonly name: string;
  readonly kind: string;
  readonly locality: string;
  readonly street: string;
  /** Kilometres from the middle of the gmina; null when one of the two points is not known. */
  readonly km: number | null;
  /** Places free on a day; null when it does not count places. */
  readonly free: { readonly places: number; readonly on: LocalDate } | null;
  /** For whom, in words. */
  readonly eligibility: readonly string[];
  readonly phone: string;
}
