import type { Cell, Counts, Rate } from './schema.ts';

/** Hard constraint 8: numbers from 1 to 4 could point at a person. */
export const SMALL = 5;

export const cell = (n: number): Cell => (n > 0 && n < SMALL ? 'few' : n);

/** A share is shown only when neither the counted nor the rest is small: each could be computed from the other. */
export function rate(count: number, of: number): Rate {
  const safe = cell(count) !== 'few' && cell(of) !== 'few' && cell(of - count) !== 'few';
  return {
    count: safe ? count : cell(count) === 'few' ? 'few' : 'hidden',
    of: cell(of),
    share: safe && of > 0 ? count / of : null,
  };
}

/**
 * Parts of one whole: where exactly one part is small, the smallest of the others is hidden too, because it could
 * otherwise be subtracted from the total (domain handbook, section 3.6).
 */
export function suppressedParts(parts: readonly number[]): Cell[] {
  const cells = parts.map(cell);
  if (cells.filter((c) => c === 'few').length !== 1) return cells;
  const others = parts.map((n, i) => ({ n, i })).filter(({ n, i }) => cells[i] !== 'few' && n > 0);
  const victim = others.sort((a, b) => a.n - b.n)[0];
  return cells.map((c, i) => (i === victim?.i ? 'hidden' : c));
}

export function suppressed(c: Counts) {
  const [neutral = 0, waiting = 0, eligible = 0] = suppressedParts([c.neutral, c.waiting, c.eligible]);
  const hide = (r: Rate): Rate => (eligible === 'hidden' ? { ...r, of: 'hidden', share: null } : r);
  return {
    social: hide(rate(c.social, c.eligible)),
    employment: rate(c.employed, c.vocational),
    durability: rate(c.durable, c.jobs),
    closed: cell(c.closed),
    neutral,
    waiting,
    dropped: cell(c.dropped),
    vocationalWaiting: cell(c.vocationalWaiting),
    jobsWaiting: cell(c.jobsWaiting),
    durableUnknown: cell(c.durableUnknown),
  };
}
