import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface Window {
  readonly limit: number;
  readonly offset: number;
}
export interface ServiceFilter extends Window {
  readonly id: string | null;
  readonly search: string | null;
  readonly term: string | null;
  readonly taxonomy: string | null;
  readonly organization: string | null;
  readonly modifiedAfter: string | null;
  readonly minimumAge: number | null;
  readonly maximumAge: number | null;
}
export interface ServiceRow {
  id: string | null;
  entity_id: string | null;
  kind: string | null;
  modified_at: Date | null;
  total: number | null;
}

/** Services by name; `total` counts all that fit. A term fits a service by its own entry or, for offers, by a code. */
export const findServices = (ctx: Ctx, f: ServiceFilter): Promise<ServiceRow[]> =>
  ctx.tx.many<ServiceRow>(sql`
    with wanted as (
      select t.taxonomy, t.code from directory.term t join directory.taxonomy x on x.code = t.taxonomy
      where (${f.term}::uuid is null or t.id = ${f.term}) and (${f.taxonomy}::uuid is null or x.id = ${f.taxonomy})
        and (${f.term}::uuid is not null or ${f.taxonomy}::uuid is not null))
    select s.id, s.entity_id, s.kind, s.modified_at, count(*) over ()::int as total
    from directory.service s
    where (${f.id}::uuid is null or s.id = ${f.id})
      and (${f.search}::text is null or s.plain like '%' || kernel.plain(${f.search}) || '%')
      and (${f.organization}::uuid is null or s.entity_id = ${f.organization})
      and (${f.modifiedAfter}::timestamptz is null or s.modified_at >= ${f.modifiedAfter}::timestamptz)
      and (${f.minimumAge}::int is null or s.minimum_age is null or s.minimum_age <= ${f.minimumAge})
      and (${f.maximumAge}::int is null or s.maximum_age is null or s.maximum_age >= ${f.maximumAge})
      and ((${f.term}::uuid is null and ${f.taxonomy}::uuid is null)
        or exists (select from wanted w where w.taxonomy = s.term_of and w.code = s.term_code)
        or exists (select from wanted w join directory.offer_code c on c.taxonomy = w.taxonomy and c.code = w.code where c.offer_id = s.id))
    order by s.name, s.id limit ${f.limit} offset ${f.offset}`);

export interface OrganizationFilter extends Window {
  readonly search: string | null;
  readonly term: string | null;
  readonly taxonomy: string | null;
  readonly modifiedAfter: string | null;
}
export const findOrganizations = (
  ctx: Ctx,
  f: OrganizationFilter,
): Promise<{ id: string; total: number | null }[]> =>
  ctx.tx.many<{ id: string; total: number | null }>(sql`
    with wanted as (
      select t.taxonomy, t.code from directory.term t join directory.taxonomy x on x.code = t.taxonomy
      where (${f.term}::uuid is null or t.id = ${f.term}) and (${f.taxonomy}::uuid is null or x.id = ${f.taxonomy})
        and (${f.term}::uuid is not null or ${f.taxonomy}::uuid is not null))
    select e.id, count(*) over ()::int as total from directory.entity e
    where (${f.search}::text is null or kernel.plain(e.name || ' ' || e.short_name) like '%' || kernel.plain(${f.search}) || '%')
      and (${f.modifiedAfter}::timestamptz is null or e.updated_at >= ${f.modifiedAfter}::timestamptz)
      and ((${f.term}::uuid is null and ${f.taxonomy}::uuid is null)
        or exists (select from wanted w where (w.taxonomy = 'type' and w.code = e.type) or (w.taxonomy = 'legal_form' and w.code = e.legal_form))
        or exists (select from wanted w join directory.entity_term et on et.taxonomy = w.taxonomy and et.code = w.code where et.entity_id = e.id)
        or exists (select from wanted w join directory.status s on w.taxonomy = 'status' and s.status = w.code where s.entity_id = e.id))
    order by e.name, e.id limit ${f.limit} offset ${f.offset}`);

