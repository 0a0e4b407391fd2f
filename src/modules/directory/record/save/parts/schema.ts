import type { RecordInput } from '../../../schema.ts';

/** A record whose places, offers and support services have their ids. */
export interface Whole extends RecordInput {
  readonly id: string;
  readonly places: readonly (RecordInput['places'][number] & { readonly id: string })[];
  readonly offers: readonly (RecordInput['offers'][number] & { readonly id: string })[];
  readonly supports: readonly (RecordInput['supports'][number] & { readonly id: string })[];
}

/** A row as the database calls its columns; its id, where it has one, is no part of what it says. */
export type Row = { readonly id?: string | undefined } & Readonly<Record<string, unknown>>;
export const said = ({ id: _, ...row }: Row): string => JSON.stringify(row);

export interface Step {
  readonly before: Whole | null;
  readonly after: Whole;
}

/** What was read has an id although nobody has to give one. */
export const idOf = (part: object): string | undefined =>
  'id' in part && typeof part.id === 'string' ? part.id : undefined;

export const places = (r: Whole): Row[] =>
  r.places.map((p) => ({
    id: p.id,
    entity_id: r.id,
    name: p.name,
    kind: p.kind,
    is_main: p.isMain,
    street: p.street,
    postal_code: p.postalCode,
    locality_id: p.localityId,
    locality: p.locality,
    gmina_id: p.gminaId,
    county_code: p.countyCode,
    lat: p.lat,
    lon: p.lon,
    directions: p.directions,
  }));

export const offers = (r: Whole): Row[] =>
  r.offers.map((o) => ({
    id: o.id,
    entity_id: r.id,
    category: o.category,
    name: o.name,
    description: o.description,
    price_from: o.priceFrom,
    price_to: o.priceTo,
    price_unit: o.priceUnit,
    capacity: o.capacity,
    capacity_unit: o.capacityUnit,
    lead_days: o.leadDays,
    range_km: o.rangeKm,
    reserved_basis: o.reservedBasis,
    certificates: o.certificates,
    samples: o.samples,
    active: o.active,
  }));

export const supports = (r: Whole): Row[] =>
  r.supports.map((s) => ({
    id: s.id,
    entity_id: r.id,
    place_id: r.places[s.placeIndex ?? -1]?.id ?? null,
    kind: s.kind,
    name: s.name,
    description: s.description,
    description_easy: s.descriptionEasy,
    minimum_age: s.minimumAge,
    maximum_age: s.maximumAge,
    fee: s.fee,
    fee_note: s.feeNote,
    how_to_apply: s.howToApply,
    takes_referrals: s.takesReferrals,
    places_total: s.placesTotal,
    places_free: s.placesFree,
    places_on: s.placesOn,
    languages: s.languages,
    active: s.active,
  }));
