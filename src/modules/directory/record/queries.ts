import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** The parts of records, each in one statement for all the records asked for. Names of columns are those of `RecordView`. */

export interface EntityRow {
  id: string;
  parentId: string | null;
  type: string;
  legalForm: string | null;
  name: string;
  shortName: string;
  krs: string | null;
  nip: string | null;
  regon: string | null;
  registerNumber: string | null;
  descriptionPl: string;
  descriptionEn: string;
  foundedOn: string | null;
  sizeBand: string | null;
  contactRole: string;
  phone: string;
  email: string;
  website: string;
  state: string;
  stateSince: string | null;
  sourceCode: string;
  sourceOn: string;
  confirmedOn: string | null;
  confirmedBy: string | null;
  institutionId: string | null;
  isDemo: boolean;
  createdAt: Date;
  updatedAt: Date;
  rowVersion: number;
}
export const findEntities = (ctx: Ctx, ids: readonly string[]): Promise<EntityRow[]> =>
  ctx.tx.many<EntityRow>(sql`
    select id, parent_id as "parentId", type, legal_form as "legalForm", name, short_name as "shortName", krs, nip, regon,
      register_number as "registerNumber", description_pl as "descriptionPl", description_en as "descriptionEn",
      founded_on as "foundedOn", size_band as "sizeBand", contact_role as "contactRole", phone, email, website, state,
      state_since as "stateSince", source_code as "sourceCode", source_on as "sourceOn", confirmed_on as "confirmedOn",
      confirmed_by as "confirmedBy", institution_id as "institutionId", is_demo as "isDemo", created_at as "createdAt",
      updated_at as "updatedAt", row_version as "rowVersion"
    from directory.entity where id = any(${ids}::uuid[])`);

export interface StatusRow {
  id: string;
  of: string;
  status: string;
  decisionNumber: string;
  authority: string;
  validFrom: string;
  validTo: string | null;
}
export const findStatuses = (ctx: Ctx, ids: readonly string[]): Promise<StatusRow[]> =>
  ctx.tx.many<StatusRow>(sql`
    select id, entity_id as of, status, decision_number as "decisionNumber", authority, valid_from as "validFrom",
      valid_to as "validTo"
    from directory.status where entity_id = any(${ids}::uuid[]) order by valid_from, status, id`);

export interface FounderRow {
  id: string;
  of: string;
  kind: string;
  name: string;
}
export const findFounders = (ctx: Ctx, ids: readonly string[]): Promise<FounderRow[]> =>
  ctx.tx.many<FounderRow>(sql`
    select id, entity_id as of, kind, name from directory.founder where entity_id = any(${ids}::uuid[]) order by name, id`);

export interface EntityTermRow {
  of: string;
  taxonomy: string;
  code: string;
  isMain: boolean;
}
export const findEntityTerms = (ctx: Ctx, ids: readonly string[]): Promise<EntityTermRow[]> =>
  ctx.tx.many<EntityTermRow>(sql`
    select entity_id as of, taxonomy, code, is_main as "isMain" from directory.entity_term
    where entity_id = any(${ids}::uuid[]) order by is_main desc, taxonomy, code`);

export const findServedCounties = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ of: string; code: string }[]> =>
  ctx.tx.many<{ of: string; code: string }>(sql`
    select entity_id as of, county_code as code from directory.served_county where entity_id = any(${ids}::uuid[])
    order by county_code`);

export interface PlaceRow {
  id: string;
  of: string;
  name: string;
  kind: string;
  isMain: boolean;
  street: string;
  postalCode: string;
  localityId: number | null;
  locality: string;
  gminaId: string | null;
  countyCode: string | null;
  lat: number | null;
  lon: number | null;
  directions: string;
}
export const findPlaces = (ctx: Ctx, ids: readonly string[]): Promise<PlaceRow[]> =>
  ctx.tx.many<PlaceRow>(sql`
    select id, entity_id as of, name, kind, is_main as "isMain", street, postal_code as "postalCode",
      locality_id as "localityId", locality, gmina_id as "gminaId", county_code as "countyCode", lat, lon, directions
    from directory.place where entity_id = any(${ids}::uuid[]) order by is_main desc, id`);

export const findAccess = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ of: string; code: string; note: string }[]> =>
  ctx.tx.many<{ of: string; code: string; note: string }>(sql`
    select a.place_id as of, a.code, a.note from directory.place_access a join directory.place p on p.id = a.place_id
    where p.entity_id = any(${ids}::uuid[]) order by a.code`);

