import type { Ctx } from '#kernel/context.ts';
import { plannedForValues } from '#kernel/db/planning.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** A search as the database takes it; null leaves a filter out. */
export interface Ask {
  /** tsquery all rows must match, and the one that orders them; null takes everything. */
  readonly must: string | null;
  readonly rank: string | null;
  readonly categories: readonly string[] | null;
  readonly types: readonly string[] | null;
  readonly statuses: readonly string[] | null;
  /** Beginnings of codes. */
  readonly cpv: readonly string[] | null;
  readonly pkd: readonly string[] | null;
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
 * Everything on the page in one statement: the hits of one page in their order, the total, every facet, and how many
 * rows each filter alone keeps out. `miss` has a bit for each filter that a row fails (FILTERS); a row that fails two is
 * counted nowhere. Terms are counted as numbers, and the rows are read twice, once to be ordered and once to be counted:
 * dearer only in appearance, since where no filter needs more both are read from an index of just that (0191), and
 * keeping 12,000 rows between the two costs more than reading them again.
 * Who does not work now stands lower, unless a state was asked for, and so does whom nobody confirmed for long.
 * A distance is reckoned only within the square that holds the circle.
 */
const matchesOf = (ctx: Ctx, ask: Ask): Promise<MatchRow[]> =>
  ctx.tx.many<MatchRow>(sql`
    with measured as not materialized (
      select entity_id, category_bits, type_bit, status_bits, counties, county_code, voivodeship_code, name, confirmed_on, updated_at,
        reserved, takes_referrals, step_free, state, lat, cpv, pkd,
        case when ${ask.must}::text is null then 1 else ts_rank('{0.4,0.25,0.7,1}', words, ${ask.rank}::text::tsquery) end as rank,
        case when ${ask.lat}::float8 is not null and (${ask.km}::float8 is null
            or abs(lat - ${ask.lat}::float8) <= ${ask.km}::float8 / 110 and abs(lon - ${ask.lon}::float8) <= ${ask.km}::float8 / (110 * cos(radians(${ask.lat}::float8 + 1))))
          then directory.km(${ask.lat}::float8, ${ask.lon}::float8, lat, lon) end as km,
        coalesce(confirmed_on >= ${ask.confirmedSince}::date, false) as confirmed, free_places > 0 as has_free
      from directory.listing where ${ask.must}::text is null or words @@ ${ask.must}::text::tsquery
    ),
    base as not materialized (
      select entity_id, category_bits, county_code, name, confirmed_on, updated_at, km,
        type_bit + (status_bits << 5) as kind,
        reserved::int + confirmed::int * 2 + step_free::int * 4 + has_free::int * 8 + takes_referrals::int * 16 as boxes,
        rank * case when state = 'active' or ${ask.state}::text <> '' then 1 else 0.1::float8 end * case when confirmed then 1 else 0.7::float8 end / (1 + coalesce(km, 0) / 30) as worth,
        (case when ${ask.categories}::text[] is null or category_bits & (select directory.bits('category', ${ask.categories}::text[])) <> 0 then 0 else 1 end)
        + (case when ${ask.types}::text[] is null or (1 << type_bit) & (select directory.bits('type', ${ask.types}::text[])) <> 0 then 0 else 2 end)
        + (case when ${ask.statuses}::text[] is null or status_bits & (select directory.bits('status', ${ask.statuses}::text[])) <> 0 then 0 else 4 end)
        + (case when (${ask.county}::text is null or counties @> array[${ask.county}::text])
            and (${ask.voivodeship}::text is null or voivodeship_code = ${ask.voivodeship}::text)
            and (${ask.km}::float8 is null or km <= ${ask.km}::float8 or (lat is null and counties @> array[${ask.pointCounty}::text])) then 0 else 8 end)
        + (case when not ${ask.reserved}::boolean or reserved then 0 else 16 end)
        + (case when not ${ask.confirmed}::boolean or confirmed then 0 else 32 end)
        + (case when not ${ask.accessible}::boolean or step_free then 0 else 64 end)
        + (case when not ${ask.free}::boolean or has_free then 0 else 128 end)
        + (case when not ${ask.referrals}::boolean or takes_referrals then 0 else 256 end)
        + (case when ${ask.state}::text = 'all' or state = ${ask.state}::text or (${ask.state}::text = '' and state <> 'deregistered') then 0 else 512 end)
        + (case when (${ask.cpv}::text[] is null or exists (select from unnest(cpv) c where c ^@ any(${ask.cpv}::text[])))
            and (${ask.pkd}::text[] is null or exists (select from unnest(pkd) c where c ^@ any(${ask.pkd}::text[]))) then 0 else 1024 end) as miss
      from measured
    ),
    counted as materialized (
      select grouping(category_bits, county_code) as own, miss, category_bits, county_code, kind, boxes, count(*) as n
      from base where miss & (miss - 1) = 0 group by grouping sets ((miss, category_bits), (miss, county_code), (miss, kind, boxes))
    ),
    summed as (
      select 'category' as taxonomy, bit, sum(n) as n from counted, generate_series(0, (select max(bit) from directory.term where taxonomy = 'category')) bit
      where own = 1 and miss & ~1 = 0 and category_bits & (1 << bit) <> 0 group by bit
      union all select 'type', kind & 31, sum(n) from counted where own = 3 and miss & ~2 = 0 group by 2
      union all select 'status', bit, sum(n) from counted, generate_series(0, (select max(bit) from directory.term where taxonomy = 'status')) bit
      where own = 3 and miss & ~4 = 0 and (kind >> 5) & (1 << bit) <> 0 group by bit
    )
    (select 'hit' as facet, entity_id::text as code, row_number() over ()::int as n, km from (
      select entity_id, km from base where miss = 0 order by
        case when ${ask.sort}::text = 'distance' then km end asc nulls last,
        case when ${ask.sort}::text = 'name' then name end collate "und-x-icu" asc nulls last,
        case when ${ask.sort}::text = 'changed' then updated_at end desc nulls last,
        case when ${ask.sort}::text = 'fresh' then confirmed_on end desc nulls last,
        worth desc, confirmed_on desc nulls last, name, entity_id
      limit ${ask.limit} offset ${ask.offset}) page)
    union all select 'miss', miss::text, sum(n)::int, null from counted where own = 3 group by miss
    union all select s.taxonomy, t.code, s.n::int, null from summed s join directory.term t on t.taxonomy = s.taxonomy and t.bit = s.bit
    union all select 'county', county_code, sum(n)::int, null from counted where own = 2 and miss & ~8 = 0 and county_code is not null group by county_code
    union all select 'box', b.box, coalesce(sum(c.n) filter (where c.boxes & b.bit > 0), 0)::int, null
      from (values ('reserved', 1, 16), ('confirmed', 2, 32), ('accessible', 4, 64), ('free', 8, 128), ('referrals', 16, 256)) b (box, bit, own)
      join counted c on c.own = 3 and c.miss & ~b.own = 0 group by b.box`);

/** Planned for its values: filters nobody set would otherwise be asked of every row. */
export const findMatches = (ctx: Ctx, ask: Ask): Promise<MatchRow[]> =>
  plannedForValues(ctx, () => matchesOf(ctx, ask));

/** How many rows the words find when no filter keeps any out; without words, the whole base. */
export const countAnywhere = (ctx: Ctx, must: string | null): Promise<{ n: number | null }> =>
  plannedForValues(ctx, () =>
    ctx.tx.one<{ n: number | null }>(sql`
      select count(*)::int as n from directory.listing where ${must}::text is null or words @@ ${must}::text::tsquery`),
  );

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
  free_on: string | null;
  offers: number;
  updated_at: Date;
}
export const findHits = (ctx: Ctx, ids: readonly string[]): Promise<HitRow[]> =>
  ctx.tx.many<HitRow>(sql`
    select l.entity_id as id, l.name, l.type, l.categories, l.support_kinds, l.summary, l.locality, l.county_code,
      (select g.county_name from territory.api_gmina g where g.county_code = l.county_code limit 1) as county_name,
      l.lat, l.lon, l.state, l.confirmed_on, l.free_places, l.offers, l.updated_at,
      (select min(s.places_on) from directory.support s where s.entity_id = l.entity_id and s.active and s.places_free > 0) as free_on
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
