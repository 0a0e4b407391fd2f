/**
 * Numbers that identify people and organisations in Poland. A check takes what somebody typed and gives either the
 * normalised value or the code of what is wrong; `messages.ts` holds the sentence for every code (`pesel.checksum`).
 * Sources of the algorithms: docs on identifiers and checksum rules; act on population registration (ustawa z 24 września
 * 2010 r. o ewidencji ludności) art. 15 for PESEL; ISO 7064 and ISO 13616 for the bank account.
 */
import type { LocalDate } from './time.ts';
import { dateOf, isLocalDate } from './time.ts';

export type Checked<Code extends string, More = unknown> =
  | ({ readonly ok: true; readonly value: string } & More)
  | { readonly ok: false; readonly code: Code };

export type NumberError = 'length' | 'characters' | 'checksum' | 'zeros';
export type PeselError = 'length' | 'characters' | 'date' | 'checksum';
export type Sex = 'female' | 'male';

const PESEL_WEIGHTS = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
const NIP_WEIGHTS = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON9_WEIGHTS = [8, 9, 2, 3, 4, 5, 6, 7];
const REGON14_WEIGHTS = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];
/** Century → what is added to the month in a PESEL. */
const PESEL_CENTURIES = new Map([
  [18, 80],
  [19, 0],
  [20, 20],
  [21, 40],
  [22, 60],
]);
const PESEL_MAX_SERIAL = 4999;

/** Removes what people and spreadsheets put between digits: spaces of all kinds, dashes, a leading apostrophe. */
const compact = (text: string) => text.replace(/[\s\u200b\ufeff\u2010-\u2015\u2212'’-]/g, '').toUpperCase();
const failed = <Code extends string>(code: Code) => ({ ok: false, code }) as const;
const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);

function digitsError(digits: string, lengths: readonly number[]): 'length' | 'characters' | null {
  if (digits === '') return 'length';
  if (!/^[0-9]+$/.test(digits)) return 'characters';
  return lengths.includes(digits.length) ? null : 'length';
}

const peselCheckDigit = (digits: string) => String((10 - (weighted(digits, PESEL_WEIGHTS) % 10)) % 10);

/**
 * Reads a PESEL: 11 digits, a birth date that exists (1800–2299), the check digit.
 * @returns the digits, the birth date and the sex they encode. Data typed beside may differ for good reasons: warn, never overwrite.
 */
export function parsePesel(
  text: string,
): Checked<PeselError, { readonly birthDate: LocalDate; readonly sex: Sex }> {
  const digits = compact(text);
  const error = digitsError(digits, [11]);
  if (error) return failed(error);
  const [year, coded, day] = [0, 2, 4].map((at) => Number(digits.slice(at, at + 2))) as [
    number,
    number,
    number,
  ];
  let birthDate: LocalDate | null = null;
  for (const [century, added] of PESEL_CENTURIES) {
    if (Math.floor(coded / 20) * 20 === added) birthDate = dateOf(century * 100 + year, coded - added, day);
  }
  if (birthDate === null) return failed('date');
  if (peselCheckDigit(digits) !== digits[10]) return failed('checksum');
  return { ok: true, value: digits, birthDate, sex: Number(digits[9]) % 2 === 1 ? 'male' : 'female' };
}

/**
 * Builds a valid PESEL for demonstration data; use birth dates of the 1800s, so that nobody alive has it.
 * @param serial 0–4999, different people of one sex and day
 */
export function makePesel(birthDate: LocalDate, sex: Sex, serial: number): string {
  const added = PESEL_CENTURIES.get(Number(birthDate.slice(0, 2)));
  if (!isLocalDate(birthDate) || added === undefined)
    throw new RangeError('PESEL covers the years 1800–2299');
  if (!Number.isInteger(serial) || serial < 0 || serial > PESEL_MAX_SERIAL) {
    throw new RangeError(`PESEL has serial numbers 0–${PESEL_MAX_SERIAL} for a sex and a day`);
  }
  const month = String(Number(birthDate.slice(5, 7)) + added).padStart(2, '0');
  const ordinal = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(4, '0');
  const digits = `${birthDate.slice(2, 4)}${month}${birthDate.slice(8)}${ordinal}`;
  return digits + peselCheckDigit(digits);
}

/** Reads a tax number NIP, with or without the prefix PL and dashes. @returns 10 digits */
export function parseNip(text: string): Checked<NumberError> {
  const digits = compact(text).replace(/^PL/, '');
  const error = digitsError(digits, [10]);
  if (error) return failed(error);
  if (/^0+$/.test(digits)) return failed('zeros');
  // A remainder of 10 matches no digit: such numbers are never issued.
  return weighted(digits, NIP_WEIGHTS) % 11 === Number(digits[9])
    ? { ok: true, value: digits }
    : failed('checksum');
}

/** 1220781342 → 122-078-13-42. */
export function formatNip(nip: string): string {
  return nip.replace(/^(\d{3})(\d{3})(\d{2})(\d{2})$/, '$1-$2-$3-$4');
}

const regonPasses = (digits: string, weights: readonly number[]) =>
  (weighted(digits, weights) % 11) % 10 === Number(digits[weights.length]);

/**
 * Reads a statistical number REGON: 9 digits of an entity, 14 of its local unit, or 7 of old records.
 * @returns 9 or 14 digits, and in `entity` the 9 digits of the entity
 */
export function parseRegon(text: string): Checked<NumberError, { readonly entity: string }> {
  const typed = compact(text);
  const error = digitsError(typed, [7, 9, 14]);
  if (error) return failed(error);
  if (/^0+$/.test(typed)) return failed('zeros');
  const digits = typed.length === 7 ? `00${typed}` : typed;
  const entity = digits.slice(0, 9);
  const passes =
    regonPasses(entity, REGON9_WEIGHTS) && (digits.length === 9 || regonPasses(digits, REGON14_WEIGHTS));
  return passes ? { ok: true, value: digits, entity } : failed('checksum');
}

/** 123456785 → 123 456 785; 14 digits → 123 456 785 12347. */
export function formatRegon(regon: string): string {
  return regon.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})?$/, (_, a, b, c, unit?: string) =>
    [a, b, c, unit].filter(Boolean).join(' '),
  );
}

/** Reads a number of the National Court Register: 10 digits with their leading zeros, no check digit. */
export function parseKrs(text: string): Checked<Exclude<NumberError, 'checksum'>> {
  const digits = compact(text).replace(/^KRS:?/, '');
  const error = digitsError(digits, [10]);
  if (error) return failed(error);
  return /^0+$/.test(digits) ? failed('zeros') : { ok: true, value: digits };
}

/** Reads a Polish bank account, 26 digits (NRB), with or without PL. @returns PL and 26 digits (IBAN) */
export function parseIban(text: string): Checked<Exclude<NumberError, 'zeros'> | 'country'> {
  const typed = compact(text).replace(/^IBAN:?/, '');
  if (/^[A-Z]{2}\d/.test(typed) && !typed.startsWith('PL')) return failed('country');
  const digits = typed.replace(/^PL/, '');
  const error = digitsError(digits, [26]);
  if (error) return failed(error);
  // ISO 7064 mod 97-10: the country (P = 25, L = 21) and the check digits go to the end.
  const passes = BigInt(`${digits.slice(2)}2521${digits.slice(0, 2)}`) % 97n === 1n;
  return passes ? { ok: true, value: `PL${digits}` } : failed('checksum');
}

/** PL61109010140000071219812874 → PL61 1090 1014 0000 0712 1981 2874. */
export function formatIban(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
