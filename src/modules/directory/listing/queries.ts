import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface TextsRow {
  id: string;
  names: string;
  offers: string;
  other: string;
  entries: string[];
}

/** What a search may find an entity by: its words by how much they tell, and the entries of dictionaries it has. */
export const findTexts = (ctx: Ctx, ids: readonly string[]): Promise<TextsRow[]> =>
  ctx.tx.many<TextsRow>(sql`
    select e.id, e.name || ' ' || e.short_name as names,
      coalesce(o.names, '') || ' ' || coalesce(s.names, '') || ' ' || coalesce(t.name_pl, '') as offers,
      concat_ws(' ', e.description_pl, o.texts, s.texts, p.localities, f.names, parent.short_name, e.krs, e.nip, e.regon, e.register_number) as other,
      array['type.' || e.type] || coalesce(o.entries, '{}') || coalesce(s.entries, '{}') || coalesce(g.entries, '{}') || coalesce(st.entries, '{}') || coalesce(a.entries, '{}') as entries
    from directory.entity e
    left join directory.term t on t.taxonomy = 'type' and t.code = e.type
    left join directory.entity parent on parent.id = e.parent_id
    left join (
      select o.entity_id, string_agg(o.name, ' ' order by o.id) as names,
        string_agg(o.description || ' ' || o.certificates, ' ' order by o.id) as texts,
        array_agg(distinct 'category.' || o.category) || array_agg(distinct case when c.taxonomy = 'cpv' then 'cpv.' else 'pkd.' end || c.code) filter (where c.code is not null) as entries
      from directory.offer o left join directory.offer_code c on c.offer_id = o.id
      where o.active and o.entity_id = any(${ids}::uuid[]) group by o.entity_id
    ) o on o.entity_id = e.id
    left join (
      select entity_id, string_agg(name, ' ' order by id) as names, string_agg(description, ' ' order by id) as texts,
        array_agg(distinct 'support.' || kind) as entries
      from directory.support where active and entity_id = any(${ids}::uuid[]) group by entity_id
    ) s on s.entity_id = e.id
    left join (
      select entity_id, string_agg(distinct locality, ' ') as localities
      from directory.place where entity_id = any(${ids}::uuid[]) group by entity_id
    ) p on p.entity_id = e.id
    left join (
      select entity_id, string_agg(name, ' ' order by id) as names
      from directory.founder where entity_id = any(${ids}::uuid[]) group by entity_id
    ) f on f.entity_id = e.id
    left join (
      select entity_id, array_agg(distinct case when taxonomy = 'group' then 'group.' else 'pkd.' end || code) as entries
      from directory.entity_term where entity_id = any(${ids}::uuid[]) group by entity_id
    ) g on g.entity_id = e.id
    left join (
      select entity_id, array_agg(distinct 'status.' || status) as entries from directory.status
      where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) and entity_id = any(${ids}::uuid[])
      group by entity_id
    ) st on st.entity_id = e.id
    left join (
      select p.entity_id, array_agg(distinct 'access.' || a.code) as entries from directory.place p join directory.place_access a on a.place_id = p.id
      where p.entity_id = any(${ids}::uuid[]) group by p.entity_id
    ) a on a.entity_id = e.id
    where e.id = any(${ids}::uuid[])`);

