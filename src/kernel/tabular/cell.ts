/** Single cells of somebody's table, read as a careful clerk would: what can be restored without doubt is, the rest is named. */
import { parsePostalCode } from '../contact.ts';
import { parseDate } from '../date-input.ts';
import { dateOf, type LocalDate } from '../time.ts';
import { restoreLeadingZeros, serialDate } from './damage.ts';

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

/** All digits of a number in the scientific notation, when it still has them all: 5,4812757908E+10. */
export function allDigits(text: string): string | null {
  const [, whole = '', fraction = '', exponent = ''] =
    /^\s*(\d)(?:[.,](\d+))?\s*E\s*\+?(\d{1,3})\s*$/i.exec(text) ?? [];
  return whole !== '' && fraction.length === Number(exponent) ? whole + fraction : null;
}

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
