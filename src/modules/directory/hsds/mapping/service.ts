import type { Lang } from '#kernel/i18n.ts';
import { derivedId } from '#kernel/ids.ts';
import { type LocalDate, startOfDay } from '#kernel/time.ts';
import { type FreshnessRules, freshnessOf, type Names, type RecordView, ruleText } from '../../record/api.ts';
import type { Taxonomy } from '../../schema.ts';
import { compact, type HsdsObject } from '../schema.ts';
import { text } from '../text.pl.ts';
import { locationOf, phonesOf, type Territory } from './places/service.ts';

/** What mapping needs beside the record. */
export interface Known {
  readonly names: Names;
  readonly lang: Lang;
  readonly today: LocalDate;
  readonly now: Date;
  readonly rules: FreshnessRules;
  readonly territory: Territory;
  /** Ids of dictionary entries outside Splot, by `taxonomy:code`. */
  readonly termIds: ReadonlyMap<string, string>;
  readonly siteUrl: string;
}

type Offer = RecordView['offers'][number];
type Support = RecordView['supports'][number];

const IDENTIFIERS = [
  ['krs', 'KRS', 'PL-KRS'],
  ['nip', 'NIP', 'PL-NIP'],
  ['regon', 'REGON', 'PL-REGON'],
] as const;
const GROSZE = 100;

/** An entry of a dictionary that says something about an object, and in which way. */
function attributes(
  k: Known,
  of: string,
  entity: string,
  terms: readonly (readonly [Taxonomy, string])[],
): HsdsObject[] {
  return terms.flatMap(([taxonomy, code]) => {
    const termId = k.termIds.get(`${taxonomy}:${code}`);
    if (!termId) return [];
    const name = k.names.term(taxonomy, code);
    return [
      {
        id: derivedId('attribute', of, taxonomy, code),
        link_id: of,
        link_entity: entity,
        link_type: taxonomy,
        label: name,
        taxonomy_term_id: termId,
        taxonomy_term: { id: termId, code, name, description: name },
      },
    ];
  });
}

/** An organisation: a legal entity or a unit of one. */
export function organizationOf(k: Known, r: RecordView): HsdsObject {
  const description = (k.lang === 'en' && r.descriptionEn) || r.descriptionPl || k.names.term('type', r.type);
  return compact({
    id: r.id,
    name: r.name,
    alternate_name: r.shortName === r.name ? '' : r.shortName,
    description,
    email: r.email,
    website: r.website,
    year_incorporated: r.foundedOn === null ? null : Number(r.foundedOn.slice(0, 4)),
    legal_status: r.legalForm === null ? '' : k.names.term('legal_form', r.legalForm),
    uri: `${k.siteUrl}/directory/${r.id}`,
    parent_organization_id: r.parentId,
    contacts: contactsOf(r),
    phones: phonesOf(r.id, r.phone),
    locations: r.places.map((place) => locationOf(k.territory, k.names, r, place, k.today)),
    organization_identifiers: [
      ...IDENTIFIERS.flatMap(([member, type, scheme]) => {
        const identifier = r[member];
        return identifier === null ? [] : [identifierOf(r.id, type, scheme, identifier)];
      }),
      ...(r.registerNumber === null ? [] : [identifierOf(r.id, 'register', '', r.registerNumber)]),
    ],
    attributes: attributes(k, r.id, 'organization', [
      ['type', r.type],
      ...r.statuses
        .filter(({ validFrom, validTo }) => validFrom <= k.today && (validTo === null || validTo >= k.today))
        .map(({ status }) => ['status', status] as const),
      ...r.groups.map((code) => ['group', code] as const),
      ...r.pkd.map(({ taxonomy, code }) => [taxonomy, code] as const),
    ]),
  });
}

const identifierOf = (of: string, type: string, scheme: string, identifier: string): HsdsObject =>
  compact({
    id: derivedId('identifier', of, type),
    organization_id: of,
    identifier_type: type,
    identifier_scheme: scheme,
    identifier,
  });

/** Whom to ask for, as a role; never a person. */
const contactsOf = (r: RecordView): HsdsObject[] =>
  r.contactRole === '' ? [] : [{ id: derivedId('contact', r.id), title: r.contactRole }];

/** What stands in a list, without `full`: enough to tell it and to know whether it changed. */
export const briefOf = ({
  id,
  name,
  alternate_name,
  description,
  status,
  last_modified,
  uri,
}: HsdsObject): HsdsObject => compact({ id, name, alternate_name, description, status, last_modified, uri });

