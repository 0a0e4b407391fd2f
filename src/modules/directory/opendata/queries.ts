import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** The next rows by id, so that each piece is one short reading whatever came before. */
export interface Piece {
  readonly after: string;
  readonly limit: number;
  readonly modifiedAfter: string | null;
}

export interface EntityRow {
  id: string;
  name: string;
  short_name: string;
  type: string;
  legal_form: string | null;
  parent_id: string | null;
  krs: string | null;
  nip: string | null;
  regon: string | null;
  register_number: string | null;
  state: string;
  statuses: string[] | null;
  street: string | null;
  postal_code: string | null;
  locality: string | null;
  county_code: string | null;
  county: string | null;
  voivodeship: string | null;
  lat: number | null;
  lon: number | null;
  phone: string;
  email: string;
  website: string;
  categories: string[] | null;
  support_kinds: string[] | null;
  groups: string[] | null;
  size_band: string | null;
  founded_on: string | null;
  confirmed_on: string | null;
  source: string;
  updated_at: Date;
}
export const findEntities = (ctx: Ctx, p: Piece): Promise<EntityRow[]> =>
  ctx.tx.many<EntityRow>(sql`
    select e.id, e.name, e.short_name, e.type, e.legal_form, e.parent_id, e.krs, e.nip, e.regon, e.register_number, e.state,
      l.statuses, p.street, p.postal_code, p.locality, p.county_code, c.name as county, v.name as voivodeship, p.lat, p.lon,
      e.phone, e.email, e.website, l.categories, l.support_kinds, l.groups, e.size_band, e.founded_on, e.confirmed_on,
      e.source_code as source, e.updated_at
    from directory.entity e
      left join directory.listing l on l.entity_id = e.id
      left join directory.place p on p.entity_id = e.id and p.is_main
      left join territory.api_county c on c.code = p.county_code
      left join territory.api_voivodeship v on v.code = c.voivodeship_code
    where e.id > ${p.after} and (${p.modifiedAfter}::timestamptz is null or e.updated_at >= ${p.modifiedAfter}::timestamptz)
    order by e.id limit ${p.limit}`);

export interface OfferRow {
  id: string;
  entity_id: string;
  entity: string;
  category: string;
  name: string;
  description: string;
  price_from_grosze: number | null;
  price_to_grosze: number | null;
  price_unit: string;
  capacity: number | null;
  capacity_unit: string;
  lead_days: number | null;
  range_km: number | null;
  reserved_basis: string[];
  cpv: string[] | null;
  active: boolean;
  updated_at: Date;
}
export const findOffers = (ctx: Ctx, p: Piece): Promise<OfferRow[]> =>
  ctx.tx.many<OfferRow>(sql`
    select o.id, o.entity_id, e.name as entity, o.category, o.name, o.description, o.price_from as price_from_grosze,
      o.price_to as price_to_grosze, o.price_unit, o.capacity, o.capacity_unit, o.lead_days, o.range_km, o.reserved_basis,
      (select array_agg(c.code order by c.code) from directory.offer_code c where c.offer_id = o.id and c.taxonomy = 'cpv') as cpv,
      o.active, o.updated_at
    from directory.offer o join directory.entity e on e.id = o.entity_id
    where o.id > ${p.after} and (${p.modifiedAfter}::timestamptz is null or o.updated_at >= ${p.modifiedAfter}::timestamptz)
    order by o.id limit ${p.limit}`);

export interface SupportRow {
  id: string;
  entity_id: string;
  entity: string;
  kind: string;
  name: string;
  description: string;
  minimum_age: number | null;
  maximum_age: number | null;
  fee_grosze: number;
  how_to_apply: string;
  takes_referrals: boolean;
  places_total: number | null;
  places_free: number | null;
  places_on: string | null;
  languages: string[];
  eligibility: string[] | null;
  active: boolean;
  updated_at: Date;
}
export const findSupport = (ctx: Ctx, p: Piece): Promise<SupportRow[]> =>
  ctx.tx.many<SupportRow>(sql`
    select s.id, s.entity_id, e.name as entity, s.kind, s.name, s.description, s.minimum_age, s.maximum_age, s.fee as fee_grosze,
      s.how_to_apply, s.takes_referrals, s.places_total, s.places_free, s.places_on, s.languages,
      (select array_agg(g.rule || coalesce(':' || nullif(g.value, ''), '') order by g.rule, g.value) from directory.eligibility g where g.support_id = s.id) as eligibility,
      s.active, s.updated_at
    from directory.support s join directory.entity e on e.id = s.entity_id
    where s.id > ${p.after} and (${p.modifiedAfter}::timestamptz is null or s.updated_at >= ${p.modifiedAfter}::timestamptz)
    order by s.id limit ${p.limit}`);

export interface TermRow {
  id: string | null;
  taxonomy: string;
  code: string;
  parent_code: string | null;
  name_pl: string;
  name_en: string;
  source: string;
}
export const findTerms = (ctx: Ctx, p: Piece): Promise<TermRow[]> =>
  ctx.tx.many<TermRow>(sql`
    select id, taxonomy, code, parent_code, name_pl, name_en, source from directory.term where id > ${p.after}
    order by id limit ${p.limit}`);

/** When anything in the base last changed, and how much there is. */
export const findState = (
  ctx: Ctx,
): Promise<{
  changed_at: Date | null;
  entities: number | null;
  offers: number | null;
  support: number | null;
  terms: number | null;
}> =>
  ctx.tx.one<{
    changed_at: Date | null;
    entities: number | null;
    offers: number | null;
    support: number | null;
    terms: number | null;
  }>(sql`
    select max(updated_at) as changed_at, count(*)::int as entities, (select count(*)::int from directory.offer) as offers,
      (select count(*)::int from directory.support) as support, (select count(*)::int from directory.term) as terms
    from directory.entity`);
