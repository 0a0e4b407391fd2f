import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { serviceAtLocation } from '../mapping/services/service.ts';
import * as queries from '../queries.ts';
import { ALL, checkedId, recordsOf, serviceObject, totalOf, windowOf } from '../records/service.ts';
import { type AtLocationsQuery, type HsdsObject, type HsdsPage, pageOf } from '../schema.ts';

const METRES = 1_000;

/** Services with the place of each; `postcode` with `proximity` (metres) keeps those near it. */
export async function servicesAtLocations(ctx: Ctx, siteUrl: string, q: AtLocationsQuery): Promise<HsdsPage> {
  const near = q.postcode === undefined ? null : await queries.findPostcode(ctx, q.postcode);
  if (near && near.lat === null) return pageOf([], 0, q.page, q.per_page);
  const filter = {
    search: q.search || null,
    term: q.taxonomy_term_id ?? null,
    taxonomy: q.taxonomy_id ?? null,
    organization: q.organization_id ?? null,
    modifiedAfter: q.modified_after ?? null,
    lat: near?.lat ?? null,
    lon: near?.lon ?? null,
    km: near ? (q.proximity ?? METRES) / METRES : null,
  };
  const rows = await queries.findAtLocations(ctx, { ...filter, ...windowOf(q) });
  const total = await totalOf(rows, () => queries.findAtLocations(ctx, { ...filter, ...ALL }));
  return pageOf(await atLocations(ctx, siteUrl, rows), total, q.page, q.per_page);
}

async function atLocations(
  ctx: Ctx,
  siteUrl: string,
  rows: readonly queries.AtLocationRow[],
): Promise<HsdsObject[]> {
  const { known, byId } = await recordsOf(
    ctx,
    siteUrl,
    rows.map((row) => row.entity_id),
  );
  return rows.flatMap((row) => {
    const record = byId.get(row.entity_id ?? '');
    const object = serviceObject(known, record, row);
    const at = record && object && serviceAtLocation(known, record, object, row.place_id ?? '');
    return at ? [at] : [];
  });
}

/** Its id follows from service and place, so it is found by going through the places of the service. */
export async function atLocation(ctx: Ctx, siteUrl: string, id: string): Promise<HsdsObject> {
  const pair = await queries.findAtLocationPair(ctx, checkedId(id));
  const { known, byId } = await recordsOf(ctx, siteUrl, [pair?.entity_id ?? null]);
  const record = byId.get(pair?.entity_id ?? '');
  const object = pair && serviceObject(known, record, pair);
  const at = record && object && serviceAtLocation(known, record, object, pair.place_id ?? '');
  if (!at) throw notFound();
  return at;
}
