/** What a row changes in a record, within what its source may change. */
import { comparable } from '#kernel/tabular/table.ts';
import type { LocalDate } from '#kernel/time.ts';
import { EMPTY_RECORD, type RecordView } from '../../record/schema.ts';
import type { PlaceInput, RecordInput } from '../../schema.ts';
import { sameName, shortOf } from '../names/schema.ts';
import type { Difference, Draft, Rules, Seat } from '../schema.ts';

const placeOf = (seat: Seat): PlaceInput => ({
  name: '',
  kind: 'physical',
  isMain: true,
  street: seat.street,
  postalCode: seat.postalCode,
  localityId: seat.localityId,
  locality: seat.locality,
  gminaId: seat.gminaId,
  countyCode: seat.countyCode,
  lat: seat.lat,
  lon: seat.lon,
  directions: '',
  access: [],
  opening: [],
});

/** A record that stood in no other source. */
export const created = (draft: Draft, seat: Seat | null, parentId: string | null): RecordInput => ({
  ...EMPTY_RECORD,
  type: draft.type,
  name: draft.name,
  shortName: draft.shortName,
  parentId,
  legalForm: draft.legalForm,
  ...(draft.isUnit ? { regon: draft.unitRegon } : draft.numbers),
  registerNumber: draft.registerNumber,
  descriptionPl: draft.description,
  foundedOn: draft.foundedOn,
  phone: draft.phone,
  email: draft.email,
  website: draft.website,
  state: draft.state ?? 'active',
  stateSince: draft.stateSince,
  statuses: draft.status ? [draft.status] : [],
  founders: draft.founder ? [draft.founder] : [],
  pkd: draft.pkd,
  places: seat ? [placeOf(seat)] : [],
});

/** Whether the entity itself said how things are, on the day of the source or later. */
export const saidLater = (record: RecordView, sourceOn: LocalDate): boolean =>
  (record.confirmedBy === 'entity' && (record.confirmedOn ?? '') >= sourceOn) ||
  (record.sourceCode === 'self' && record.sourceOn >= sourceOn);

const OPEN_FIELDS = ['name', 'phone', 'email', 'website', 'descriptionPl'] as const;

/** Gives what would be written and the differences that an editor should see instead. An empty cell changes nothing. */
export function merged(
  record: RecordView,
  draft: Draft,
  seat: Seat | null,
  parentId: string | null,
  rules: Rules,
  sourceOn: LocalDate,
): { input: RecordInput; differences: Difference[] } {
  const later = saidLater(record, sourceOn);
  const differences: Difference[] = [];
  /** Whether the source may write the field over what stands there. */
  const writes = (field: string, empty: boolean): boolean => {
    const mode = rules.get(field);
    return mode === 'owns' || (mode === 'newer' && (empty || !later)) || (mode === 'fills' && empty);
  };
  const pick = <T>(field: string, ours: T, theirs: T | null | ''): T =>
    theirs !== null && theirs !== '' && theirs !== ours && writes(field, ours === null || ours === '')
      ? theirs
      : ours;
  const texts = {
    name: sameName(record.name, draft.name) ? record.name : draft.name,
    phone: draft.phone,
    email: draft.email,
    website: trimmed(draft.website) === trimmed(record.website) ? record.website : draft.website,
    descriptionPl: draft.description,
  };
  for (const field of OPEN_FIELDS)
    if (
      texts[field] !== '' &&
      record[field] !== '' &&
      texts[field] !== record[field] &&
      rules.get(field) === 'newer' &&
      later
    )
      differences.push({ field, ours: record[field], theirs: texts[field] });
  const name = pick('name', record.name, texts.name);
  const state = pick('state', record.state, draft.state);
  const { numbers } = draft;
  const input: RecordInput = {
    ...record,
    name,
    shortName:
      name !== record.name && record.shortName === shortOf(record.name) ? shortOf(name) : record.shortName,
    parentId: pick('parentId', record.parentId, parentId),
    legalForm: pick('legalForm', record.legalForm, draft.legalForm),
    krs: draft.isUnit ? record.krs : pick('krs', record.krs, numbers.krs),
    nip: draft.isUnit ? record.nip : pick('nip', record.nip, numbers.nip),
    // The number of a unit is no news where the base knows that of the entity, nor the other way round.
    regon: draft.isUnit
      ? pick('regon', record.regon, draft.unitRegon)
      : record.regon?.slice(0, 9) === numbers.regon
        ? record.regon
        : pick('regon', record.regon, numbers.regon),
    registerNumber: pick('registerNumber', record.registerNumber, draft.registerNumber),
    foundedOn: pick('foundedOn', record.foundedOn, draft.foundedOn),
    state,
    stateSince:
      state === record.state ? pick('state', record.stateSince, draft.stateSince) : draft.stateSince,
    phone: pick('phone', record.phone, texts.phone),
    email: pick('email', record.email, texts.email),
    website: pick('website', record.website, texts.website),
    descriptionPl: pick('descriptionPl', record.descriptionPl, texts.descriptionPl),
    statuses:
      draft.status && writes('statuses', record.statuses.length === 0)
        ? withStatus(record.statuses, draft.status)
        : record.statuses,
    founders:
      draft.founder && writes('founders', record.founders.length === 0)
        ? withFounder(record.founders, draft.founder)
        : record.founders,
    pkd: writes('pkd', record.pkd.length === 0) ? withPkd(record.pkd, draft.pkd) : record.pkd,
    places:
      seat && writes('seat', record.places.length === 0) ? withSeat(record.places, seat) : record.places,
  };
  return { input, differences };
}

