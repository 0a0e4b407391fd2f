import { Delaunay } from 'd3-delaunay';
import { ringArea } from '../../src/kernel/map/rings.ts';

export type Point = [number, number];
export type Ring = Point[];
/** Outer ring first, holes after it; rings are closed. */
export type Polygon = Ring[];
export type Site = { lon: number; lat: number; county: string };

// Poland is small enough for a plane: a degree of longitude at 52° north is this part of a degree of latitude.
const shrink = Math.cos((52 * Math.PI) / 180);

/** A ring of sites of no county far outside, so that every cell of Poland is bounded. */
const surroundings: Site[] = Array.from({ length: 90 }, (_, i) => {
  const angle = (i * 4 * Math.PI) / 180;
  return { lon: 19.3 + 14 * Math.cos(angle), lat: 52 + 8 * Math.sin(angle), county: '' };
});

function groupsOfOneCounty(delaunay: Delaunay, county: readonly string[]): number[][] {
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (let start = 0; start < county.length; start++) {
    if (seen.has(start)) continue;
    seen.add(start);
    const group = [start];
    for (const i of group) {
      for (const j of delaunay.neighbors(i)) {
        if (seen.has(j) || county[j] !== county[start]) continue;
        seen.add(j);
        group.push(j);
      }
    }
    groups.push(group);
  }
  return groups;
}

/**
 * Gives stray cells to the county around them. A village near a bent boundary may lie closer to its neighbours than
 * to its own county; on a map such islands are noise. The largest group of each county always stays.
 */
function absorbStrays(delaunay: Delaunay, county: string[], smallest: number): number {
  const groups = groupsOfOneCounty(delaunay, county);
  const largest = new Map<string, number>();
  for (const group of groups) {
    const code = county[group[0] ?? 0] ?? '';
    largest.set(code, Math.max(largest.get(code) ?? 0, group.length));
  }
  let absorbed = 0;
  for (const group of groups) {
    const code = county[group[0] ?? 0] ?? '';
    if (code === '' || group.length >= smallest || group.length === largest.get(code)) continue;
    const around = new Map<string, number>();
    for (const other of group.flatMap((i) => [...delaunay.neighbors(i)].map((j) => county[j] ?? ''))) {
      if (other !== '' && other !== code) around.set(other, (around.get(other) ?? 0) + 1);
    }
    const [host] = [...around].sort((a, b) => b[1] - a[1]);
    if (!host) continue;
    for (const i of group) county[i] = host[0];
    absorbed += group.length;
  }
  return absorbed;
}

export function inRing([x, y]: Point, ring: Ring): boolean {
  let inside = false;
  ring.forEach(([ax, ay], i) => {
    const [bx, by] = ring[(i + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  });
  return inside;
}

/** Each border runs between two circumcentres; following them from one to the next closes the rings of a county. */
function followBorders(delaunay: Delaunay, county: readonly string[]): Map<string, number[][]> {
  const { halfedges, triangles } = delaunay;
  const borders = new Map<string, Map<number, number>>();
  const put = (code: string, from: number, to: number) => {
    const steps = borders.get(code) ?? new Map<number, number>();
    borders.set(code, steps.set(from, to));
  };
  for (let edge = 0; edge < halfedges.length; edge++) {
    const twin = halfedges[edge] ?? -1;
    if (twin < edge) continue;
    const here = county[triangles[edge] ?? 0] ?? '';
    const there = county[triangles[twin] ?? 0] ?? '';
    if (here === there) continue;
    const [a, b] = [Math.floor(edge / 3), Math.floor(twin / 3)];
    if (here !== '') put(here, a, b);
    if (there !== '') put(there, b, a);
  }
  const rings = new Map<string, number[][]>();
  for (const [code, steps] of borders) {
    const found: number[][] = [];
    for (const start of [...steps.keys()]) {
      const ring: number[] = [];
      for (let at: number | undefined = start; at !== undefined && steps.has(at); ) {
        ring.push(at);
        const next = steps.get(at);
        steps.delete(at);
        at = next;
      }
      if (ring.length > 2) found.push(ring);
    }
    rings.set(code, found);
  }
  return rings;
}

function toPolygons(rings: Ring[]): Polygon[] {
  const bySize = rings
    .filter((ring) => ring.length > 3)
    .sort((a, b) => Math.abs(ringArea(b)) - Math.abs(ringArea(a)));
  // The rings of one county turn one way around land and the other way around holes; the largest one is land.
  const land = Math.sign(ringArea(bySize[0] ?? []));
  const polygons = bySize.filter((ring) => Math.sign(ringArea(ring)) === land).map((ring): Polygon => [ring]);
  for (const hole of bySize.filter((ring) => Math.sign(ringArea(ring)) === -land)) {
    const [point] = hole;
    const owners = polygons.filter(([outer]) => point && outer && inRing(point, outer));
    owners.at(-1)?.push(hole);
  }
  return polygons;
}

/**
 * The Voronoi cells of all localities, merged by county, in degrees rounded to 0.00001.
 * @param sites every locality with its county code
 * @param smallest groups of fewer cells than this, apart from their county, go to the county around them
 */
export function countyCells(
  sites: readonly Site[],
  smallest: number,
): { cells: Map<string, Polygon[]>; absorbed: number } {
  const all = [...sites, ...surroundings];
  const county = all.map((site) => site.county);
  const delaunay = new Delaunay(Float64Array.from(all.flatMap((site) => [site.lon * shrink, site.lat])));
  const absorbed = absorbStrays(delaunay, county, smallest);
  const { circumcenters } = delaunay.voronoi([-180, -90, 180, 90]);
  const round = (degrees: number): number => Math.round(degrees * 1e5) / 1e5;
  const place = (i: number): Point => [
    round((circumcenters[2 * i] ?? 0) / shrink),
    round(circumcenters[2 * i + 1] ?? 0),
  ];
  const cells = new Map<string, Polygon[]>();
  for (const [code, rings] of followBorders(delaunay, county)) {
    const closed = rings.map((ring) => [...ring, ring[0] ?? 0].map(place));
    cells.set(code, toPolygons(closed));
  }
  return { cells, absorbed };
}
