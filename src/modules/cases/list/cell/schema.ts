/** Single cells of a list, read as a careful clerk would: what can be restored without doubt is, the rest is named. */
import { parsePesel } from '#kernel/identifiers.ts';
import { allDigits, type Cell, isNothing } from '#kernel/tabular/cell.ts';
import { looksScientific, restoreLeadingZeros } from '#kernel/tabular/damage.ts';
import { hasLost } from '#kernel/tabular/likeness.ts';
import { comparable } from '#kernel/tabular/table.ts';
import type { LocalDate } from '#kernel/time.ts';

const NAME = /^[\p{L}\p{M}][\p{L}\p{M}\s'’.-]*$/u;
const MAX_NAME = 120;

/** A name with one space between words; KOWAL and kowal become Kowal, McKay stays. */
export function readName(text: string): Cell<string> {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (isNothing(name)) return { value: null, error: 'required' };
  if (hasLost(name)) return { value: null, error: 'name.lost_letters' };
  if (!NAME.test(name)) return { value: null, error: 'name.characters' };
  if (name.length > MAX_NAME) return { value: null, error: 'too_long' };
  const oneCase = name === name.toLocaleUpperCase('pl') || name === name.toLocaleLowerCase('pl');
  const written = oneCase
    ? name
        .toLocaleLowerCase('pl')
        .replace(
          /(^|[\s'’-])(\p{L})/gu,
          (_, before: string, letter: string) => before + letter.toLocaleUpperCase('pl'),
        )
    : name;
  return { value: written };
}

export interface Pesel {
  readonly pesel: string;
  readonly birthDate: LocalDate;
  readonly sex: 'f' | 'm';
}

/** Reads a PESEL. Zeros lost from its front come back only when the check digit and the birth date beside it agree. */
export function readPesel(text: string, birthDate: LocalDate | null): Cell<Pesel> {
  const scientific = looksScientific(text);
  const exact = scientific ? allDigits(text) : null;
  if (scientific && exact === null) return { value: null, error: 'pesel.scientific' };
  const typed = (exact ?? text)
    .replace(/^\s*(?:nr\s+)?pesel\b\s*:?/i, '')
    .replace(/^\s*(\d+)[.,]0+\s*$/, '$1')
    .replace(/^\s*\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+\s*$/, (number) => number.replace(/\D/g, ''));
  const read = parsePesel(typed);
  if (read.ok) return { value: peselOf(read), ...(scientific && { warning: 'pesel.restored' }) };
  const digits = typed.replace(/[\s'’-]/g, '');
  if (/^\d{8,10}$/.test(digits)) {
    const padded = parsePesel(restoreLeadingZeros(digits, 11));
    if (padded.ok && padded.birthDate === birthDate)
      return { value: peselOf(padded), warning: 'pesel.restored' };
    if (padded.ok) return { value: null, error: 'pesel.zeros_lost' };
  }
  return { value: null, error: `pesel.${read.code}` };
}

const peselOf = (read: { value: string; birthDate: LocalDate; sex: 'female' | 'male' }): Pesel => ({
  pesel: read.value,
  birthDate: read.birthDate,
  sex: read.sex === 'female' ? 'f' : 'm',
});

/** K, kobieta, F, female … */
export function readSex(text: string): Cell<'f' | 'm'> {
  const plain = comparable(text);
  if (/^(?:k|f|z|kob|kobieta|kobiety|zenska|female|woman|pani)$/.test(plain)) return { value: 'f' };
  if (/^(?:m|mez|mezczyzna|meska|male|man|pan)$/.test(plain)) return { value: 'm' };
  if (hasLost(text) && /^m.*czyzna$/.test(plain)) return { value: 'm' };
  return { value: null, ...(isNothing(text) ? {} : { warning: 'choice' }) };
}
