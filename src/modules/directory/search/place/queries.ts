import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface LocalityRow {
  name: string;
  kind: string;
  county_code: string;
  county_name: string;
  lat: number;
  lon: number;
}
/** Localities whose names begin like these patterns, towns first. Villages only where `villages` says so. */
export const findLocalities = (
  ctx: Ctx,
  patterns: readonly string[],
  villages: readonly boolean[],
): Promise<LocalityRow[]> =>
  ctx.tx.many<LocalityRow>(sql`
    select l.name, l.kind, l.county_code, g.county_name, l.lat, l.lon
    from unnest(${patterns}::text[], ${villages}::boolean[]) as p (pattern, villages)
    join territory.api_locality l on l.plain like p.pattern and (p.villages or l.kind = 'town')
    join territory.api_gmina g on g.id = l.gmina_id
    order by l.kind = 'town' desc, length(l.name), l.county_code limit 400`);

/** As a `LocalityRow`; here the database cannot tell that nothing is missing. */
type AlikeRow = { [K in keyof LocalityRow]: LocalityRow[K] | null };

/** Localities with a name like a misspelt one. */
export const findAlike = (ctx: Ctx, name: string): Promise<AlikeRow[]> =>
  ctx.tx.many<{
    name: string | null;
    kind: string | null;
    county_code: string | null;
    county_name: string | null;
    lat: number | null;
    lon: number | null;
  }>(sql`
    select l.name, l.kind, l.county_code, g.county_name, l.lat, l.lon
    from (select kernel.plain(${name}::text) as name) p join territory.api_locality l on l.plain % p.name
    join territory.api_gmina g on g.id = l.gmina_id
    order by l.plain <-> p.name, l.kind = 'town' desc, l.county_code limit 10`);

/** How many entities these counties have: of places with one name the one with more neighbours is meant more often. */
export const countNeighbours = (
  ctx: Ctx,
  counties: readonly string[],
): Promise<{ county: string; n: number | null }[]> =>
  ctx.tx.many<{ county: string; n: number | null }>(sql`
    select c.county, (select count(*)::int from directory.listing l where l.county_code = c.county) as n
    from unnest(${counties}::text[]) as c (county)`);

/** Whether somebody in the base is called so. */
export const isName = (ctx: Ctx, text: string): Promise<{ named: boolean | null }> =>
  ctx.tx.one<{ named: boolean | null }>(sql`
    select exists (select from directory.listing where plain like '%' || ${text}::text || '%') as named`);
