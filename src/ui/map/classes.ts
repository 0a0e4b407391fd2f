/** A shade of the map: the smallest and the largest value that wear it, and how many counties do. */
export interface ValueClass {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

const MOST = 5;

/**
 * Divides values into at most five classes of about equal size, never parting equal values. When there are only a few
 * different values, or some are zero, those are classes of their own.
 */
export function classesOf(values: Iterable<number>): ValueClass[] {
  const sorted = [...values].filter(Number.isFinite).sort((a, b) => a - b);
  const distinct = [...new Set(sorted)];
  if (distinct.length <= MOST) return distinct.map((value) => within(sorted, value, value));
  const zero = distinct.includes(0) ? [within(sorted, 0, 0)] : [];
  let left = zero.length > 0 ? sorted.filter((value) => value !== 0) : sorted;
  const classes = [...zero];
  for (let room = MOST - zero.length; room > 0 && left.length > 0; room--) {
    const [from = 0] = left;
    const to = left[Math.ceil(left.length / room) - 1] ?? from;
    classes.push(within(left, from, to));
    left = left.filter((value) => value > to);
  }
  return classes;
}

const within = (values: readonly number[], from: number, to: number): ValueClass => ({
  from,
  to,
  count: values.filter((value) => value >= from && value <= to).length,
});

/** Which class a value wears, from 0; null without a value. */
export function classIndex(classes: readonly ValueClass[], value: number | undefined): number | null {
  if (value === undefined) return null;
  const index = classes.findIndex(({ from, to }) => value >= from && value <= to);
  return index < 0 ? null : index;
}

/** The shade (1 to 5) of each of so many classes: few classes lie far apart. */
export const shadeOf = (index: number, classes: number): number =>
  classes === 1 ? 3 : 1 + Math.round((index * (MOST - 1)) / (classes - 1));