export interface AtLocationFilter extends Window {
  readonly search: string | null;
  readonly term: string | null;
  readonly taxonomy: string | null;
  readonly organization: string | null;
  readonly modifiedAfter: string | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly km: number | null;
}
export interface AtLocationRow extends ServiceRow {
  place_id: string | null;
}
/** Pairs of a service and a place where it is given; near a point when one is given. */
export const findAtLocations = (ctx: Ctx, f: AtLocationFilter): Promise<AtLocationRow[]> =>
  ctx.tx.many<AtLocationRow>(sql`
    with wanted as (
      select t.taxonomy, t.code from directory.term t join directory.taxonomy x on x.code = t.taxonomy
      where (${f.term}::uuid is null or t.id = ${f.term}) and (${f.taxonomy}::uuid is null or x.id = ${f.taxonomy})
        and (${f.term}::uuid is not null or ${f.taxonomy}::uuid is not null))
    select s.id, s.entity_id, s.kind, s.modified_at, p.id as place_id, count(*) over ()::int as total
    from directory.service s join directory.place p on p.entity_id = s.entity_id and (s.place_id is null or s.place_id = p.id)
    where (${f.search}::text is null or s.plain like '%' || kernel.plain(${f.search}) || '%')
      and (${f.organization}::uuid is null or s.entity_id = ${f.organization})
      and (${f.modifiedAfter}::timestamptz is null or s.modified_at >= ${f.modifiedAfter}::timestamptz)
      and (${f.km}::double precision is null or directory.km(${f.lat}::double precision, ${f.lon}::double precision, p.lat, p.lon) <= ${f.km})
      and ((${f.term}::uuid is null and ${f.taxonomy}::uuid is null)
        or exists (select from wanted w where w.taxonomy = s.term_of and w.code = s.term_code)
        or exists (select from wanted w join directory.offer_code c on c.taxonomy = w.taxonomy and c.code = w.code where c.offer_id = s.id))
    order by s.name, s.id, p.id limit ${f.limit} offset ${f.offset}`);

/** Where a postal code lies: the middle of the places that have it. */
export const findPostcode = (ctx: Ctx, code: string): Promise<{ lat: number | null; lon: number | null }> =>
  ctx.tx.one<{ lat: number | null; lon: number | null }>(sql`
    select avg(lat) as lat, avg(lon) as lon from directory.place where postal_code = ${code}`);

export interface TaxonomyRow {
  id: string | null;
  code: string;
  name_pl: string;
  name_en: string;
  note_pl: string;
  note_en: string;
  version: string | null;
}
export const findTaxonomies = (ctx: Ctx): Promise<TaxonomyRow[]> =>
  ctx.tx.many<TaxonomyRow>(
    sql`select id, code, name_pl, name_en, note_pl, note_en, version from directory.taxonomy order by name_pl, id`,
  );

export interface TermFilter extends Window {
  readonly id: string | null;
  readonly search: string | null;
  readonly taxonomy: string | null;
  readonly parent: string | null;
  readonly topOnly: boolean;
}
export interface TermRow {
  id: string | null;
  taxonomy: string;
  code: string;
  name_pl: string;
  name_en: string;
  taxonomy_id: string | null;
  parent_id: string | null;
  total: number | null;
}
export const findTerms = (ctx: Ctx, f: TermFilter): Promise<TermRow[]> =>
  ctx.tx.many<TermRow>(sql`
    select t.id, t.taxonomy, t.code, t.name_pl, t.name_en, x.id as taxonomy_id, p.id as parent_id, count(*) over ()::int as total
    from directory.term t join directory.taxonomy x on x.code = t.taxonomy
      left join directory.term p on p.taxonomy = t.taxonomy and p.code = t.parent_code
    where (${f.id}::uuid is null or t.id = ${f.id}) and (${f.taxonomy}::uuid is null or x.id = ${f.taxonomy})
      and (${f.parent}::uuid is null or p.id = ${f.parent}) and (not ${f.topOnly}::boolean or t.parent_code is null)
      and (${f.search}::text is null or kernel.plain(t.name_pl || ' ' || t.name_en) like '%' || kernel.plain(${f.search}) || '%')
    order by t.name_pl, t.id limit ${f.limit} offset ${f.offset}`);

export const findTermIds = (ctx: Ctx): Promise<{ taxonomy: string; code: string; id: string | null }[]> =>
  ctx.tx.many<{ taxonomy: string; code: string; id: string | null }>(
    sql`select taxonomy, code, id from directory.term`,
  );

export const findTercs = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ id: string | null; terc: string | null }[]> =>
  ctx.tx.many<{ id: string | null; terc: string | null }>(
    sql`select id, terc from territory.api_gmina where id = any(${ids}::text[])`,
  );

export const findCounties = (ctx: Ctx): Promise<{ code: string | null; voivodeship: string | null }[]> =>
  ctx.tx.many<{ code: string | null; voivodeship: string | null }>(sql`
    select c.code, v.name as voivodeship from territory.api_county c join territory.api_voivodeship v on v.code = c.voivodeship_code`);

/** The pair whose `stableId` this is. */
export const findAtLocationPair = (ctx: Ctx, id: string): Promise<AtLocationRow | null> =>
  ctx.tx.maybe<AtLocationRow>(sql`
    select s.id, s.entity_id, s.kind, s.modified_at, p.id as place_id, 1 as total
    from directory.service s join directory.place p on p.entity_id = s.entity_id and (s.place_id is null or s.place_id = p.id)
    where directory.stable_id('at:' || s.id || ':' || p.id) = ${id}::uuid`);
