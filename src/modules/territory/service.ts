import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import * as queries from './queries.ts';
import type { County, Gmina, Locality } from './schema.ts';

export const voivodeships = queries.findVoivodeships;

/** All 380 counties and cities with county rights, by TERYT code. */
export async function counties(ctx: Ctx): Promise<County[]> {
  const rows = await queries.findCounties(ctx);
  return rows.map(({ code, name, voivodeship_code }) => ({ code, name, voivodeshipCode: voivodeship_code }));
}

const asGmina = (row: queries.GminaRow): Gmina => ({
  id: row.id,
  name: row.name,
  countyCode: row.county_code,
  kind: row.kind,
  terc: row.terc,
});
const asLocality = (row: queries.LocalityRow): Locality => ({
  name: row.name,
  gminaId: row.gmina_id,
  countyCode: row.county_code,
  lat: row.lat,
  lon: row.lon,
});

export const gminasOf = async (ctx: Ctx, county: string): Promise<Gmina[]> =>
  (await queries.findGminas(ctx, county)).map(asGmina);
export const gminasById = async (ctx: Ctx, ids: readonly string[]): Promise<Gmina[]> =>
  (await queries.findGminasById(ctx, ids)).map(asGmina);

/** Localities whose name begins so, forgiving case and diacritics; exact ones first; at most 20. */
export const searchLocalities = async (
  ctx: Ctx,
  name: string,
  county: string | null = null,
): Promise<Locality[]> => (await queries.findLocalities(ctx, name, county)).map(asLocality);

/** Every locality of these gminas. */
export const localitiesOf = async (ctx: Ctx, gminaIds: readonly string[]): Promise<Locality[]> =>
  (await queries.findLocalitiesOf(ctx, gminaIds)).map(asLocality);

/** The voivodeships by name, with how many counties and gminas each has. */
export const voivodeshipFacts = queries.findVoivodeshipFacts;

/** Counties of a voivodeship first, then its cities with county rights, with their figures. */
export const countiesOf = (ctx: Ctx, voivodeship: string): Promise<queries.CountyRow[]> =>
  queries.findCountyFacts(ctx, { voivodeship });

/** One county with its figures, also one that is no more; throws when there is none of this code. */
export async function countyFacts(ctx: Ctx, code: string): Promise<queries.CountyRow> {
  const [county] = await queries.findCountyFacts(ctx, { county: code });
  if (!county) throw notFound();
  return county;
}