/** What an entity offers to buyers, as a service. */
export function offerService(k: Known, r: RecordView, o: Offer): HsdsObject {
  const t = text[k.lang];
  return compact({
    ...commonService(k, r, o),
    url: `${k.siteUrl}/directory/${r.id}/offers/${o.id}`,
    fees_description: o.priceFrom === null ? t.onRequest : '',
    cost_options:
      o.priceFrom === null
        ? []
        : [
            {
              id: derivedId('cost', o.id),
              service_id: o.id,
              option: t.from,
              currency: 'PLN',
              amount: o.priceFrom / GROSZE,
              amount_description: o.priceUnit,
            },
          ].map(compact),
    capacities: o.capacity === null ? [] : [capacity(o.id, o.capacityUnit, o.capacity, null, o.updatedAt)],
    attributes: attributes(k, o.id, 'service', [
      ['category', o.category],
      ...o.codes.map(({ taxonomy, code }) => [taxonomy, code] as const),
    ]),
  });
}

/** A support service for people. */
export function supportService(k: Known, r: RecordView, s: Support): HsdsObject {
  const free =
    s.placesFree !== null &&
    s.placesOn !== null &&
    freshnessOf(s.placesOn, k.today, k.rules).freshness === 'confirmed';
  return compact({
    ...commonService(k, r, s),
    url: `${k.siteUrl}/directory/${r.id}`,
    application_process: s.howToApply,
    fees_description: s.fee === 0 ? text[k.lang].free : s.feeNote,
    eligibility_description: s.eligibility.map((e) => ruleText(k.lang, k.names, e)).join('; '),
    minimum_age: s.minimumAge,
    maximum_age: s.maximumAge,
    cost_options: [
      {
        id: derivedId('cost', s.id),
        service_id: s.id,
        option: text[k.lang].fee,
        currency: 'PLN',
        amount: s.fee / GROSZE,
      },
    ],
    languages: s.languages.map((code) => ({ id: derivedId('language', s.id, code), code, name: code })),
    required_documents: s.requiredPapers.map((document) => ({
      id: derivedId('document', s.id, document),
      service_id: s.id,
      document,
    })),
    capacities:
      free && s.placesOn !== null && s.placesFree !== null
        ? [capacity(s.id, text[k.lang].place, s.placesFree, s.placesTotal, startOfDay(s.placesOn))]
        : [],
    attributes: attributes(k, s.id, 'service', [['support', s.kind]]),
  });
}

function capacity(
  of: string,
  unit: string,
  available: number,
  maximum: number | null,
  updated: Date,
): HsdsObject {
  const unitId = derivedId('unit', unit);
  return compact({
    id: derivedId('capacity', of),
    service_id: of,
    unit_id: unitId,
    unit: { id: unitId, name: unit },
    available,
    maximum,
    updated: updated.toISOString(),
  });
}

/** Members that every service has: whose it is, whether it runs, how fresh it is, where and for which counties. */
function commonService(k: Known, r: RecordView, s: Offer | Support) {
  const organization = { id: r.id, name: r.name, description: k.names.term('type', r.type) };
  const modified = new Date(Math.max(s.updatedAt.getTime(), r.updatedAt.getTime()));
  const at = placesOf(r, s);
  return {
    id: s.id,
    name: s.name,
    description: s.description,
    email: r.email,
    organization_id: r.id,
    organization,
    status: statusOf(r, s.active),
    assured_date: r.confirmedOn,
    last_modified: modified.toISOString(),
    contacts: contactsOf(r),
    phones: phonesOf(s.id, r.phone),
    service_areas: r.servedCounties.map((code) => ({
      id: derivedId('area', s.id, code),
      name: k.names.county(code),
      description: `TERYT ${code}`,
    })),
    service_at_locations: at.map((place) => ({
      id: derivedId('at', s.id, place.id),
      service_id: s.id,
      location_id: place.id,
      location: locationOf(k.territory, k.names, r, place, k.today),
    })),
  };
}

/** An offer is given at every place of its entity, support where it says. */
const placesOf = (r: RecordView, s: Offer | Support): RecordView['places'] =>
  'placeId' in s && s.placeId !== null ? r.places.filter(({ id }) => id === s.placeId) : r.places;

/** The service at one place, on its own, as the specification nests it. */
export function serviceAtLocation(
  k: Known,
  r: RecordView,
  service: HsdsObject,
  placeId: string,
): HsdsObject | null {
  const place = r.places.find(({ id }) => id === placeId);
  if (!place) return null;
  return compact({
    id: derivedId('at', service.id, placeId),
    service_id: service.id,
    location_id: placeId,
    description: typeof service.description === 'string' ? service.description : '',
    location: locationOf(k.territory, k.names, r, place, k.today),
    service: briefOf(service),
  });
}

function statusOf(r: RecordView, active: boolean): string {
  if (r.state === 'deregistered') return 'defunct';
  if (r.state === 'suspended') return 'temporarily closed';
  return active ? 'active' : 'inactive';
}
