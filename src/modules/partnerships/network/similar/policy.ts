import type { Alike, Facts, Reason } from './schema.ts';

/** Twice as many at most. */
const GMINAS_RATIO = 2;
const PEOPLE_RATIO = 1.5;
const within = (a: number, b: number, ratio: number): boolean =>
  a > 0 && b > 0 && Math.max(a, b) <= Math.min(a, b) * ratio;

type Kind = 'city' | 'rural' | 'urban';
export const kindOf = (facts: Pick<Facts, 'city' | 'gminas' | 'rural'>): Kind | null => {
  if (facts.city) return 'city';
  if (facts.gminas === 0) return null;
  return facts.rural * 2 >= facts.gminas ? 'rural' : 'urban';
};

/** What two partnerships have in common. Receiving visitors is said beside it and counts for nothing. */
export function alike(own: Facts, other: Facts): Alike {
  const reasons: Reason[] = [];
  const kind = kindOf(own);
  if (kind && kind === kindOf(other)) reasons.push({ kind });
  if (within(own.gminas, other.gminas, GMINAS_RATIO))
    reasons.push({ kind: 'gminas', own: own.gminas, other: other.gminas });
  if (
    own.inhabitants !== null &&
    other.inhabitants !== null &&
    within(own.inhabitants, other.inhabitants, PEOPLE_RATIO)
  )
    reasons.push({ kind: 'inhabitants', own: own.inhabitants, other: other.inhabitants });
  if (own.voivodeshipCode === other.voivodeshipCode) reasons.push({ kind: 'near' });
  const codes = own.terms.filter((code) => other.terms.includes(code));
  const points = reasons.length + codes.length;
  if (codes.length > 0) reasons.push({ kind: 'terms', codes });
  if (other.hosts) reasons.push({ kind: 'hosts' });
  return { facts: other, reasons, points };
}

const MOST = 10;
/** Experienced partnerships by how much they have in common, the older first. */
export const mostAlike = (own: Facts, others: readonly Facts[], since: string): Alike[] =>
  others
    .filter((o) => o.id !== own.id && o.published && o.state === 'operating' && o.startedOn <= since)
    .map((other) => alike(own, other))
    .filter(({ points }) => points > 0)
    .sort(
      (a, b) =>
        b.points - a.points ||
        a.facts.startedOn.localeCompare(b.facts.startedOn) ||
        a.facts.name.localeCompare(b.facts.name, 'pl'),
    )
    .slice(0, MOST);
