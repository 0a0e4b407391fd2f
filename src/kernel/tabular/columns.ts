/** Which column of somebody's table holds what we need. */
import { hasLost, repairGarbled, sameWords } from './likeness.ts';
import { comparable } from './table.ts';

/** Key → index of the column; null where the file has none. */
export type Mapping<Key extends string> = Readonly<Record<Key, number | null>>;

export const mappingOf = <Key extends string>(
  keys: readonly Key[],
  index: (key: Key) => number | null,
): Mapping<Key> => Object.fromEntries(keys.map((key) => [key, index(key)])) as Record<Key, number | null>;

/** Columns as they were recognised, with what has to be shown and asked about. */
export interface Recognised<Key extends string> {
  readonly mapping: Mapping<Key>;
  /** Found by likeness or by content only. */
  readonly guessed: readonly Key[];
  readonly missing: readonly Key[];
}

export interface ColumnSpec<Key extends string> {
  readonly key: Key;
  /** Headings this column may have, the usual one first. */
  readonly names: readonly string[];
  readonly required: boolean;
}

export interface ColumnMatch<Key extends string> {
  /** A column serves one key only. */
  readonly mapping: Mapping<Key>;
  /** Keys whose column was found by likeness only: show them and ask. */
  readonly guessed: readonly Key[];
  /** Indices of columns that serve nothing. */
  readonly unmatched: readonly number[];
  /** Required keys without a column. */
  readonly missing: readonly Key[];
}

const EXACT = 100;
const ABBREVIATED = 80;
const MISSPELT = 60;
const CONTAINED = 40;
const MIN_PREFIX = 2;
const MIN_MISSPELT = 5;

const words = (text: string) => comparable(text).split(' ').filter(Boolean);

/**
 * Finds columns by their headings, whatever their case, diacritics and punctuation; abbreviations („Data ur.”), one wrong
 * letter and additions („PESEL uczestnika”) count as guesses. The best likeness wins, then the column further left.
 */
export function matchColumns<Key extends string>(
  headers: readonly string[],
  spec: readonly ColumnSpec<Key>[],
): ColumnMatch<Key> {
  const pairs = headers.flatMap((header, index) =>
    spec.map(({ key, names }) => ({
      key,
      index,
      score: Math.max(0, ...names.map((name) => likeness(header, name))),
    })),
  );
  const found = new Map<Key, { index: number; score: number }>();
  const taken = new Set<number>();
  for (const { key, index, score } of pairs.sort((a, b) => b.score - a.score || a.index - b.index)) {
    if (score === 0 || found.has(key) || taken.has(index)) continue;
    found.set(key, { index, score });
    taken.add(index);
  }
  return {
    mapping: mappingOf(
      spec.map(({ key }) => key),
      (key) => found.get(key)?.index ?? null,
    ),
    guessed: spec.flatMap(({ key }) => ((found.get(key)?.score ?? EXACT) < EXACT ? [key] : [])),
    unmatched: headers.flatMap((_, index) => (taken.has(index) ? [] : [index])),
    missing: spec.flatMap(({ key, required }) => (required && !found.has(key) ? [key] : [])),
  };
}

/** A heading as it was before letters were lost. */
export function restoredHeading(header: string, names: readonly string[]): string {
  const repaired = repairGarbled(header);
  return hasLost(repaired) ? (names.find((name) => sameWords(repaired, name)) ?? repaired) : repaired;
}

/** How alike a heading and a name are, 0–100. */
function likeness(header: string, name: string): number {
  const [a, b] = [words(header), words(name)];
  if (a.length === 0 || b.length === 0) return 0;
  if (a.join('') === b.join('')) return EXACT;
  if (a.length === b.length) {
    const each = (same: (x: string, y: string) => boolean) => a.every((word, i) => same(word, b[i] ?? ''));
    if (each((x, y) => x === y || abbreviates(x, y) || abbreviates(y, x))) return ABBREVIATED;
    if (each((x, y) => x === y || misspelt(x, y))) return MISSPELT;
  }
  // „PESEL uczestnika” holds „PESEL”; the more is added, the less likely.
  const extra = a.length - b.length;
  return extra > 0 && b.every((word) => a.includes(word)) ? Math.max(1, CONTAINED - extra * 5) : 0;
}

const abbreviates = (short: string, long: string) =>
  short.length >= MIN_PREFIX && short.length < long.length && long.startsWith(short);

/** One letter more, fewer, other, or two swapped. */
function misspelt(x: string, y: string): boolean {
  if (Math.min(x.length, y.length) < MIN_MISSPELT || Math.abs(x.length - y.length) > 1) return false;
  let start = 0;
  while (start < x.length && x[start] === y[start]) start += 1;
  let end = 0;
  while (end < Math.min(x.length, y.length) - start && x.at(-1 - end) === y.at(-1 - end)) end += 1;
  const [a, b] = [x.slice(start, x.length - end), y.slice(start, y.length - end)];
  return a.length <= 1 && b.length <= 1 ? true : a.length === 2 && a === [...b].reverse().join('');
}
