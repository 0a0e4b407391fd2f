import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { z } from 'zod';

export type BoundaryProblemCode =
  | 'json'
  | 'kind'
  | 'projected'
  | 'swapped'
  | 'no_code'
  | 'unknown'
  | 'twice'
  | 'shape'
  | 'ring'
  | 'outside'
  | 'missing';

/** Something to correct in a file of boundaries: which shape (its number, from 1; 0 is the file), and what. */
export interface BoundaryProblem {
  readonly shape: number;
  readonly value: string;
  readonly code: BoundaryProblemCode;
}

export type CountyShape = GeoJSON.Feature<GeoJSON.MultiPolygon>;

/** Names under which publishers write the code of a county, in this order; PRG of GUGiK has the first. */
const CODE_NAMES = ['jpt_kod_je', 'teryt', 'kod_teryt', 'teryt_kod', 'kod', 'code', 'id'];
/** Poland, a little wider. */
const BOUNDS = { west: 13.9, east: 24.3, south: 48.9, north: 55 };

const collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()).min(1) });
const topology = z.object({
  type: z.literal('Topology'),
  arcs: z.array(z.unknown()),
  objects: z.record(z.string(), z.object({ geometries: z.array(z.unknown()).optional() }).loose()),
});
const shapeOf = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry: z.union([
    z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(z.unknown())).min(1) }),
    z.object({
      type: z.literal('MultiPolygon'),
      coordinates: z.array(z.array(z.array(z.unknown())).min(1)).min(1),
    }),
  ]),
});
type Shape = z.output<typeof shapeOf>;

/**
 * Reads GeoJSON or TopoJSON of counties in degrees (WGS 84).
 * @param counties codes of every county in force: each must have one shape, and only they may
 */
export function readBoundaries(
  text: string,
  counties: ReadonlySet<string>,
): { shapes: CountyShape[]; problems: BoundaryProblem[] } {
  const features = featuresOf(text);
  if (typeof features === 'string')
    return { shapes: [], problems: [{ shape: 0, value: '', code: features }] };
  const problems: BoundaryProblem[] = [];
  const shapes = new Map<string, CountyShape>();
  for (const [i, raw] of features.entries()) {
    const tell = (code: BoundaryProblemCode, value = '') => problems.push({ shape: i + 1, value, code });
    const parsed = shapeOf.safeParse(raw);
    if (!parsed.success) {
      tell('shape');
      continue;
    }
    const code = codeOf(parsed.data);
    if (code === null) tell('no_code', Object.keys(parsed.data.properties ?? {}).join(', '));
    else if (!counties.has(code)) tell('unknown', code);
    else if (shapes.has(code)) tell('twice', code);
    const { geometry } = parsed.data;
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    const read = polygons.map((rings) => rings.map(ringOf));
    const fault = read.flat().find((ring) => typeof ring === 'string');
    if (fault) tell(fault, code ?? '');
    if (code === null || fault) continue;
    const coordinates = read.map((rings) => rings.filter((ring) => typeof ring !== 'string'));
    shapes.set(code, {
      type: 'Feature',
      id: code,
      properties: {},
      geometry: { type: 'MultiPolygon', coordinates },
    });
  }
  if (problems.length === 0)
    for (const code of counties)
      if (!shapes.has(code)) problems.push({ shape: 0, value: code, code: 'missing' });
  // Metres instead of degrees spoil every shape in the same way: said once.
  for (const all of ['projected', 'swapped'] as const)
    if (problems.some(({ code }) => code === all))
      return { shapes: [], problems: [{ shape: 0, value: '', code: all }] };
  return { shapes: [...shapes.values()].sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1)), problems };
}

function featuresOf(text: string): readonly unknown[] | BoundaryProblemCode {
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'json';
  }
  const plain = collection.safeParse(data);
  if (plain.success) return plain.data.features;
  const parsed = topology.safeParse(data);
  if (!parsed.success) return 'kind';
  const [largest] = Object.entries(parsed.data.objects).sort(
    ([, a], [, b]) => (b.geometries?.length ?? 0) - (a.geometries?.length ?? 0),
  );
  if (!largest?.[1].geometries) return 'kind';
  try {
    const map = data as Topology;
    return feature(map, map.objects[largest[0]] as GeometryCollection).features;
  } catch {
    return 'kind';
  }
}

function codeOf({ id, properties }: Shape): string | null {
  const named = new Map(
    Object.entries(properties ?? {}).map(([name, value]) => [name.toLowerCase(), String(value ?? '').trim()]),
  );
  for (const value of [...CODE_NAMES.map((name) => named.get(name)), String(id ?? '')]) {
    if (value && /^\d{3,4}$/.test(value)) return value.padStart(4, '0');
  }
  return null;
}

/** A closed ring of places in Poland, or what is wrong with it. */
function ringOf(raw: readonly unknown[]): GeoJSON.Position[] | BoundaryProblemCode {
  const ring: GeoJSON.Position[] = [];
  for (const place of raw) {
    const [x, y]: readonly unknown[] = Array.isArray(place) ? place : [];
    if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x + y)) return 'ring';
    if (Math.abs(x) > 180 || Math.abs(y) > 180) return 'projected';
    if (!inPoland(x, y)) return inPoland(y, x) ? 'swapped' : 'outside';
    ring.push([x, y]);
  }
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = first && last && first[0] === last[0] && first[1] === last[1];
  return closed && ring.length >= 4 ? ring : 'ring';
}

const inPoland = (lon: number, lat: number): boolean =>
  lon > BOUNDS.west && lon < BOUNDS.east && lat > BOUNDS.south && lat < BOUNDS.north;
