import { drawMap } from '#kernel/map/drawing.ts';
import type { MapUnit } from '#kernel/map/model.ts';
import { simplified } from '#kernel/map/simplify.ts';
import type { MapPoint } from '../map/clusters.ts';

const [COLUMNS, ROWS] = [6, 4];
const [WEST, SOUTH, WIDE, HIGH] = [17, 50.5, 0.8, 0.7];

/** Corners of an invented land, bent a little so that it looks like one. */
const corner = (i: number, j: number): [number, number] => [
  WEST + (i + 0.28 * Math.sin(3 * j + i)) * WIDE,
  SOUTH + (j + 0.28 * Math.cos(2 * i + j)) * HIGH,
];

const cells = Array.from({ length: COLUMNS * ROWS }, (_, n) => ({
  n,
  i: n % COLUMNS,
  j: Math.floor(n / COLUMNS),
}));

const shapes = cells.map(({ n, i, j }): GeoJSON.Feature<GeoJSON.MultiPolygon> => {
  const ring = [corner(i, j), corner(i, j + 1), corner(i + 1, j + 1), corner(i + 1, j), corner(i, j)];
  return {
    type: 'Feature',
    id: String(n),
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
  };
});

const units: MapUnit[] = cells.map(({ n, i }) => ({
  code: String(n),
  name: `Powiat ${n + 1}`,
  group: i < COLUMNS / 2 ? 'a' : 'b',
}));

/** Twenty-four counties in two voivodeships; the last two have no value. */
export const inventedLand = drawMap(simplified(shapes, { detail: 1e-6, grid: 1e4 }), units);
export const inventedValues = new Map(cells.slice(0, -2).map(({ n }) => [String(n), (n * 7) % 23]));
export const inventedPlaces: MapPoint[] = Array.from({ length: 30 }, (_, n) => ({
  lon: WEST + 2.4 + 2 * Math.sin(n * n),
  lat: SOUTH + 1.4 + 1.1 * Math.cos(3 * n),
  label: `CIS nr ${n + 1}`,
  href: '#map',
  thread: n % 3 === 0 ? 'ngo' : 'reintegration',
}));
