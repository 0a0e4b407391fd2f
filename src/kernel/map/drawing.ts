import { feature, neighbors } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, MultiPolygon, Polygon, Topology } from 'topojson-specification';
import { cone } from './cone.ts';
import type { MapArea, MapDrawing, MapFocus, MapUnit } from './model.ts';
import { type Point, pathOf, ringArea, roomForName, rounded } from './rings.ts';

/**
 * Corners that stick out less than this, in square units of the drawing, cannot be seen. The next ones are for borders so
 * jagged that all paths together would be longer than a light page can bear.
 */
const VISIBLE = [2.5, 4, 7, 12, 20];
const LONGEST = 62_000;
/** Neither side of a drawing is longer, in its units. */
const SIDE = 720;
const MARGIN = 4;
/** An area alone is shown with this much of its surroundings on each side. */
const AROUND = 0.12;

type Shape = Polygon | MultiPolygon;

/** The shapes of the topology (objects `counties`, id = code) with their points on the plane. */
function onPlane(map: Topology): { plane: Topology; shapes: Shape[] } {
  const { scale: [kx, ky] = [1, 1], translate: [tx, ty] = [0, 0] } = map.transform ?? {};
  const arcs = map.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx = 0, dy = 0]) => {
      [x, y] = map.transform ? [x + dx, y + dy] : [dx, dy];
      return cone(x * kx + tx, y * ky + ty);
    });
  });
  const counties = map.objects.counties as GeometryCollection;
  const shapes = counties.geometries.filter(
    (shape): shape is Shape => shape.type === 'Polygon' || shape.type === 'MultiPolygon',
  );
  return { plane: { type: 'Topology', objects: map.objects, arcs }, shapes };
}

const arcsOf = (shape: Shape): number[] =>
  (shape.type === 'Polygon' ? shape.arcs.flat() : shape.arcs.flat(2)).map((i) => (i < 0 ? ~i : i));

function boundsOf(plane: Topology, shapes: readonly Shape[]) {
  const points = shapes.flatMap((shape) => arcsOf(shape).flatMap((i) => plane.arcs[i] ?? []));
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x = 0, y = 0] of points) {
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
  }
  return { left, top, width: right - left, height: bottom - top };
}

/**
 * Draws areas, as many as the focus asks for, to fit the width of a page. Borders are simplified to what can be seen at
 * this size and stay common to both sides.
 * @param map shapes in degrees; one that `units` does not name is left out
 */
export function drawMap(map: Topology, units: readonly MapUnit[], focus?: MapFocus): MapDrawing {
  const { plane, shapes } = onPlane(map);
  const unitOf = new Map(units.map((unit) => [unit.code, unit]));
  const codeOf = (shape: Shape) => String(shape.id);
  const groupOf = (shape: Shape) => unitOf.get(codeOf(shape))?.group ?? '';
  const named = shapes.filter((shape) => unitOf.has(codeOf(shape)));
  const middle = named.filter((shape) =>
    !focus ? true : 'code' in focus ? codeOf(shape) === focus.code : groupOf(shape) === focus.group,
  );
  const alone = focus !== undefined && 'code' in focus;
  const beside = alone ? neighbors(named) : [];
  const shown = named.filter(
    (shape, i) => middle.includes(shape) || beside[i]?.some((j) => middle.includes(named[j] ?? shape)),
  );
  const { place, width, height } = fitted(plane, middle, alone ? AROUND : 0);

  const scaled: Topology = {
    ...plane,
    arcs: plane.arcs.map((arc) => arc.map(([x = 0, y = 0]) => [...place(x, y)])),
  };
  const weighed = presimplify(scaled);
  const borders = bordersOf(shown, named, groupOf);
  const draw = (visible: number): MapDrawing => {
    const simple = simplify(weighed, visible);
    return {
      width,
      height,
      areas: shown.flatMap((shape): MapArea[] => {
        const unit = unitOf.get(codeOf(shape));
        return unit ? [{ ...unit, ...outline(simple, shape, visible, { width, height }) }] : [];
      }),
      borders: borders.map((i) => pathOf(rounded(simple.arcs[i] ?? []), false)).join(''),
      place: (lon, lat) => place(...cone(lon, lat)),
    };
  };
  let drawing = draw(VISIBLE[0] ?? 0);
  for (const visible of VISIBLE.slice(1)) {
    if (drawing.areas.reduce((sum, { d }) => sum + d.length, 0) <= LONGEST) break;
    drawing = draw(visible);
  }
  return drawing;
}

/** Arcs of what is shown that part two groups or have nothing on their other side. */
function bordersOf(
  shown: readonly Shape[],
  all: readonly Shape[],
  groupOf: (shape: Shape) => string,
): number[] {
  const sides = new Map<number, string[]>();
  for (const shape of all)
    for (const i of arcsOf(shape)) sides.set(i, [...(sides.get(i) ?? []), groupOf(shape)]);
  return [...new Set(shown.flatMap(arcsOf))].filter((i) => {
    const [here, there] = sides.get(i) ?? [];
    return here !== there;
  });
}

function fitted(plane: Topology, middle: readonly Shape[], around: number) {
  const bounds = boundsOf(plane, middle);
  const room = 1 + 2 * around;
  const scale = Math.min(
    (SIDE - 2 * MARGIN) / (bounds.width * room),
    (SIDE - 2 * MARGIN) / (bounds.height * room),
  );
  const [left, top] = [bounds.left - bounds.width * around, bounds.top - bounds.height * around];
  return {
    width: Math.ceil(bounds.width * room * scale + 2 * MARGIN),
    height: Math.ceil(bounds.height * room * scale + 2 * MARGIN),
    place: (x: number, y: number): [number, number] => [
      (x - left) * scale + MARGIN,
      (y - top) * scale + MARGIN,
    ],
  };
}

/** The path of one shape. Pieces and holes too small to see are left out, never the largest piece. */
function outline(
  simple: Topology,
  shape: Shape,
  visible: number,
  frame: { width: number; height: number },
): Pick<MapArea, 'd' | 'x' | 'y' | 'width'> {
  const polygons: Point[][][] =
    shape.type === 'Polygon'
      ? [feature(simple, shape).geometry.coordinates]
      : feature(simple, shape).geometry.coordinates;
  const rings = polygons.flat().sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)));
  const [largest = []] = rings;
  const seen = rings.filter((ring) => ring === largest || Math.abs(ringArea(ring)) > 3 * visible);
  return { d: seen.map((ring) => pathOf(rounded(ring), true)).join(''), ...roomForName(seen, frame) };
}
