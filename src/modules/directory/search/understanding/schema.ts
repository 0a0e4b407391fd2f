import { plain, stem } from '#kernel/words/words.ts';

/** An entry of a dictionary with the words by which people ask for it. */
export interface Entry {
  readonly taxonomy: string;
  readonly code: string;
  readonly names: readonly string[];
  readonly words: readonly string[];
}

/** Phrases of stems → what they mean, as lexemes of the index (`category.catering`). */
export interface Lexicon {
  readonly phrases: ReadonlyMap<string, ReadonlySet<string>>;
  /** Single words as people write them, to recognise a misspelt one. */
  readonly words: ReadonlySet<string>;
  /** The longest phrase, in words. */
  readonly longest: number;
}

export interface Token {
  /** Plain: lower case, no diacritics. */
  readonly word: string;
  readonly stem: string;
  /** Written with a capital letter: perhaps a name. */
  readonly capital: boolean;
}

/** One thing asked for. */
export interface Concept {
  readonly stems: readonly string[];
  /** Lexemes of dictionary entries that mean the same; `:*` at the end stands for every code that begins so. */
  readonly entries: readonly string[];
  /** The word is not finished yet. */
  readonly open: boolean;
}

/** Words that say nothing about what is looked for. */
const EMPTY = new Set(
  `w we z ze i a o u na dla do od po przy za nad pod lub albo oraz jak gdzie kto co czy jest sa ktory ktora ktore blisko
  niedaleko kolo obok szukam szukamy potrzebuje potrzebujemy potrzebna potrzebny chce chcemy mozna zrobi zrobic znalezc
  prosze jakas jakis ktos cos mnie mi nas nam sie the for in of and near uslugi usluga uslug firma firmy firme podmiot podmioty
  oferta oferty okolica okolicy okolicach gmina gminie gminy powiat powiecie powiatu pow wojewodztwo wojewodztwie miasto miescie`.split(
    /\s+/,
  ),
);
export const isEmpty = (token: Token): boolean => EMPTY.has(token.word);

const MAX_TOKENS = 16;
const MAX_LETTERS = 40;

export function readTokens(text: string): Token[] {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).slice(0, MAX_TOKENS).map((written) => {
    const word = plain(written).slice(0, MAX_LETTERS);
    return { word, stem: stem(word), capital: /^\p{Lu}/u.test(written) };
  });
}

const key = (tokens: readonly Token[]): string => tokens.map((token) => token.stem).join(' ');
/** Names of entries list several things: „gastronomia i catering”, „Stołówki i catering”. */
const SEPARATORS = /[,;:()/–]| i | oraz | lub | albo | and | or /;

export function makeLexicon(entries: readonly Entry[]): Lexicon {
  const phrases = new Map<string, Set<string>>();
  const words = new Set<string>();
  let longest = 1;
  for (const { taxonomy, code, names, words: everyday } of entries) {
    const named = names.flatMap((name) => [name, ...name.split(SEPARATORS)]);
    for (const phrase of [...named, ...everyday, ...(/^[A-Z]/.test(code) ? [code] : [])]) {
      const tokens = readTokens(phrase);
      if (tokens.every(isEmpty)) continue;
      const meaning = phrases.get(key(tokens)) ?? new Set<string>();
      phrases.set(key(tokens), meaning.add(`${taxonomy.replace(/\d+$/, '')}.${code}`));
      longest = Math.max(longest, tokens.length);
      for (const { word } of tokens) if (word.length > 3) words.add(word);
    }
  }
  return { phrases, words, longest };
}

export interface Phrase {
  readonly from: number;
  readonly length: number;
  readonly concept: Concept;
}

/** The longest phrases of the dictionaries in a question, from the left. */
export function findPhrases(tokens: readonly Token[], lexicon: Lexicon): Phrase[] {
  const found: Phrase[] = [];
  for (let from = 0; from < tokens.length; ) {
    const phrase = phraseAt(tokens, from, lexicon);
    if (phrase) found.push(phrase);
    from += phrase?.length ?? 1;
  }
  return found;
}

function phraseAt(tokens: readonly Token[], from: number, lexicon: Lexicon): Phrase | null {
  for (let length = Math.min(lexicon.longest, tokens.length - from); length > 0; length--) {
    const part = tokens.slice(from, from + length);
    const meaning = lexicon.phrases.get(key(part));
    if (meaning && !part.every(isEmpty))
      return { from, length, concept: { stems: told(part), entries: [...meaning], open: false } };
  }
  return null;
}

const told = (tokens: readonly Token[]): string[] =>
  tokens.filter((token) => !isEmpty(token)).map((token) => token.stem);

const quoted = (lexeme: string): string => `'${lexeme.replaceAll("'", "''")}'`;

/** What a concept is in the index: its words, or any entry that means them. */
export function queryOf({ stems, entries, open }: Concept): string {
  const words = stems.map((word) => quoted(word) + (open ? ':*' : '')).join(' & ');
  const codes = entries.map((entry) =>
    entry.endsWith(':*') ? `${quoted(entry.slice(0, -2))}:*` : quoted(entry),
  );
  return `(${[words && `(${words})`, ...codes].filter(Boolean).join(' | ')})`;
}

/** Letters to add, drop, change or swap to make one word of another; gives up above `limit`. */
export function distance(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, j) => j);
  for (let i = 1; i <= one.length; i++) {
    const row = [i];
    for (let j = 1; j <= other.length; j++) {
      const same = one[i - 1] === other[j - 1];
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      row[j] = Math.min(
        (last[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (last[j - 1] ?? 0) + (same ? 0 : 1),
        swapped ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[other.length] ?? 0;
}

/** So many wrong letters are forgiven in a word of this length. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 6 ? 1 : length < 10 ? 2 : 3);

/** Spelling as it sounds: rz and ż, ch and h, ó and u are one. */
const sound = (word: string): string =>
  word.replaceAll('rz', 'z').replaceAll('ch', 'h').replaceAll('on', 'a').replaceAll('om', 'a');

/** The word meant by a misspelt one; null when none is near enough. Words of the dictionaries come before others. */
export function nearest(
  word: string,
  dictionary: Iterable<string>,
  vocabulary: Iterable<string>,
): string | null {
  let best: { word: string; cost: number } | null = null;
  for (const [list, handicap] of [
    [dictionary, 0],
    [vocabulary, 0.3],
  ] as const)
    for (const other of list) {
      const limit = Math.min(forgiven(word.length), forgiven(other.length));
      const written = distance(word, other, limit);
      // What sounds the same is as near as one letter, however it is written.
      const cost = (written > 1 && sound(word) === sound(other) ? 1 : written) + handicap;
      if (cost <= limit + handicap && cost < (best?.cost ?? Number.POSITIVE_INFINITY))
        best = { word: other, cost };
    }
  return best?.word ?? kin(word, dictionary);
}

/** So many letters at the beginning make two words relatives: „brukarz”, „brukarstwo”. */
const KIN = 6;
function kin(word: string, dictionary: Iterable<string>): string | null {
  for (const other of dictionary)
    if (word.length >= KIN && other.startsWith(word.slice(0, KIN))) return other;
  return null;
}
