import { instantAt, type LocalDate, TIME_ZONE } from '#kernel/time.ts';
import type { Names, RecordView } from '../../../record/api.ts';
import { compact, type HsdsObject, stableId } from '../../schema.ts';

type Place = RecordView['places'][number];
type Opening = Place['opening'][number];

/** What a place needs to know of the country: its voivodeships by county, and the TERYT code of a gmina if sure. */
export interface Territory {
  readonly voivodeshipOf: (countyCode: string) => string;
  readonly tercOf: (gminaId: string) => string | null;
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

export const phonesOf = (of: string, number: string): HsdsObject[] =>
  number === '' ? [] : [{ id: stableId('phone', of), number, type: 'voice' }];

/** A place of an entity: address, position, hours, accessibility. */
export function locationOf(
  territory: Territory,
  names: Names,
  r: RecordView,
  place: Place,
  today: LocalDate,
): HsdsObject {
  const code = (place.gminaId && territory.tercOf(place.gminaId)) ?? place.countyCode;
  return compact({
    id: place.id,
    organization_id: r.id,
    location_type: place.kind,
    name: place.name || r.shortName,
    transportation: place.directions,
    latitude: place.lat,
    longitude: place.lon,
    external_identifier: code,
    external_identifier_type: code === null ? null : 'TERYT',
    addresses: place.kind === 'virtual' ? [] : [addressOf(territory, names, place)],
    accessibility: place.access.map((feature) =>
      compact({
        id: stableId('accessibility', place.id, feature.code),
        location_id: place.id,
        description: names.term('access', feature.code),
        details: feature.note,
      }),
    ),
    schedules: schedulesOf(place, today),
  });
}

/** Every member of an address is required, so one that is not known stands empty. */
const addressOf = (territory: Territory, names: Names, place: Place): HsdsObject => ({
  id: stableId('address', place.id),
  location_id: place.id,
  address_1: place.street,
  city: place.locality,
  ...(place.countyCode !== null && { region: names.county(place.countyCode) }),
  state_province: place.countyCode === null ? '' : territory.voivodeshipOf(place.countyCode),
  postal_code: place.postalCode,
  country: 'PL',
  address_type: place.kind === 'postal' ? 'postal' : 'physical',
});

/** One schedule for all weekdays with the same hours and period, one for each exception. */
function schedulesOf(place: Place, today: LocalDate): HsdsObject[] {
  const groups = new Map<string, Opening[]>();
  for (const rule of place.opening.filter(({ weekday }) => weekday !== null)) {
    const key = [rule.opens, rule.closes, rule.validFrom, rule.validTo, rule.note].join('|');
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  const zone = offsetOn(today);
  return [
    ...[...groups].map(([key, rules]) => {
      const [first] = rules;
      return compact({
        id: stableId('schedule', place.id, key),
        freq: 'WEEKLY',
        wkst: 'MO',
        byday: rules.map(({ weekday }) => DAYS[(weekday ?? 1) - 1]).join(','),
        opens_at: clock(first?.opens),
        closes_at: clock(first?.closes),
        valid_from: first?.validFrom,
        valid_to: first?.validTo,
        timezone: zone,
        description: first?.note,
        notes: TIME_ZONE,
      });
    }),
    ...place.opening
      .filter(({ onDay }) => onDay !== null)
      .map((exception) =>
        compact({
          id: exception.id,
          dtstart: exception.onDay,
          until: exception.onDay,
          valid_from: exception.onDay,
          valid_to: exception.onDay,
          opens_at: clock(exception.opens),
          closes_at: clock(exception.closes),
          timezone: zone,
          description: exception.opens === null ? 'closed' : exception.note,
          notes: TIME_ZONE,
        }),
      ),
  ];
}

const clock = (time: string | null | undefined): string | null => (time ? `${time}:00` : null);

/** Hours by which Warsaw is before UTC at noon of a day: the specification wants a number, not the name of a zone. */
function offsetOn(day: LocalDate): number {
  const noonUtc = Date.parse(`${day}T12:00:00Z`);
  return (noonUtc - instantAt(day, '12:00').getTime()) / 3_600_000;
}
