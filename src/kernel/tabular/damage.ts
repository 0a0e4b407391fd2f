/** What spreadsheets do to numbers, dates and letters; helpers that recognise it and, where nothing is lost, undo it. */
import iconv from 'iconv-lite';
import type { LocalDate } from '../time.ts';
import { addDays } from '../time.ts';
import { monthNumber } from '../time-words.ts';

/** The last day a spreadsheet knows, 31.12.9999. */
const MAX_SERIAL = 2_958_465;
/** 29 February 1900 of Lotus 1-2-3, which never was. */
const NO_DAY = 60;
const GARBLED_PAIR = /[ĹÅÄĂÃ]./gs;
const POLISH = /^[ąćęłńóśźżĄĆĘŁŃÓŚŹŻ]$/;

/** Whether a long number was turned into `6,18315E+10`: its digits are lost and nobody can restore them. */
export function looksScientific(text: string): boolean {
  return /^\s*[+-]?\d(?:[.,]\d+)?\s*E\s*\+?\d{1,3}\s*$/i.test(text);
}

/**
 * Gives back the zeros a spreadsheet took from the front of a number, and takes the `.0` some programs add.
 * @param length digits the number should have; what is no shorter number comes back unchanged
 */
export function restoreLeadingZeros(text: string, length: number): string {
  const digits = /^(\d+)(?:[.,]0+)?$/.exec(text.trim())?.[1];
  return digits === undefined || digits.length > length ? text : digits.padStart(length, '0');
}

/**
 * The day of a spreadsheet's serial number (46086 → 5 March 2026), or null when it is none. A small number can be anything:
 * ask only where a date is expected.
 */
export function serialDate(value: string | number): LocalDate | null {
  const text = String(value).trim();
  if (!/^\d{1,7}(?:[.,]\d+)?$/.test(text)) return null;
  const serial = Math.floor(Number(text.replace(',', '.')));
  if (serial < 1 || serial > MAX_SERIAL || serial === NO_DAY) return null;
  return addDays(serial < NO_DAY ? '1899-12-31' : '1899-12-30', serial);
}

/** Whether a spreadsheet turned a text like 5/3 or 3-5 into „05-mar”, „mar.26”, „5 sty”. */
export function looksTurnedIntoDate(text: string): boolean {
  const [, before, word = '', after] =
    /^\s*(\d{1,2})?[-.\s]*(\p{L}{3,})[-.\s]*(\d{2,4})?\s*$/u.exec(text) ?? [];
  return (before === undefined) !== (after === undefined) && word.length <= 5 && monthNumber(word) !== null;
}

/**
 * Whether letters are garbled because UTF-8 was read as another encoding („Ĺ‚”, „Å‚”, „Ä…”, „Ã³”): two characters whose
 * bytes in Windows-1250 or 1252 make one Polish letter.
 */
export function looksGarbled(text: string): boolean {
  return (text.match(GARBLED_PAIR) ?? []).some((pair) =>
    ['windows-1250', 'windows-1252'].some((wrong) => {
      const [first = 0, encoded = 0] = iconv.encode(pair, wrong);
      const code = pair.charCodeAt(1);
      // Codes without a character in the wrong encoding stay as they were.
      const second = code >= 0x80 && code < 0xa0 ? code : encoded;
      return POLISH.test(Buffer.from([first, second]).toString('utf8'));
    }),
  );
}

/** Whether letters were replaced for good: U+FFFD, or question marks inside a word („G??la”). */
export function lostLetters(text: string): boolean {
  return /\ufffd|\p{L}\?+\p{Ll}/u.test(text);
}
