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
  if (!first) return '';
  let [x, y] = first;
  const steps = rest.map(([nextX, nextY]) => {
    const [dx, dy] = [nextX - x, nextY - y];
    [x, y] = [nextX, nextY];
    return `${dx < 0 ? '' : ' '}${dx}${dy < 0 ? '' : ' '}${dy}`;
  });
  return `M${first[0]} ${first[1]}l${steps.join('').trimStart()}${closed ? 'z' : ''}`;
}

/** The middle of a ring by area, and its width. */
export function middleOf(ring: readonly Point[]): { x: number; y: number; width: number } {
  const area = ringArea(ring) || 1;
  let [sumX, sumY] = [0, 0];
  ring.forEach(([x = 0, y = 0], i) => {
    const [nextX = 0, nextY = 0] = ring[(i + 1) % ring.length] ?? [];
    const cross = x * nextY - nextX * y;
    sumX += (x + nextX) * cross;
    sumY += (y + nextY) * cross;
  });
  const xs = ring.map(([x = 0]) => x);
  return {
    x: Math.round(sumX / (6 * area)),
    y: Math.round(sumY / (6 * area)),
    width: Math.max(...xs) - Math.min(...xs),
  };
}