const trimmed = (address: string): string =>
  address
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** The register's period stands in place of those of the same status that it overlaps. */
function withStatus(
  statuses: RecordInput['statuses'],
  status: RecordInput['statuses'][number],
): RecordInput['statuses'] {
  const last = '9999-12-31';
  const overlap = (s: typeof status) =>
    s.status === status.status &&
    s.validFrom <= (status.validTo ?? last) &&
    status.validFrom <= (s.validTo ?? last);
  const before = statuses.find((s) => overlap(s) && s.validFrom === status.validFrom);
  const filled = {
    ...status,
    decisionNumber: status.decisionNumber || (before?.decisionNumber ?? ''),
    authority: status.authority || (before?.authority ?? ''),
  };
  const known =
    before?.decisionNumber === filled.decisionNumber &&
    before.authority === filled.authority &&
    before.validTo === filled.validTo;
  return known ? statuses : [...statuses.filter((s) => !overlap(s)), filled];
}

function withFounder(
  founders: RecordInput['founders'],
  founder: NonNullable<Draft['founder']>,
): RecordInput['founders'] {
  const known = founders.some((f) =>
    founder.kind === 'persons' ? f.kind === 'persons' : comparable(f.name) === comparable(founder.name),
  );
  return known ? founders : [founder];
}

function withPkd(ours: RecordInput['pkd'], theirs: RecordInput['pkd']): RecordInput['pkd'] {
  const added = theirs.filter((t) => !ours.some((o) => o.taxonomy === t.taxonomy && o.code === t.code));
  const main = ours.some((o) => o.isMain);
  return added.length === 0 ? ours : [...ours, ...added.map((a) => ({ ...a, isMain: a.isMain && !main }))];
}

const street = (text: string): string =>
  comparable(text).replace(/^(?:ul|ulica|al|aleja|pl|plac|os|osiedle) /, '');

/** The seat moves; what people wrote of the place (its name, hours, accessibility) stays with it. */
function withSeat(places: RecordInput['places'], seat: Seat): RecordInput['places'] {
  const main = places.find((p) => p.isMain);
  if (!main) return [...places, placeOf(seat)];
  const there =
    comparable(main.locality) === comparable(seat.locality) &&
    (seat.countyCode === null || main.countyCode === null || main.countyCode === seat.countyCode);
  const house = seat.street === '' || street(main.street) === street(seat.street);
  const postal = seat.postalCode === '' || seat.postalCode === main.postalCode;
  if (there && house && postal && (main.countyCode !== null || seat.countyCode === null)) return places;
  const moved =
    there && main.countyCode !== null
      ? { ...main, street: seat.street || main.street, postalCode: seat.postalCode || main.postalCode }
      : {
          ...main,
          ...placeOf(seat),
          name: main.name,
          directions: there ? main.directions : '',
          access: main.access,
          opening: main.opening,
        };
  return places.map((p) => (p === main ? moved : p));
}
