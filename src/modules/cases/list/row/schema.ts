/** One row of a list: every cell read, everything wrong named, and the person to refer when nothing is. */
import { parseEmail, parsePhone } from '#kernel/contact.ts';
import { type Cell, isNothing, readContact, readDay, readPostalCode } from '#kernel/tabular/cell.ts';
import type { LocalDate } from '#kernel/time.ts';
import { readName, readPesel, readSex } from '../cell/schema.ts';
import { findPlace, type Gazetteer, localityText } from '../place/schema.ts';
import { Reader } from '../reader/schema.ts';
import { type Need, needsIn } from '../reason/schema.ts';
import type { CellProblem, ColumnKey, ListEntry, Mapping } from '../schema.ts';

export interface RowContext {
  readonly mapping: Mapping;
  readonly today: LocalDate;
  readonly places: Gazetteer;
  readonly needs: readonly Need[];
  readonly monthFirst: { readonly birth: boolean; readonly referred: boolean };
}

export interface RowReading {
  readonly entry: ListEntry | null;
  /** As far as it could be read, also when the row has errors: for finding the same person twice. */
  readonly identifier: string | null;
  readonly errors: readonly CellProblem[];
  readonly warnings: readonly CellProblem[];
}

/** Referrals older than this are a slip of the pen; older than a year, worth a look. */
const OLDEST_YEARS = 10;
const MAX_SIGN = 60;
const MAX_NOTES = 400;
const DOCUMENT = /^[A-Z0-9]{4,20}$/;

const yearsBefore = (day: LocalDate, years: number): LocalDate =>
  `${Number(day.slice(0, 4)) - years}${day.slice(4)}`;

export function readRow(cells: readonly string[], context: RowContext): RowReading {
  const { mapping, today } = context;
  const r = new Reader(cells, mapping);
  const { family, given } = readNames(r);
  const peselText = isNothing(r.text('pesel')) ? '' : r.text('pesel');
  const birthText = isNothing(r.text('birth')) ? '' : r.text('birth');
  const day = (text: string, key: 'birth' | 'referred', expected: LocalDate | null) =>
    readDay(text, { today, monthFirst: context.monthFirst[key], expected });
  // Each helps to read the other: the birth date restores lost zeros, the PESEL says what two figures of a year mean.
  const plainPesel = readPesel(peselText, null).value;
  const birth = birthText === '' ? null : day(birthText, 'birth', plainPesel?.birthDate ?? null);
  const pesel = peselText === '' ? null : r.take('pesel', readPesel(peselText, birth?.value ?? null));
  const document = readDocument(r, pesel !== null || peselText !== '');
  let birthDate = birth ? r.take('birth', birth) : null;
  if (birthDate && birthDate > today) r.wrong('birth', 'date.future');
  if (birthDate && pesel && birthDate !== pesel.birthDate) r.odd('birth', 'pesel.birth_date');
  if (birthText === '') birthDate = pesel?.birthDate ?? null;
  const typedSex = r.take('sex', readSex(r.text('sex')));
  if (typedSex && pesel && typedSex !== pesel.sex) r.odd('sex', 'pesel.sex');
  const place = readPlace(r, context.places);
  const referredOn = readReferred(r, birthDate, today, day);
  const reason = isNothing(r.text('reason')) ? '' : r.text('reason');
  const needs = needsIn(reason, context.needs);
  if (reason === '') r.wrong('reason', 'required');
  else if (needs.length === 0) r.wrong('reason', 'reason.unknown');
  const identifier = pesel ? { kind: 'pesel' as const, value: pesel.pesel } : document;
  const rest = readRest(r);
  const complete = r.errors.length === 0 && family && given && identifier && place.gminaId && referredOn;
  return {
    entry: complete
      ? {
          familyName: family,
          givenName: given,
          identifier,
          birthDate,
          sex: typedSex ?? pesel?.sex ?? null,
          gminaId: place.gminaId ?? '',
          locality: place.locality,
          referredOn,
          needs,
          reason,
          ...rest,
        }
      : null,
    identifier: identifier ? `${identifier.kind}:${identifier.value}` : null,
    errors: r.errors,
    warnings: r.warnings,
  };
}

