import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface PopulationRow {
  inhabitants: number | null;
  on_day: string | null;
  source: string | null;
}
export const findPopulation = (ctx: Ctx, county: string): Promise<PopulationRow | null> =>
  ctx.tx.maybe<PopulationRow>(
    sql`select inhabitants, on_day, source from territory.api_population where area_code = ${county}`,
  );

export interface CountRow {
  code: string | null;
  n: number | null;
}
export const countInstitutions = (ctx: Ctx, county: string, today: string): Promise<CountRow[]> =>
  ctx.tx.many<CountRow>(sql`
    select type as code, count(*)::int as n from organisations.api_institution
    where county_code = ${county} and (active_to is null or active_to >= ${today}::date) group by type order by n desc, type`);

export const countEntities = (ctx: Ctx, county: string): Promise<CountRow[]> =>
  ctx.tx.many<CountRow>(sql`
    select type as code, count(*)::int as n from directory.api_entity
    where county_code = ${county} and state <> 'deregistered' group by type order by n desc, type`);

export const countSupports = (ctx: Ctx, county: string): Promise<(CountRow & { free: number | null })[]> =>
  ctx.tx.many<CountRow & { free: number | null }>(sql`
    select kind as code, count(*)::int as n, sum(places_free)::int as free from directory.api_support
    where county_code = ${county} and active group by kind order by n desc, kind`);
