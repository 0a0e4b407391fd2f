/** Single cells of a list, read as a careful clerk would: what can be restored without doubt is, the rest is named. */
import { parsePostalCode } from '#kernel/contact.ts';
import { parseDate } from '#kernel/date-input.ts';
import { parsePesel } from '#kernel/identifiers.ts';
import { looksScientific, restoreLeadingZeros, serialDate } from '#kernel/tabular/damage.ts';
import { comparable } from '#kernel/tabular/table.ts';
import { dateOf, type LocalDate } from '#kernel/time.ts';
import { hasLost } from '../likeness/schema.ts';

/** A value, or none; `error` and `warning` are codes of the texts. */
export interface Cell<T> {
  readonly value: T | null;
  readonly error?: string;
  readonly warning?: string;
  readonly args?: Readonly<Record<string, string>>;
}

const NOTHING =
  /^(?:[-–—.?!/x]+|brak|brak danych|nie dotyczy|nie podano|nie ma|nie posiada|n ?\/? ?d|b ?\/? ?d|nd|bd|null|none)$/i;
/** What people write into a cell that stays empty. */
export const isNothing = (text: string): boolean => text.trim() === '' || NOTHING.test(text.trim());

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

/** All digits of a number in the scientific notation, when it still has them all: 5,4812757908E+10. */
function allDigits(text: string): string | null {
  const [, whole = '', fraction = '', exponent = ''] =
    /^\s*(\d)(?:[.,](\d+))?\s*E\s*\+?(\d{1,3})\s*$/i.exec(text) ?? [];
  return whole !== '' && fraction.length === Number(exponent) ? whole + fraction : null;
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

const NUMERIC = /^(\d{1,2})\s*[.,/\s-]\s*(\d{1,2})\s*[.,/\s-]\s*(\d{2}|\d{4})\s*(?:r\.?)?$/;
const WITH_TIME = /[T\s]+\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*Z?$/;

/** Whether a column of dates has the month first: some day above 12 stands second, none stands first. */
export function monthFirst(cells: readonly string[]): boolean {
  const numbers = cells.flatMap((cell) => {
    const [, first, second] = /^(\d{1,2})\/(\d{1,2})\/\d{2,4}\b/.exec(cell.trim()) ?? [];
    return first && second ? [[Number(first), Number(second)] as const] : [];
  });
  return numbers.some(([, second]) => second > 12) && numbers.every(([first]) => first <= 12);
}

export interface DateContext {
  readonly today: LocalDate;
  readonly monthFirst: boolean;
  /** The day that two figures of the year may mean: the birth date of the PESEL. */
  readonly expected?: LocalDate | null;
}

/** Reads a day, also as a spreadsheet's number, eight figures, or with an hour. */
export function readDay(text: string, context: DateContext): Cell<LocalDate> {
  const trimmed = text.trim().replace(WITH_TIME, '');
  const typed = context.monthFirst ? trimmed.replace(/^(\d{1,2})\/(\d{1,2})\//, '$2/$1/') : trimmed;
  const [, day = '', month = '', year = ''] = NUMERIC.exec(typed) ?? [];
  const { expected } = context;
  if (year.length === 2 && expected?.slice(2, 4) === year) {
    const near = dateOf(Number(expected.slice(0, 4)), Number(month), Number(day));
    if (near === expected) return { value: near };
  }
  if (!/^\d{1,2}\s*[.,/-]\s*\d{1,2}\.?$/.test(typed)) {
    const read = parseDate(typed, { today: context.today });
    if (read) return { value: read };
  }
  const eight = eightFigures(typed);
  if (eight) return { value: eight };
  const serial = /^\d{4,5}(?:[.,]\d+)?$/.test(typed) ? serialDate(typed) : null;
  if (serial) return { value: serial, ...(serial !== expected && { warning: 'date.serial' }) };
  if (year.length === 2 || /^\d{1,2}\s*[.,/-]\s*\d{1,2}\.?$/.test(typed))
    return { value: null, error: 'date.year' };
  const written =
    year.length === 4 || /^\d{4}\s*[./-]\s*\d{1,2}\s*[./-]\s*\d{1,2}$/.test(typed) || /^\d{8}$/.test(typed);
  return { value: null, error: written ? 'date.impossible' : 'date.invalid' };
}

function eightFigures(text: string): LocalDate | null {
  const [, a = '', b = '', c = '', d = ''] = /^(\d{2})(\d{2})(\d{2})(\d{2})$/.exec(text) ?? [];
  if (a === '') return null;
  const century = Number(a) >= 18 && Number(a) <= 22;
  return (
    (century ? dateOf(Number(a + b), Number(c), Number(d)) : null) ??
    dateOf(Number(c + d), Number(b), Number(a))
  );
}

/** K, kobieta, F, female … */
export function readSex(text: string): Cell<'f' | 'm'> {
  const plain = comparable(text);
  if (/^(?:k|f|z|kob|kobieta|kobiety|zenska|female|woman|pani)$/.test(plain)) return { value: 'f' };
  if (/^(?:m|mez|mezczyzna|meska|male|man|pan)$/.test(plain)) return { value: 'm' };
  if (hasLost(text) && /^m.*czyzna$/.test(plain)) return { value: 'm' };
  return { value: null, ...(isNothing(text) ? {} : { warning: 'choice' }) };
}

type Parsed = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly code: string };

/** A contact that is not good enough to keep is left out and told about: it is no reason to refuse a person. */
export function readContact(text: string, name: string, parse: (text: string) => Parsed): Cell<string> {
  if (isNothing(text)) return { value: null };
  const whole = parse(text);
  if (whole.ok) return { value: whole.value };
  for (const part of text.split(/[,;\n]|\s+(?:lub|albo|i|oraz)\s+|\s\/\s/)) {
    const read = parse(part);
    if (read.ok) return { value: read.value, warning: `${name}.first` };
  }
  return { value: null, warning: `${name}.${whole.code}` };
}

export const readPostalCode = (text: string): Cell<string> =>
  readContact(text, 'postal_code', (typed) =>
    parsePostalCode(/^\d{3,4}$/.test(typed.trim()) ? restoreLeadingZeros(typed, 5) : typed),
  );
