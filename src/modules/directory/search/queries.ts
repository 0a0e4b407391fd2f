import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** A search as the database takes it; null leaves a filter out. */
export interface Ask {
  /** tsquery all rows must match, and the one that orders them. */
  readonly must: string;
  readonly rank: string | null;
  readonly categories: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  readonly codes: string | null;
  readonly county: string | null;
  readonly voivodeship: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly km: number | null;
  /** County of the point: for those whose own point nobody knows. */
  readonly pointCounty: string | null;
  readonly reserved: boolean;
  readonly confirmed: boolean;
  readonly accessible: boolean;
  readonly free: boolean;
  readonly referrals: boolean;
  /** A state, `all`, or empty for all but those struck off. */
  readonly state: string;
  readonly confirmedSince: LocalDate;
  readonly sort: string;
  readonly limit: number;
  readonly offset: number;
}

export interface MatchRow {
  facet: string | null;
  code: string | null;
  n: number | null;
  km: number | null;
}

/**
 * One reading of the search rows for everything on the page: the hits of one page in their order, the total, every
 * facet, and how many rows each filter alone keeps out. `miss` has a bit for each filter that a row fails (FILTERS).
 */
export const findMatches = (ctx: Ctx, ask: Ask): Promise<MatchRow[]> =>
  ctx.tx.many<MatchRow>(sql`
    with base as materialized (
      select l.entity_id, l.type, l.statuses, l.categories, l.county_code, l.name, l.confirmed_on, l.updated_at, l.reserved, l.takes_referrals,
        l.free_places > 0 as has_free, 'step_free' = any(l.access) as accessible,
        coalesce(l.confirmed_on >= ${ask.confirmedSince}::date, false) as confirmed,
        case when ${ask.lat}::float8 is null then null else directory.km(${ask.lat}::float8, ${ask.lon}::float8, l.lat, l.lon) end as km,
        case when ${ask.rank}::text is null then 1 else ts_rank('{0.4,0.25,0.7,1}', l.words, ${ask.rank}::text::tsquery) end as rank,
        (case when ${ask.categories}::text[] is null or l.categories && ${ask.categories}::text[] then 0 else 1 end)
        + (case when ${ask.types}::text[] is null or l.type = any(${ask.types}::text[]) then 0 else 2 end)
        + (case when ${ask.statuses}::text[] is null or l.statuses && ${ask.statuses}::text[] then 0 else 4 end)
        + (case when not ${ask.reserved}::boolean or l.reserved then 0 else 16 end)
        + (case when not ${ask.confirmed}::boolean or coalesce(l.confirmed_on >= ${ask.confirmedSince}::date, false) then 0 else 32 end)
        + (case when not ${ask.accessible}::boolean or 'step_free' = any(l.access) then 0 else 64 end)
        + (case when not ${ask.free}::boolean or l.free_places > 0 then 0 else 128 end)
        + (case when not ${ask.referrals}::boolean or l.takes_referrals then 0 else 256 end)
        + (case when ${ask.state}::text = 'all' or l.state = ${ask.state}::text or (${ask.state}::text = '' and l.state <> 'deregistered') then 0 else 512 end)
        + (case when ${ask.codes}::text is null or l.words @@ ${ask.codes}::text::tsquery then 0 else 1024 end)
        + (case when (${ask.county}::text is null or l.counties @> array[${ask.county}::text])
            and (${ask.voivodeship}::text is null or l.voivodeship_code = ${ask.voivodeship}::text)
            and (${ask.km}::float8 is null or (l.lat is null and l.counties @> array[${ask.pointCounty}::text])
              or (l.lat between ${ask.lat}::float8 - ${ask.km}::float8 / 111 and ${ask.lat}::float8 + ${ask.km}::float8 / 111
                and directory.km(${ask.lat}::float8, ${ask.lon}::float8, l.lat, l.lon) <= ${ask.km}::float8)) then 0 else 8 end) as miss
      from directory.listing l
      where l.words @@ ${ask.must}::text::tsquery
    )
    (select 'hit' as facet, b.entity_id::text as code, row_number() over (order by
        case when ${ask.sort}::text = 'distance' then b.km end asc nulls last,
        case when ${ask.sort}::text = 'name' then b.name end collate "und-x-icu" asc nulls last,
        case when ${ask.sort}::text = 'changed' then b.updated_at end desc nulls last,
        case when ${ask.sort}::text = 'fresh' then b.confirmed_on end desc nulls last,
        b.rank / (1 + coalesce(b.km, 0) / 30) desc, b.confirmed_on desc nulls last, b.name, b.entity_id)::int as n, b.km
      from base b where b.miss = 0 order by n limit ${ask.limit} offset ${ask.offset})
    union all select 'total', '', count(*)::int, null from base where miss = 0
    union all select 'base', '', count(*)::int, null from base
    union all select 'category', c, count(*)::int, null from base, unnest(categories) c where miss & ~1 = 0 group by c
    union all select 'type', type, count(*)::int, null from base where miss & ~2 = 0 group by type
    union all select 'status', s, count(*)::int, null from base, unnest(statuses) s where miss & ~4 = 0 group by s
    union all select 'county', county_code, count(*)::int, null from base where miss & ~8 = 0 and county_code is not null group by county_code
    union all select 'box', box, n, null from (
      select count(*) filter (where miss & ~16 = 0 and reserved)::int as reserved, count(*) filter (where miss & ~32 = 0 and confirmed)::int as confirmed,
        count(*) filter (where miss & ~64 = 0 and accessible)::int as accessible, count(*) filter (where miss & ~128 = 0 and has_free)::int as free,
        count(*) filter (where miss & ~256 = 0 and takes_referrals)::int as referrals from base
    ) f cross join lateral (values ('reserved', f.reserved), ('confirmed', f.confirmed), ('accessible', f.accessible), ('free', f.free), ('referrals', f.referrals)) v (box, n)
    union all select 'without', miss::text, count(*)::int, null from base where miss in (1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024) group by miss`);

