import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface TermRow {
  taxonomy: string;
  code: string;
  parentCode: string | null;
  namePl: string;
  nameEn: string;
  words: string[];
  validFrom: string | null;
  validTo: string | null;
}
export const findTerms = (ctx: Ctx, taxonomy: string): Promise<TermRow[]> =>
  ctx.tx.many<TermRow>(sql`
    select taxonomy, code, parent_code as "parentCode", name_pl as "namePl", name_en as "nameEn", words,
      valid_from as "validFrom", valid_to as "validTo"
    from directory.term where taxonomy = ${taxonomy} order by position, code`);

export interface NameRow {
  of: string;
  code: string;
  namePl: string;
  nameEn: string;
}
/** Names of exactly these entries, so that a dictionary of thousands is not read for two of them. */
export const findNames = (
  ctx: Ctx,
  taxonomies: readonly string[],
  codes: readonly string[],
): Promise<NameRow[]> =>
  ctx.tx.many<NameRow>(sql`
    select t.taxonomy as of, t.code, t.name_pl as "namePl", t.name_en as "nameEn"
    from unnest(${taxonomies}::text[], ${codes}::text[]) as wanted (taxonomy, code)
      join directory.term t on t.taxonomy = wanted.taxonomy and t.code = wanted.code`);

export interface UnitRow {
  id: string | null;
  name: string | null;
  countyCode: string | null;
  countyName: string | null;
}
export const findUnits = (
  ctx: Ctx,
  counties: readonly string[],
  gminas: readonly string[],
): Promise<UnitRow[]> =>
  ctx.tx.many<UnitRow>(sql`
    select id, name, county_code as "countyCode", county_name as "countyName" from territory.api_gmina
    where county_code = any(${counties}::text[]) or id = any(${gminas}::text[])`);

export const findEntityNames = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string; name: string }[]> =>
  ctx.tx.many<{ id: string; name: string }>(sql`
    select id, name from directory.entity where id = any(${ids}::uuid[])`);

export const findRules = (ctx: Ctx, today: string): Promise<{ code: string; months: number }[]> =>
  ctx.tx.many<{ code: string; months: number }>(sql`
    select code, months from directory.freshness_rule
    where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`);
