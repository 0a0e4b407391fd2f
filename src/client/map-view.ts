/** The part of a drawing that is seen, in its units. It has the proportions of the whole. */
export interface Seen {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Size = Pick<Seen, 'width' | 'height'>;

/** How near one may come. */
export const NEAREST = 12;

export const zoomOf = (whole: Size, seen: Size): number => whole.width / seen.width;

const between = (least: number, value: number, most: number): number =>
  Math.min(Math.max(value, least), Math.max(least, most));

/** Never beyond the drawing, never nearer than `NEAREST`. */
function within(whole: Size, x: number, y: number, wanted: number): Seen {
  const width = between(whole.width / NEAREST, wanted, whole.width);
  const height = (width / whole.width) * whole.height;
  return {
    x: between(0, x, whole.width - width),
    y: between(0, y, whole.height - height),
    width,
    height,
  };
}

/** Nearer by a factor, or farther by one below 1; what lies at `at` stays where it is on the screen. */
export function zoomed(whole: Size, seen: Seen, factor: number, at: readonly [x: number, y: number]): Seen {
  const width = between(whole.width / NEAREST, seen.width / factor, whole.width);
  const ratio = width / seen.width;
  return within(whole, at[0] - (at[0] - seen.x) * ratio, at[1] - (at[1] - seen.y) * ratio, width);
}

export const moved = (whole: Size, seen: Seen, dx: number, dy: number): Seen =>
  within(whole, seen.x + dx, seen.y + dy, seen.width);

export const middleOf = ({ x, y, width, height }: Seen): [x: number, y: number] => [
  x + width / 2,
  y + height / 2,
];

export function onTheWay(from: Seen, to: Seen, part: number): Seen {
  const way = (a: number, b: number): number => a + (b - a) * part;
  return {
    x: way(from.x, to.x),
    y: way(from.y, to.y),
    width: way(from.width, to.width),
    height: way(from.height, to.height),
  };
}
