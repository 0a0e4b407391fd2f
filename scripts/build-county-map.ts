/**
 * Writes the map of counties: `node --import tsx scripts/build-county-map.ts` (after build-territory.ts).
 * There is no free map of county borders in the ecosystem, so the borders are drawn half-way between the localities
 * of neighbouring counties and cut to the outline of Poland. Good for an overview, not for surveying.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { intersection } from 'polyclip-ts';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { ringArea } from '../src/kernel/map/rings.ts';
import { simplified } from '../src/kernel/map/simplify.ts';
import { countyCells, inRing, type Polygon, type Ring } from './territory/cells.ts';
import { spreadCities } from './territory/cities.ts';
import { readTerritory, territoryFile } from './territory/files.ts';

/** Sides of the grid that coordinates are rounded to: 9 degrees by 10,000 steps is about 60 m. */
const grid = 1e4;
/** Corners whose triangle is smaller than this (in square degrees; 0.0001 is about 0.8 km²) are left out. */
const detail = 0.00006;
/** Islands of a county with fewer localities than this are given to the county around them. */
const smallestIsland = 4;

function outlineOfPoland(): Ring {
  const file = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json');
  const world: Topology = JSON.parse(readFileSync(file, 'utf8'));
  const { features } = feature(world, world.objects.countries as GeometryCollection);
  const poland = features.find((country) => country.id === '616')?.geometry;
  if (poland?.type !== 'Polygon') throw new Error('county map: the outline of Poland is not one polygon');
  return (poland.coordinates[0] ?? []).map(([lon = 0, lat = 0]) => [lon, lat]);
}

/** Cutting is slow, and most counties lie wholly inland: none of their corners outside, no corner of the coast inside. */
function needsCutting(polygon: Polygon, outline: Ring): boolean {
  const [outer = []] = polygon;
  return outer.some((point) => !inRing(point, outline)) || outline.some((point) => inRing(point, outer));
}

/** d3-geo, which draws the map, wants land to the right of its ring: outer rings clockwise, holes the other way. */
function wind(polygon: Polygon): Polygon {
  return polygon.map((ring, i) => (ringArea(ring) > 0 === (i === 0) ? ring.toReversed() : ring));
}

const outline = outlineOfPoland();
const sites = readTerritory<'countyCode' | 'lat' | 'lon'>('localities.csv.gz').map((row) => ({
  lon: Number(row.lon),
  lat: Number(row.lat),
  county: row.countyCode,
}));
const { cells, absorbed } = countyCells(spreadCities(sites), smallestIsland);
const counties = readTerritory<'code' | 'name'>('counties.csv');

const features = counties.map(({ code }): GeoJSON.Feature<GeoJSON.MultiPolygon> => {
  const polygons = cells.get(code) ?? [];
  const inland = polygons.filter((polygon) => !needsCutting(polygon, outline));
  const coastal = polygons.filter((polygon) => needsCutting(polygon, outline));
  const cut = coastal.length > 0 ? (intersection(coastal, [outline]) as Polygon[]) : [];
  return {
    type: 'Feature',
    id: code,
    properties: {},
    geometry: { type: 'MultiPolygon', coordinates: [...inland, ...cut].map(wind) },
  };
});

const map = simplified(features, { detail, grid });
writeFileSync(territoryFile('counties.topo.json'), `${JSON.stringify(map)}\n`);
console.log(`counties.topo.json: ${features.length} counties, ${map.arcs.length} arcs,`);
console.log(`${absorbed} stray localities absorbed, ${Math.round(JSON.stringify(map).length / 1024)} kB`);
