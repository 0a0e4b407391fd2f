import { z } from 'zod';
import { ticked } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Enquiry } from '../schema.ts';

export const chooseBody = z.object({ entity: ticked });

/** Why an entity fits, or does not: what the page says beside its box. */
export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly locality: string;
  readonly offers: string;
  readonly confirmedOn: LocalDate | null;
  /** Has an address to write to, or works in Splot. */
  readonly reachable: boolean;
  readonly byCategory: boolean;
  readonly byCpv: boolean;
  readonly km: number | null;
  /** How far it says it goes. */
  readonly rangeKm: number | null;
  readonly serves: boolean;
  readonly capacity: number | null;
  readonly reserved: boolean;
  readonly fresh: boolean;
  /** The buyer came with it from a search. */
  readonly wanted: boolean;
}

/** What of a need is held against an offer beside its category. */
type Asked = Pick<Enquiry, 'quantity' | 'reservedBasis'>;

/** Kilometres that count as near when an entity does not say how far it goes. */
const NEAR_KM = 40;

/** Whether it comes to the place of the need; null when nobody can say. */
export function inReach({ serves, km, rangeKm }: Candidate): boolean | null {
  if (serves) return true;
  return km === null ? null : km <= (rangeKm ?? NEAR_KM);
}

/** Whether it can do that much; null when it does not say or nobody asks. */
export const capable = ({ capacity }: Candidate, quantity: number | null): boolean | null =>
  capacity === null || quantity === null ? null : capacity >= quantity;

const offers = (c: Candidate): boolean => c.byCategory || c.byCpv;

/** Nothing speaks against it. */
export const fits = (c: Candidate, need: Asked): boolean =>
  c.reachable &&
  offers(c) &&
  inReach(c) !== false &&
  capable(c, need.quantity) !== false &&
  (need.reservedBasis === null || c.reserved);

const score = (c: Candidate, need: Asked): number =>
  [
    c.byCategory,
    c.byCpv,
    inReach(c) === true,
    capable(c, need.quantity) === true,
    need.reservedBasis !== null && c.reserved,
    c.fresh,
  ].filter(Boolean).length -
  Math.min(c.km ?? 50, 200) / 100;

/** The best first; what the buyer came with before all others, and nobody near before one who does it. */
export const ranked = (list: readonly Candidate[], need: Asked): Candidate[] =>
  [...list].sort(
    (a, b) =>
      Number(b.wanted) - Number(a.wanted) ||
      Number(fits(b, need)) - Number(fits(a, need)) ||
      Number(offers(b)) - Number(offers(a)) ||
      score(b, need) - score(a, need) ||
      (a.name < b.name ? -1 : 1),
  );

/**
 * Whose boxes are ticked: those against whom nothing speaks, of the ones the buyer came with if there are such. When
 * nobody fits, still what the buyer came with: one entity asked on its own page.
 */
export function preselected(list: readonly Candidate[], need: Asked, most: number): string[] {
  const wanted = list.filter((c) => c.wanted && c.reachable);
  const fitting = list.filter((c) => fits(c, need));
  const both = wanted.filter((c) => fits(c, need));
  const chosen = [both, wanted, fitting].find((some) => some.length > 0) ?? [];
  return chosen.slice(0, most).map(({ id }) => id);
}
