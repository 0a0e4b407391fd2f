import { addDays, addMonths, daysBetween, type LocalDate } from '#kernel/time.ts';
import { isWorkingDay } from '#kernel/working-days.ts';
import type { Cell, Distribution, Part, Period } from './schema.ts';

/** Numbers from 1 to 4 could point at a person. */
export const SMALL = 5;
const MOST_YEARS = 10;
const MONTHS = 12;

/** The period asked for, put right: the last twelve months by default, in order, at most ten years, not in the future. */
export function periodOf(
  asked: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
  today: LocalDate,
): Period {
  const wanted = asked.to ?? today;
  const to = wanted > today ? today : wanted;
  const usual = `${addMonths(to, 1 - MONTHS).slice(0, 7)}-01`;
  const from = asked.from ?? usual;
  const earliest = addMonths(to, -MOST_YEARS * MONTHS);
  if (from > to) return { from: usual, to };
  return { from: [from, earliest].sort().at(-1) ?? usual, to };
}

/** How many working days there have been by the end of each day, from the first day to the last. */
export function ordinals(first: LocalDate, last: LocalDate): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let n = 0; n <= daysBetween(first, last); n++) {
    if (isWorkingDay(addDays(first, n))) count++;
    counts.push(count);
  }
  return counts;
}

const EDGES = [0, 1, 2, 3, 4, 5, 6, 11, 21] as const;

/** The distribution of so many questions for each number of days; null when there is none. */
export function distributionOf(
  counts: readonly { readonly days: number; readonly n: number }[],
): Distribution | null {
  const sorted = [...counts].sort((a, b) => a.days - b.days);
  const total = sorted.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  // The nearest rank: a number of days that somebody really waited.
  const quantile = (share: number): number => {
    let left = Math.ceil(total * share);
    for (const { days, n } of sorted) {
      left -= n;
      if (left <= 0) return days;
    }
    return sorted.at(-1)?.days ?? 0;
  };
  const bins = EDGES.map((from, i) => {
    const next = EDGES[i + 1];
    const inside = sorted.filter(({ days }) => days >= from && (next === undefined || days < next));
    return { from, to: next === undefined ? null : next - 1, n: inside.reduce((sum, { n }) => sum + n, 0) };
  });
  return {
    total,
    bins,
    quarter: quantile(0.25),
    median: quantile(0.5),
    threeQuarters: quantile(0.75),
    ninety: quantile(0.9),
  };
}

const small = (n: Cell): boolean => n !== null && n > 0 && n < SMALL;

/**
 * The parts of a dimension as they may leave the desk: small numbers withheld, and where exactly one is, the smallest of
 * the others too, since it could be subtracted from the whole. Parts already withheld count as such.
 */
export function suppressed(parts: readonly Part[]): Part[] {
  const hidden = (part: Part) => part.n === null || small(part.n);
  const blank = (part: Part): Part => ({ ...part, n: null, answered: null, waiting: null, late: null });
  const others = parts.filter((part) => !hidden(part) && (part.n ?? 0) > 0);
  const alone = parts.filter(hidden).length === 1 && parts.length > 1;
  const victim = alone ? [...others].sort((a, b) => (a.n ?? 0) - (b.n ?? 0))[0] : undefined;
  return parts.map((part) => {
    if (hidden(part) || part === victim) return blank(part);
    // What is left after taking away is a number too.
    const inner = (cell: Cell): Cell =>
      cell === null || small(cell) || small((part.n ?? 0) - cell) ? null : cell;
    return { ...part, answered: inner(part.answered), waiting: inner(part.waiting), late: inner(part.late) };
  });
}

/** The mean of answers from 1 to 5 with how many there were; null below five. */
export function satisfactionOf(
  counts: readonly { readonly score: number; readonly n: number }[],
): { readonly mean: number; readonly n: number } | null {
  const n = counts.reduce((sum, c) => sum + c.n, 0);
  return n < SMALL ? null : { n, mean: counts.reduce((sum, c) => sum + c.score * c.n, 0) / n };
}
