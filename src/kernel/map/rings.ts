export type Point = readonly number[];

/** Area of a ring, above zero when it turns one way and below when the other. */
export const ringArea = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    return sum + (x * nextY - nextX * y) / 2;
  }, 0);

/** Points rounded to whole units, without those that fall on the one before them. */
export function rounded(points: readonly Point[]): [number, number][] {
  const out: [number, number][] = [];
  for (const [px = 0, py = 0] of points) {
    const [x, y] = [Math.round(px), Math.round(py)];
    const last = out.at(-1);
    if (!last || last[0] !== x || last[1] !== y) out.push([x, y]);
  }
  return out;
}

/** A line of whole units as short as SVG allows: steps instead of places, no spaces that are not needed. */
export function pathOf(points: readonly (readonly [number, number])[], closed: boolean): string {
  const line = closed ? points.slice(0, -1) : points;
  const [first, ...rest] = line;
  if (!first || rest.length === 0) return '';
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const [dx, dy] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return `${dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  return `M${first[0]} ${first[1]}l${steps.join('').trimStart()}${closed ? 'z' : ''}`;
}

interface Room {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** Half the height of a name, and how closely rows are tried. */
const HALF_LINE = 6;
const ROW = 4;

/** Where inside the rings and the frame a line of text has most room: its middle, and how wide it may be. */
export function roomForName(
  rings: readonly (readonly Point[])[],
  frame: { width: number; height: number },
): Room {
  const ys = rings.flatMap((ring) => ring.map(([, y = 0]) => y));
  const top = Math.max(0, Math.min(...ys)) + HALF_LINE;
  const bottom = Math.min(frame.height, Math.max(...ys)) - HALF_LINE;
  const middle = (top + bottom) / 2;
  let best: Room = { x: 0, y: 0, width: 0 };
  for (let y = top; y <= bottom; y += ROW) {
    const rows = [y - HALF_LINE, y, y + HALF_LINE].map((row) => widest(rings, row, frame.width));
    const left = Math.max(...rows.map(([from]) => from));
    const right = Math.min(...rows.map(([, to]) => to));
    // Of rows with about the same room the one nearer to the middle looks better.
    const worth = right - left - Math.abs(y - middle) / 2;
    if (worth > best.width - Math.abs(best.y - middle) / 2 || (best.width === 0 && right > left))
      best = { x: Math.round((left + right) / 2), y: Math.round(y), width: right - left };
  }
  return best;
}

/** The longest piece of a horizontal line inside the rings, cut to the frame. */
function widest(rings: readonly (readonly Point[])[], y: number, width: number): [from: number, to: number] {
  const crossings = rings
    .flatMap((ring) =>
      ring.flatMap(([ax = 0, ay = 0], i) => {
        const [bx = 0, by = 0] = ring[(i + 1) % ring.length] ?? [];
        return ay > y === by > y ? [] : [ax + ((bx - ax) * (y - ay)) / (by - ay)];
      }),
    )
    .sort((a, b) => a - b);
  let longest: [number, number] = [0, 0];
  for (let i = 0; i + 1 < crossings.length; i += 2) {
    const [from, to] = [Math.max(0, crossings[i] ?? 0), Math.min(width, crossings[i + 1] ?? 0)];
    if (to - from > longest[1] - longest[0]) longest = [from, to];
  }
  return longest;
}
