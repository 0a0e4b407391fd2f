import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findVoivodeships = (ctx: Ctx): Promise<{ code: string; name: string }[]> =>
  ctx.tx.many<{ code: string; name: string }>(
    sql`select code, name from territory.voivodeship order by code`,
  );

export const findCounties = (ctx: Ctx): Promise<{ code: string; name: string; voivodeship_code: string }[]> =>
  ctx.tx.many<{ code: string; name: string; voivodeship_code: string }>(
    sql`select code, name, voivodeship_code from territory.county order by code`,
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
    sql`select id, name, county_code, kind, terc from territory.gmina where county_code = ${county} order by name, kind`,
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
