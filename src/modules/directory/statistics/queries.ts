import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface CountRow {
  code: string | null;
  count: number | null;
}

/** What is counted: entities of the base that still exist, of one voivodeship or of all. */
export const countTotal = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.one<{ count: number | null; offers: number | null }>(sql`
    select count(*)::int as count, coalesce(sum(l.offers), 0)::int as offers from directory.listing l
    where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship})`);

export const countTypes = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.many<CountRow>(sql`
    select l.type as code, count(*)::int as count from directory.listing l
    where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship}) group by 1 order by 2 desc, 1`);

export const countStatuses = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.many<CountRow>(sql`
    select s.code, count(*)::int as count from directory.listing l, unnest(l.statuses) as s(code)
    where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship}) group by 1 order by 2 desc, 1`);

export const countCategories = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.many<CountRow>(sql`
    select c.code, count(*)::int as count from directory.listing l, unnest(l.categories) as c(code)
    where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship}) group by 1 order by 2 desc, 1`);

export const countSizes = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.many<CountRow>(sql`
    select coalesce(l.size_band, 'unknown') as code, count(*)::int as count from directory.listing l
    where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship})
    group by 1 order by array_position(array['1-4', '5-9', '10-49', '50+', 'unknown'], coalesce(l.size_band, 'unknown'))`);

export const countStates = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.many<CountRow>(sql`
    select l.state as code, count(*)::int as count from directory.listing l
    where (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship})
    group by 1 order by array_position(array['active', 'suspended', 'in_liquidation', 'deregistered'], l.state)`);

export const countAges = (ctx: Ctx, voivodeship: string | null, today: LocalDate) =>
  ctx.tx.many<CountRow>(sql`
    with aged as (
      select extract(year from age(${today}::date, l.founded_on))::int as years from directory.listing l
      where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship}))
    select case when years is null then 'unknown' when years < 2 then '0-1' when years < 5 then '2-4' when years < 10 then '5-9' else '10+' end as code,
      count(*)::int as count
    from aged group by 1 order by min(coalesce(years, 1000))`);

/** By the age of the last confirmation, against the months of the rules in force. */
export const countFreshness = (ctx: Ctx, voivodeship: string | null, today: LocalDate) =>
  ctx.tx.many<CountRow>(sql`
    with rule as (
      select max(months) filter (where code = 'ageing') as ageing, max(months) filter (where code = 'unconfirmed') as unconfirmed
      from directory.freshness_rule where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date))
    select case when l.confirmed_on is null then 'never'
        when l.confirmed_on > ${today}::date - make_interval(months => rule.ageing) then 'confirmed'
        when l.confirmed_on > ${today}::date - make_interval(months => rule.unconfirmed) then 'ageing'
        else 'unconfirmed' end as code, count(*)::int as count
    from directory.listing l, rule
    where l.state <> 'deregistered' and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship})
    group by 1 order by min(l.confirmed_on) desc nulls last`);

/** In which of the last twelve months each record was last confirmed. */
export const countConfirmations = (ctx: Ctx, voivodeship: string | null, today: LocalDate) =>
  ctx.tx.many<CountRow>(sql`
    with months as (
      select to_char(m, 'YYYY-MM') as code
      from generate_series(date_trunc('month', ${today}::date) - interval '11 months', date_trunc('month', ${today}::date), interval '1 month') m)
    select m.code, count(l.entity_id)::int as count
    from months m left join directory.listing l on to_char(l.confirmed_on, 'YYYY-MM') = m.code and l.state <> 'deregistered'
      and (${voivodeship}::text is null or l.voivodeship_code = ${voivodeship})
    group by 1 order by 1`);

export interface AreaRow {
  code: string | null;
  name: string | null;
  count: number | null;
  inhabitants: number | null;
  source: string | null;
}
export const countVoivodeships = (ctx: Ctx) =>
  ctx.tx.many<AreaRow>(sql`
    select v.code, v.name, count(l.entity_id)::int as count, max(p.inhabitants) as inhabitants, max(p.source) as source
    from territory.api_voivodeship v
      left join directory.listing l on l.voivodeship_code = v.code and l.state <> 'deregistered'
      left join territory.api_population p on p.area_code = v.code
    group by v.code, v.name order by v.name`);

export const countCounties = (ctx: Ctx, voivodeship: string | null) =>
  ctx.tx.many<AreaRow>(sql`
    select c.code, c.name, count(l.entity_id)::int as count, max(p.inhabitants) as inhabitants, max(p.source) as source
    from territory.api_county c
      left join directory.listing l on l.county_code = c.code and l.state <> 'deregistered'
      left join territory.api_population p on p.area_code = c.code
    where (${voivodeship}::text is null or c.voivodeship_code = ${voivodeship})
    group by c.code, c.name order by c.name, c.code`);