function readNames(r: Reader): { family: string | null; given: string | null } {
  const whole = r.has('familyGiven') ? 'familyGiven' : r.has('givenFamily') ? 'givenFamily' : null;
  if (whole === null || r.has('family'))
    return {
      family: r.take('family', readName(r.text('family'))),
      given: r.take('given', readName(r.text('given'))),
    };
  const name = r.take(whole, readName(r.text(whole).replace(',', ' ')));
  if (name === null) return { family: null, given: null };
  const [first = '', ...others] = name.split(' ');
  if (others.length === 0) {
    r.wrong(whole, 'name.one_word');
    return { family: null, given: null };
  }
  const last = others.at(-1) ?? '';
  return whole === 'familyGiven'
    ? { family: first, given: others.join(' ') }
    : { family: last, given: [first, ...others.slice(0, -1)].join(' ') };
}

/** A document stands for the PESEL of somebody who has none; neither of the two means that nobody knows who it is. */
function readDocument(r: Reader, hasPesel: boolean): { kind: 'document'; value: string } | null {
  const text = isNothing(r.text('document')) ? '' : r.text('document');
  if (text === '')
    return hasPesel ? null : r.wrong(r.has('pesel') || !r.has('document') ? 'pesel' : 'document', 'required');
  const value = text.toUpperCase().replace(/[\s/-]/g, '');
  if (DOCUMENT.test(value)) return { kind: 'document', value };
  if (hasPesel) r.odd('document', 'document.characters');
  else r.wrong('document', 'document.characters');
  return null;
}

function readPlace(r: Reader, places: Gazetteer) {
  const typed = isNothing(r.text('locality')) ? '' : r.text('locality');
  // Without a column of its own the locality stands in the address, after the postal code.
  const address = r.text('street');
  const locality =
    r.has('locality') || r.has('gmina')
      ? typed
      : /\d{2}-?\d{3}/.test(address)
        ? address.replace(/^.*?(?=\d{2}-?\d{3})/s, '')
        : address;
  const gmina = isNothing(r.text('gmina')) ? '' : r.text('gmina');
  if (r.has('locality') && localityText(locality) === '') {
    r.wrong('locality', 'required');
    return { gminaId: null, locality: '' };
  }
  const place = findPlace(locality, gmina, places);
  for (const { key, code, args } of place.errors) r.wrong(key, code, args);
  for (const { key, code, args } of place.warnings) r.odd(key, code, args);
  return place;
}

function readReferred(
  r: Reader,
  birthDate: LocalDate | null,
  today: LocalDate,
  day: (text: string, key: 'referred', expected: null) => Cell<LocalDate>,
): LocalDate | null {
  const text = r.text('referred');
  if (isNothing(text)) return r.wrong('referred', 'required');
  const date = r.take('referred', day(text, 'referred', null));
  if (date === null) return null;
  if (date > today) return r.wrong('referred', 'date.future');
  if (birthDate && date < birthDate) return r.wrong('referred', 'date.before_birth');
  if (date < yearsBefore(today, OLDEST_YEARS)) return r.wrong('referred', 'date.too_old');
  if (date < yearsBefore(today, 1)) r.odd('referred', 'date.old');
  return date;
}

function readRest(r: Reader) {
  const cut = (key: ColumnKey, max: number) => {
    const text = isNothing(r.text(key)) ? '' : r.text(key).trim();
    if (text.length > max) r.odd(key, 'cut', { max: String(max) });
    return text.slice(0, max);
  };
  return {
    postalCode: r.take('postal', readPostalCode(r.text('postal'))) ?? '',
    street: cut('street', 160),
    phone: r.take('phone', readContact(r.text('phone'), 'phone', parsePhone)) ?? '',
    email: r.take('email', readContact(r.text('email'), 'email', parseEmail)) ?? '',
    sign: cut('sign', MAX_SIGN),
    notes: cut('notes', MAX_NOTES),
    worker: r.text('worker'),
  };
}
