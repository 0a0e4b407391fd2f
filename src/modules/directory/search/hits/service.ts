import type { Ctx } from '#kernel/context.ts';
import * as queries from '../queries.ts';
import type { Hit } from '../schema.ts';

/** The entities of one page in their order, with the distance the search measured. */
export async function hitsOf(ctx: Ctx, rows: readonly queries.MatchRow[]): Promise<Hit[]> {
  const order = rows.flatMap(({ facet: kind, code, n, km }) =>
    kind === 'hit' && code ? [{ id: code, n: n ?? 0, km }] : [],
  );
  if (order.length === 0) return [];
  const found = new Map(
    (
      await queries.findHits(
        ctx,
        order.map(({ id }) => id),
      )
    ).map((row) => [row.id, row]),
  );
  return order
    .sort((a, b) => a.n - b.n)
    .flatMap(({ id, km }) => {
      const row = found.get(id);
      return row ? [asHit(row, km)] : [];
    });
}

const asHit = (row: queries.HitRow, km: number | null): Hit => ({
  id: row.id,
  name: row.name,
  type: row.type,
  categories: row.categories,
  supportKinds: row.support_kinds,
  summary: row.summary,
  locality: row.locality,
  county: row.county_code,
  countyName: row.county_name,
  km,
  lat: row.lat,
  lon: row.lon,
  state: row.state,
  confirmedOn: row.confirmed_on,
  freePlaces: row.free_places,
  freeOn: row.free_on,
  offers: row.offers,
  updatedAt: row.updated_at,
});
