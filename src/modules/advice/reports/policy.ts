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

const COLUMNS = ['n', 'answered', 'waiting', 'late'] as const;
type Column = (typeof COLUMNS)[number];

/** Where exactly one cell of a column is withheld, the smallest of the others too: it could be subtracted from the whole. */
function guarded(parts: readonly Part[], column: Column): Part[] {
  const told = parts.filter((part) => (part[column] ?? 0) > 0);
  const alone = parts.length > 1 && parts.filter((part) => part[column] === null).length === 1;
  const victim = alone ? [...told].sort((a, b) => (a[column] ?? 0) - (b[column] ?? 0))[0] : undefined;
  return parts.map((part) => (part === victim ? { ...part, [column]: null } : part));
}

/**
 * The parts of a dimension as they may leave the desk: small numbers withheld, and what gives one away. Parts already
 * withheld count as such.
 */
export function suppressed(parts: readonly Part[]): Part[] {
  const counted = guarded(
    parts.map((part) => (small(part.n) ? { ...part, n: null } : part)),
    'n',
  );
  // What is left after taking away is a number too.
  const inner = (part: Part, cell: Cell): Cell =>
    part.n === null || small(cell) || small(cell === null ? null : part.n - cell) ? null : cell;
  const cells = counted.map((part) => ({
    ...part,
    answered: inner(part, part.answered),
    waiting: inner(part, part.waiting),
    late: inner(part, part.late),
  }));
  return COLUMNS.slice(1).reduce<Part[]>(guarded, cells);
}

const MOST_QUARTERS = 12;
/**
 * Whole calendar quarters that are over, for whoever looks from outside; the last four by default. With days of their own
 * choice they would subtract one period from another.
 */
export function quartersOf(
  asked: { readonly from?: LocalDate | null; readonly to?: LocalDate | null },
  today: LocalDate,
): Period[] {
  const begin = (day: LocalDate): LocalDate =>
    `${day.slice(0, 4)}-${String(3 * Math.floor((Number(day.slice(5, 7)) - 1) / 3) + 1).padStart(2, '0')}-01`;
  const over = begin(today);
  const until = asked.to && asked.to < over ? begin(addDays(asked.to, 1)) : over;
  const usual = addMonths(until, -MONTHS);
  const earliest = addMonths(until, -3 * MOST_QUARTERS);
  const asksFrom = asked.from ? begin(asked.from) : usual;
  const from = [asksFrom >= until ? usual : asksFrom, earliest].sort().at(-1) ?? usual;
  const quarters: Period[] = [];
  for (let day = from; day < until; day = addMonths(day, 3))
    quarters.push({ from: day, to: addDays(addMonths(day, 3), -1) });
  return quarters;
}

/** Sums of what may be told of each desk and quarter; where one of them withholds a cell, so does the sum. */
export function summed(atoms: readonly (readonly Part[])[]): Part[] {
  const sums = new Map<string, Part>();
  const add = (a: Cell, b: Cell): Cell => (a === null || b === null ? null : a + b);
  for (const part of atoms.flat()) {
    const key = `${part.dimension} ${part.part}`;
    const sum = sums.get(key);
    sums.set(
      key,
      sum
        ? {
            ...part,
            n: add(sum.n, part.n),
            answered: add(sum.answered, part.answered),
            waiting: add(sum.waiting, part.waiting),
            late: add(sum.late, part.late),
          }
        : part,
    );
  }
  return [...sums.values()];
}

/** The mean of answers from 1 to 5 with how many there were; null below five. */
export function satisfactionOf(
  counts: readonly { readonly score: number; readonly n: number }[],
): { readonly mean: number; readonly n: number } | null {
  const n = counts.reduce((sum, c) => sum + c.n, 0);
  return n < SMALL ? null : { n, mean: counts.reduce((sum, c) => sum + c.score * c.n, 0) / n };
}
