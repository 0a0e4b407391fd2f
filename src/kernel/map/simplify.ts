import { feature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { ringArea } from './rings.ts';

/** Steps across the whole map that borders are snapped to first, so that neighbours share them: about 10 m in Poland. */
const EXACT = 1e5;

export interface Simplification {
  /** Corners whose triangle is smaller than this, and pieces of land too, are left out; square degrees. */
  readonly detail: number;
  /** Steps across the whole map that coordinates are rounded to. */
  readonly grid: number;
}

/** Makes one topology of the shapes, in which a border between two is stored once and is as simple as asked for. */
export function simplified(
  features: readonly GeoJSON.Feature<GeoJSON.MultiPolygon>[],
  { detail, grid }: Simplification,
): Topology {
  const all: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features: [...features] };
  const simple = simplify(presimplify(topology({ counties: all }, EXACT)), detail);
  const collection = feature(simple, simple.objects.counties as GeometryCollection);
  // Simplifying can flatten a small ring to a line; such rings go, but never the largest piece of a shape.
  for (const { geometry } of collection.features) {
    if (geometry.type !== 'MultiPolygon') continue;
    const area = ([outer = []]: GeoJSON.Position[][]) => Math.abs(ringArea(outer));
    const largest = Math.max(...geometry.coordinates.map(area));
    geometry.coordinates = geometry.coordinates
      .filter((polygon) => area(polygon) > detail || area(polygon) === largest)
      .map((polygon) => polygon.filter((ring, i) => i === 0 || Math.abs(ringArea(ring)) > detail));
  }
  return topology({ counties: collection }, grid);
}
