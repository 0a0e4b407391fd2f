/** How alike two texts are when one of them was typed, exported or damaged by somebody. */
import iconv from 'iconv-lite';
import { looksGarbled } from './damage.ts';
import { comparable, type Table } from './table.ts';

/** Encodings in which UTF-8 is read by mistake. */
const WRONG = ['windows-1250', 'windows-1252', 'iso-8859-2'] as const;
const LOST = /[?\ufffd]/;

/** Gives back letters that became two characters each because UTF-8 was read as another encoding. */
export function repairGarbled(text: string): string {
  if (!looksGarbled(text)) return text;
  for (const wrong of WRONG) {
    const bytes = bytesIn(text, wrong);
    if (bytes === null) continue;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      // Another encoding, or damaged further: it stays as it is.
    }
  }
  return text;
}

function bytesIn(text: string, encoding: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const encoded = iconv.encode(char, encoding);
    const byte = encoded.length === 1 ? (encoded[0] ?? 0) : -1;
    // Bytes without a character in the wrong encoding came through as they were.
    if (code < 0x80 || (code < 0xa0 && (byte === 0x3f || byte === -1))) bytes.push(code);
    else if (byte === 0x3f || byte === -1) return null;
    else bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}

/** Whether letters were replaced by question marks or by U+FFFD. */
export const hasLost = (text: string): boolean => LOST.test(text);

const plainLetters = (text: string) =>
  text.toLowerCase().replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');

/** Whether the text is the name, forgiving case, diacritics, punctuation, and letters lost to „?”. */
export function sameWords(text: string, name: string): boolean {
  if (comparable(text) === comparable(name)) return comparable(text) !== '';
  if (!hasLost(text) || text.replace(/[\s?\ufffd]/g, '').length < 2) return false;
  const pattern = plainLetters(text)
    .trim()
    .split(/([?\ufffd]+)/)
    .map((part) =>
      LOST.test(part) ? `\\S{1,${part.length}}` : part.replace(/[^\p{L}\p{N}]+/gu, '[^\\p{L}\\p{N}]*'),
    )
    .join('');
  return new RegExp(`^${pattern}$`, 'u').test(plainLetters(name));
}

/** Letters to change, add or leave out to get from one text to the other (Levenshtein). */
export function distance(a: string, b: string): number {
  let before = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(changed, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? 0;
}

/** Names nearest to a text, best first, at most `limit`, none further than `most` letters. */
export function nearest(
  text: string,
  names: Iterable<string>,
  most: number,
  limit: number,
): readonly { readonly name: string; readonly letters: number }[] {
  const typed = comparable(text);
  const found: { name: string; letters: number }[] = [];
  for (const name of names) {
    const plain = comparable(name);
    if (Math.abs(plain.length - typed.length) > most) continue;
    const letters = distance(typed, plain);
    if (letters <= most) found.push({ name, letters });
  }
  return found.sort((a, b) => a.letters - b.letters || a.name.localeCompare(b.name, 'pl')).slice(0, limit);
}

/** UTF-8 that was read as something else before it reached us is put right as a whole. */
export function mended(table: Table): Table {
  const garbled = table.problems.some(({ code }) => code === 'table.mojibake');
  if (!garbled && table.headers.every((header) => repairGarbled(header) === header)) return table;
  return {
    ...table,
    headers: table.headers.map(repairGarbled),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map(repairGarbled) })),
    problems: table.problems.filter(({ code }) => code !== 'table.mojibake'),
  };
}