export interface HitRow {
  id: string;
  name: string;
  type: string;
  categories: string[];
  support_kinds: string[];
  summary: string;
  locality: string;
  county_code: string | null;
  county_name: string | null;
  lat: number | null;
  lon: number | null;
  state: string;
  confirmed_on: string | null;
  free_places: number;
  offers: number;
  updated_at: Date;
}
export const findHits = (ctx: Ctx, ids: readonly string[]): Promise<HitRow[]> =>
  ctx.tx.many<HitRow>(sql`
    select l.entity_id as id, l.name, l.type, l.categories, l.support_kinds, l.summary, l.locality, l.county_code,
      (select g.county_name from territory.api_gmina g where g.county_code = l.county_code limit 1) as county_name,
      l.lat, l.lon, l.state, l.confirmed_on, l.free_places, l.offers, l.updated_at
    from directory.listing l where l.entity_id = any(${ids}::uuid[])`);

/** The whole base in three numbers, for the line under the title. */
export const countBase = (
  ctx: Ctx,
  since: LocalDate,
): Promise<{ entities: number | null; offers: number | null; confirmed: number | null }> =>
  ctx.tx.one<{ entities: number | null; offers: number | null; confirmed: number | null }>(sql`
    select count(*)::int as entities, coalesce(sum(offers), 0)::int as offers,
      (count(*) filter (where confirmed_on >= ${since}::date))::int as confirmed
    from directory.listing where state <> 'deregistered'`);

export interface NameRow {
  taxonomy: string;
  code: string;
  name_pl: string;
  name_en: string;
}
/** Names of what a search can be narrowed to. */
export const findNames = (ctx: Ctx): Promise<NameRow[]> =>
  ctx.tx.many<NameRow>(sql`
    select taxonomy, code, name_pl, name_en from directory.term
    where taxonomy in ('category', 'type', 'status', 'support') order by taxonomy, position`);
