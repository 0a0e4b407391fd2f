import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Topology } from 'topojson-specification';
import { projectRoot } from '#kernel/config.ts';
import type { Ctx } from '#kernel/context.ts';
import { drawMap } from '#kernel/map/drawing.ts';
import type { MapDrawing, MapFocus } from '#kernel/map/model.ts';
import type { LocalDate } from '#kernel/time.ts';
import { findHead, findTopology } from '../boundaries/queries.ts';
import { counties } from '../service.ts';

/** Everything drawn so far from the shapes and names as they stand; the whole country, 16 voivodeships, 380 counties. */
interface Atlas {
  readonly edition: string;
  readonly topology: Topology;
  readonly drawings: Map<string, MapDrawing>;
}
let atlas: Atlas | null = null;

/**
 * Shapes for `<CountyMap>`: the whole country, a voivodeship (`{ group: '12' }`) or a county among its neighbours
 * (`{ code: '1207' }`). Drawn once and kept until an import changes shapes or names.
 */
export async function countyDrawing(ctx: Ctx, focus?: MapFocus): Promise<MapDrawing> {
  const units = (await counties(ctx)).map(({ code, name, voivodeshipCode: group }) => ({
    code,
    name,
    group,
  }));
  const head = await findHead(ctx);
  const edition = `${head?.loaded_at.toISOString()} ${units.map(({ code, name }) => code + name).join()}`;
  if (atlas?.edition !== edition) {
    const imported = head && (await findTopology(ctx));
    const text =
      imported?.topology ??
      readFileSync(join(projectRoot, 'db/reference/territory/counties.topo.json'), 'utf8');
    atlas = { edition, topology: JSON.parse(text), drawings: new Map() };
  }
  const { topology, drawings } = atlas;
  const key = JSON.stringify(focus ?? null);
  const drawing = drawings.get(key) ?? drawMap(topology, units, focus);
  drawings.set(key, drawing);
  return drawing;
}

/** Where the shapes come from, for the line under a map; null are the drawn ones of the repository. */
export async function mapSource(ctx: Ctx): Promise<{ source: string; asOf: LocalDate } | null> {
  const head = await findHead(ctx);
  return head && { source: head.source, asOf: head.as_of };
}