export interface OpeningRow {
  id: string;
  of: string;
  weekday: number | null;
  onDay: string | null;
  opens: string | null;
  closes: string | null;
  validFrom: string | null;
  validTo: string | null;
  note: string;
}
export const findOpening = (ctx: Ctx, ids: readonly string[]): Promise<OpeningRow[]> =>
  ctx.tx.many<OpeningRow>(sql`
    select o.id, o.place_id as of, o.weekday, o.on_day as "onDay", to_char(o.opens, 'HH24:MI') as opens,
      to_char(o.closes, 'HH24:MI') as closes, o.valid_from as "validFrom", o.valid_to as "validTo", o.note
    from directory.opening o join directory.place p on p.id = o.place_id
    where p.entity_id = any(${ids}::uuid[]) order by o.weekday, o.on_day, o.opens, o.id`);

export interface PhotoRow {
  id: string;
  of: string;
  fileId: string;
  altPl: string;
  altEn: string;
  licence: string;
}
export const findPhotos = (ctx: Ctx, ids: readonly string[]): Promise<PhotoRow[]> =>
  ctx.tx.many<PhotoRow>(sql`
    select id, entity_id as of, file_id as "fileId", alt_pl as "altPl", alt_en as "altEn", licence
    from directory.photo where entity_id = any(${ids}::uuid[]) order by position, id`);

export interface OfferRow {
  id: string;
  of: string;
  category: string;
  name: string;
  description: string;
  priceFrom: number | null;
  priceTo: number | null;
  priceUnit: string;
  capacity: number | null;
  capacityUnit: string;
  leadDays: number | null;
  rangeKm: number | null;
  reservedBasis: string[];
  certificates: string;
  samples: string;
  active: boolean;
  updatedAt: Date;
  rowVersion: number;
}
export const findOffers = (ctx: Ctx, ids: readonly string[]): Promise<OfferRow[]> =>
  ctx.tx.many<OfferRow>(sql`
    select id, entity_id as of, category, name, description, price_from as "priceFrom", price_to as "priceTo",
      price_unit as "priceUnit", capacity, capacity_unit as "capacityUnit", lead_days as "leadDays",
      range_km as "rangeKm", reserved_basis as "reservedBasis", certificates, samples, active,
      updated_at as "updatedAt", row_version as "rowVersion"
    from directory.offer where entity_id = any(${ids}::uuid[]) order by name, id`);

export const findOfferCodes = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ of: string; taxonomy: string; code: string }[]> =>
  ctx.tx.many<{ of: string; taxonomy: string; code: string }>(sql`
    select c.offer_id as of, c.taxonomy, c.code from directory.offer_code c join directory.offer o on o.id = c.offer_id
    where o.entity_id = any(${ids}::uuid[]) order by c.taxonomy, c.code`);

export interface SupportRow {
  id: string;
  of: string;
  placeId: string | null;
  kind: string;
  name: string;
  description: string;
  descriptionEasy: string;
  minimumAge: number | null;
  maximumAge: number | null;
  fee: number;
  feeNote: string;
  howToApply: string;
  takesReferrals: boolean;
  placesTotal: number | null;
  placesFree: number | null;
  placesOn: string | null;
  languages: string[];
  active: boolean;
  updatedAt: Date;
  rowVersion: number;
}
export const findSupports = (ctx: Ctx, ids: readonly string[]): Promise<SupportRow[]> =>
  ctx.tx.many<SupportRow>(sql`
    select id, entity_id as of, place_id as "placeId", kind, name, description, description_easy as "descriptionEasy",
      minimum_age as "minimumAge", maximum_age as "maximumAge", fee, fee_note as "feeNote",
      how_to_apply as "howToApply", takes_referrals as "takesReferrals", places_total as "placesTotal",
      places_free as "placesFree", places_on as "placesOn", languages, active, updated_at as "updatedAt",
      row_version as "rowVersion"
    from directory.support where entity_id = any(${ids}::uuid[]) order by name, id`);

export const findEligibility = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ id: string; of: string; rule: string; value: string }[]> =>
  ctx.tx.many<{ id: string; of: string; rule: string; value: string }>(sql`
    select e.id, e.support_id as of, e.rule, e.value
    from directory.eligibility e join directory.support s on s.id = e.support_id
    where s.entity_id = any(${ids}::uuid[]) order by e.rule, e.value`);

export const findPapers = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ id: string; of: string; name: string }[]> =>
  ctx.tx.many<{ id: string; of: string; name: string }>(sql`
    select r.id, r.support_id as of, r.name
    from directory.required_paper r join directory.support s on s.id = r.support_id
    where s.entity_id = any(${ids}::uuid[]) order by r.name, r.id`);