/** Writes the rows of these entities anew, in one statement; `words` are the texts of their tsvectors. */
export const writeListings = (ctx: Ctx, ids: readonly string[], words: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`
    with given as (select * from unnest(${ids}::uuid[], ${words}::text[]) as g (id, words)),
    offers as (
      select o.entity_id, count(*)::int as n, array_agg(distinct o.category) as categories, bool_or(o.reserved_basis <> '{}') as reserved,
        (array_agg(o.name || case when o.capacity is null then '' else ' do ' || o.capacity || ' ' || o.capacity_unit end order by o.category, o.name, o.id))[1:3] as told,
        max(o.range_km) as range_km, max(o.updated_at) as updated_at
      from directory.offer o join given g on g.id = o.entity_id where o.active group by o.entity_id
    ),
    codes as (
      select entity_id, array_agg(distinct code order by code) filter (where taxonomy = 'cpv') as cpv,
        array_agg(distinct code order by code) filter (where taxonomy like 'pkd%') as pkd,
        array_agg(distinct code order by code) filter (where taxonomy = 'group') as groups
      from (
        select o.entity_id, c.taxonomy, c.code from directory.offer o join given g on g.id = o.entity_id join directory.offer_code c on c.offer_id = o.id where o.active
        union all
        select t.entity_id, t.taxonomy, t.code from directory.entity_term t join given g on g.id = t.entity_id
      ) c group by entity_id
    ),
    supports as (
      select s.entity_id, array_agg(distinct s.kind) as kinds, bool_or(s.takes_referrals) as takes_referrals, coalesce(sum(s.places_free), 0)::int as free,
        (array_agg(s.name order by s.kind, s.name, s.id))[1:3] as told, max(s.updated_at) as updated_at
      from directory.support s join given g on g.id = s.entity_id where s.active group by s.entity_id
    ),
    statuses as (
      select s.entity_id, array_agg(distinct s.status order by s.status) as statuses from directory.status s join given g on g.id = s.entity_id
      where s.valid_from <= kernel.today() and (s.valid_to is null or s.valid_to >= kernel.today()) group by s.entity_id
    ),
    access as (
      select p.entity_id, array_agg(distinct a.code order by a.code) as access from directory.place p join given g on g.id = p.entity_id
      join directory.place_access a on a.place_id = p.id group by p.entity_id
    ),
    counties as (
      select id as entity_id, array_agg(distinct county_code order by county_code) as counties from (
        select g.id, p.county_code from given g join directory.place p on p.entity_id = g.id where p.county_code is not null
        union all
        select g.id, c.county_code from given g join directory.served_county c on c.entity_id = g.id
      ) c group by id
    )
    insert into directory.listing (entity_id, type, name, plain, words, summary, legal_form, statuses, categories, cpv, pkd, groups, access,
      support_kinds, reserved, takes_referrals, free_places, offers, state, confirmed_on, locality, county_code, voivodeship_code, counties,
      lat, lon, founded_on, size_band, updated_at)
    select e.id, e.type, e.short_name, kernel.plain(e.name || case when e.short_name = e.name then '' else ' ' || e.short_name end), g.words::tsvector,
      left(coalesce(
        array_to_string(o.told || case when o.range_km is not null and cardinality(o.told) < 3 then 'dojazd do ' || o.range_km || ' km' end, ', '),
        array_to_string(s.told, ', '), split_part(e.description_pl, '.', 1)), 300),
      e.legal_form, coalesce(st.statuses, '{}'), coalesce(o.categories, '{}'), coalesce(c.cpv, '{}'), coalesce(c.pkd, '{}'), coalesce(c.groups, '{}'),
      coalesce(a.access, '{}'), coalesce(s.kinds, '{}'), coalesce(o.reserved, false), coalesce(s.takes_referrals, false), coalesce(s.free, 0), coalesce(o.n, 0),
      e.state, e.confirmed_on, coalesce(p.locality, ''), p.county_code, left(p.county_code, 2), coalesce(ct.counties, '{}'), p.lat, p.lon,
      e.founded_on, e.size_band, greatest(e.updated_at, o.updated_at, s.updated_at)
    from given g
    join directory.entity e on e.id = g.id
    left join offers o on o.entity_id = e.id left join codes c on c.entity_id = e.id left join supports s on s.entity_id = e.id
    left join statuses st on st.entity_id = e.id left join access a on a.entity_id = e.id left join counties ct on ct.entity_id = e.id
    left join directory.place p on p.entity_id = e.id and p.is_main
    on conflict (entity_id) do update set type = excluded.type, name = excluded.name, plain = excluded.plain, words = excluded.words,
      summary = excluded.summary, legal_form = excluded.legal_form, statuses = excluded.statuses, categories = excluded.categories,
      cpv = excluded.cpv, pkd = excluded.pkd, groups = excluded.groups, access = excluded.access, support_kinds = excluded.support_kinds,
      reserved = excluded.reserved, takes_referrals = excluded.takes_referrals, free_places = excluded.free_places, offers = excluded.offers,
      state = excluded.state, confirmed_on = excluded.confirmed_on, locality = excluded.locality, county_code = excluded.county_code,
      voivodeship_code = excluded.voivodeship_code, counties = excluded.counties, lat = excluded.lat, lon = excluded.lon,
      founded_on = excluded.founded_on, size_band = excluded.size_band, updated_at = excluded.updated_at`);

export const addWords = (ctx: Ctx, words: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`insert into directory.word (word) select unnest(${words}::text[]) on conflict do nothing`);

/** Entities whose statuses began or ended in the last days: their rows changed without anybody's hand. */
export const findTurned = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select distinct entity_id as id from directory.status
    where valid_from between kernel.today() - 7 and kernel.today() or valid_to between kernel.today() - 8 and kernel.today()`);
