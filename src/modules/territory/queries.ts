import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findVoivodeships = (ctx: Ctx): Promise<{ code: string; name: string }[]> =>
  ctx.tx.many<{ code: string; name: string }>(
    sql`select code, name from territory.voivodeship order by code`,
  );

export const findCounties = (ctx: Ctx): Promise<{ code: string; name: string; voivodeship_code: string }[]> =>
  ctx.tx.many<{ code: string; name: string; voivodeship_code: string }>(
    sql`select code, name, voivodeship_code from territory.county where valid_to is null order by code`,
  );

export interface GminaRow {
  id: string;
  name: string;
  county_code: string;
  kind: string;
  terc: string | null;
}
export const findGminas = (ctx: Ctx, county: string): Promise<GminaRow[]> =>
  ctx.tx.many<GminaRow>(
    sql`select id, name, county_code, kind, terc from territory.gmina
      where county_code = ${county} and valid_to is null order by name, kind`,
  );

export const findGminasById = (ctx: Ctx, ids: readonly string[]): Promise<GminaRow[]> =>
  ctx.tx.many<GminaRow>(
    sql`select id, name, county_code, kind, terc from territory.gmina where id = any(${ids}::text[]) order by name, kind`,
  );

export interface LocalityRow {
  name: string;
  gmina_id: string;
  county_code: string;
  lat: number;
  lon: number;
}
export const findLocalities = (ctx: Ctx, name: string, county: string | null): Promise<LocalityRow[]> =>
  ctx.tx.many<LocalityRow>(sql`
    select name, gmina_id, county_code, lat, lon from territory.locality
    where plain like kernel.plain(${name}::text) || '%' and (${county}::text is null or county_code = ${county}::text)
    order by plain = kernel.plain(${name}::text) desc, length(name), name limit 20`);

export const findLocalitiesOf = (ctx: Ctx, gminaIds: readonly string[]): Promise<LocalityRow[]> =>
  ctx.tx.many<LocalityRow>(sql`
    select name, gmina_id, county_code, lat, lon from territory.locality where gmina_id = any(${gminaIds}::text[]) order by name`);

export interface VoivodeshipRow {
  code: string;
  name: string;
  counties: number | null;
  gminas: number | null;
  source: string;
  as_of: string;
}
export const findVoivodeshipFacts = (ctx: Ctx): Promise<VoivodeshipRow[]> =>
  ctx.tx.many<VoivodeshipRow>(sql`
    select v.code, v.name, v.source, v.as_of,
      (select count(*)::int from territory.county c where c.voivodeship_code = v.code and c.valid_to is null) as counties,
      (select count(*)::int from territory.gmina g join territory.county c on c.code = g.county_code
        where c.voivodeship_code = v.code and g.valid_to is null) as gminas
    from territory.voivodeship v order by v.name`);

export interface CountyRow {
  code: string;
  name: string;
  kind: string;
  voivodeship_code: string;
  voivodeship: string;
  gminas: number | null;
  localities: number | null;
  source: string;
  as_of: string;
  valid_to: string | null;
}
/** One county, also one that is no more, or those of a voivodeship in force. */
export const findCountyFacts = (
  ctx: Ctx,
  where: { county?: string; voivodeship?: string },
): Promise<CountyRow[]> =>
  ctx.tx.many<CountyRow>(sql`
    select c.code, c.name, c.kind, c.voivodeship_code, v.name as voivodeship, c.source, c.as_of, c.valid_to,
      (select count(*)::int from territory.gmina g where g.county_code = c.code and g.valid_to is null) as gminas,
      (select count(*)::int from territory.locality l where l.county_code = c.code) as localities
    from territory.county c join territory.voivodeship v on v.code = c.voivodeship_code
    where c.code = ${where.county ?? null}::text or (c.voivodeship_code = ${where.voivodeship ?? null}::text and c.valid_to is null)
    order by c.kind desc, c.name`);
