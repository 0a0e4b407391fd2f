import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { addMonths, warsawDate } from '#kernel/time.ts';
import { counties, voivodeships } from '#modules/territory/api.ts';
import { freshnessRules } from '../record/api.ts';
import * as queries from './queries.ts';
import type { Counted, CountyView } from './schema.ts';

/** What the base knows of a county. Throws `not_found` for a code of none. */
export async function county(ctx: Ctx, code: string): Promise<CountyView> {
  const found = (await counties(ctx)).find((one) => one.code === code);
  if (!found) throw notFound();
  const region = (await voivodeships(ctx)).find((one) => one.code === found.voivodeshipCode);
  const rules = await freshnessRules(ctx);
  const today = warsawDate(ctx.now);
  const rows = await queries.countCounty(
    ctx,
    code,
    addMonths(today, -rules.ageing),
    addMonths(today, -rules.unconfirmed),
  );
  const of = (facet: string): Counted[] =>
    rows
      .flatMap((row) =>
        row.facet === facet && row.code !== null ? [{ code: row.code, count: row.n ?? 0 }] : [],
      )
      .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
  const one = (facet: string, key = '') => of(facet).find((counted) => counted.code === key)?.count ?? 0;
  const supports = await queries.findFreeSupports(ctx, code);
  return {
    code,
    name: found.name,
    city: !/^\p{Ll}/u.test(found.name),
    voivodeship: region?.name ?? '',
    total: one('total'),
    offers: one('offers'),
    types: of('type'),
    categories: of('category'),
    freshness: {
      confirmed: one('freshness', 'confirmed'),
      ageing: one('freshness', 'ageing'),
      unconfirmed: one('freshness', 'unconfirmed'),
    },
    supports: supports.map((row) => ({
      id: row.id,
      entityId: row.entity_id,
      entity: row.entity_name,
      name: row.name,
      kind: row.kind,
      free: row.places_free ?? 0,
      on: row.places_on,
      takesReferrals: row.takes_referrals,
      locality: row.locality,
    })),
    entities: await queries.findCountyEntities(ctx, code),
  };
}
