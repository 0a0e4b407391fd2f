import { startOfDay } from '#kernel/time.ts';
import { freshnessOf, type RecordView, ruleText } from '../../../record/api.ts';
import { compact, type HsdsObject, stableId } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { locationOf, phonesOf } from '../places/service.ts';
import { attributes, briefOf, contactsOf, type Known } from '../service.ts';

type Offer = RecordView['offers'][number];
type Support = RecordView['supports'][number];

const GROSZE = 100;

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
              id: stableId('cost', o.id),
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
        id: stableId('cost', s.id),
        service_id: s.id,
        option: text[k.lang].fee,
        currency: 'PLN',
        amount: s.fee / GROSZE,
      },
    ],
    languages: s.languages.map((code) => ({ id: stableId('language', s.id, code), code, name: code })),
    required_documents: s.requiredPapers.map((document) => ({
      id: stableId('document', s.id, document),
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
  const unitId = stableId('unit', unit);
  return compact({
    id: stableId('capacity', of),
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
      id: stableId('area', s.id, code),
      name: k.names.county(code),
      description: `TERYT ${code}`,
    })),
    service_at_locations: at.map((place) => ({
      id: stableId('at', s.id, place.id),
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
    id: stableId('at', service.id, placeId),
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
