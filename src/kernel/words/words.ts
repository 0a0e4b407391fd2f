/**
 * Words as the search compares them: without case, diacritics and Polish endings. The same function makes the index and
 * reads the question, so a rule that is wrong is wrong on both sides and still finds.
 */

/** As `kernel.plain` in the database. */
export const plain = (text: string): string =>
  text.toLocaleLowerCase('pl').replaceAll('ł', 'l').normalize('NFD').replace(/\p{M}/gu, '');

export const tokens = (text: string): string[] => plain(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Beginnings of words that are a family, and its stem: by endings alone training would be a school, and a painter no painting. */
const FAMILIES: readonly (readonly [start: string, stem: string])[] = [
  ...[
    'szkolen',
    'koszen',
    'mieszkan',
    'dziec',
    'gastronom',
    'druk',
    'opiek',
    'ksiegow',
    'poznan',
    'schronisk',
    'bruk',
    'ogrod',
  ].map((start) => [start, start] as const),
  ['malar', 'malow'],
  ['malow', 'malow'],
  ['pralni', 'pran'],
  ['kuchar', 'kuchn'],
  ['kosic', 'koszen'],
  ['skosic', 'koszen'],
];

interface Ending {
  readonly ending: string;
  /** What stands in its place: a consonant that the ending had changed. */
  readonly becomes: string;
  /** At least so many letters must remain. */
  readonly remain: number;
}
const endings = (list: string, remain: number, becomes = ''): Ending[] =>
  list.split(' ').map((ending) => ({ ending, becomes, remain }));

/** Longest first. Case endings of nouns and adjectives, verbal nouns, infinitives. */
const INFLECTION: readonly Ending[] = [
  ...endings('aniami eniami', 3),
  ...endings('owymi osciami', 4),
  ...endings('aniem eniem aniom eniom aniach eniach oscia osciach', 3),
  ...endings('iami iach owych owego owemu', 4),
  ...endings('anie enie ania enia aniu eniu', 3),
  ...endings('owie owej owym owac', 4),
  ...endings('osci', 4),
  ...endings('dzie', 3, 'd'),
  ...endings('rzem rzom rzami rzach rzy rze', 3, 'r'),
  ...endings('cie', 4, 't'),
  ...endings('iego iemu iej ymi imi ego emu ami ach owi owy owa owe iom iem', 3),
  ...endings('mi ac um', 4),
  ...endings('en', 6),
  ...endings('ych ich ej ym im ow om em ie ia io iu osc', 3),
  ...endings('a e i o u y', 3),
].sort((a, b) => b.ending.length - a.ending.length);

/** What makes a noun into an adjective or an abstract. */
const DERIVATION: readonly Ending[] = [
  ...endings('yj', 3, 'j'),
  ...endings('osc', 4),
  ...endings('sk', 4),
  ...endings('ow', 4),
];

function strip(word: string, list: readonly Ending[]): string {
  for (const { ending, becomes, remain } of list)
    if (word.length - ending.length >= remain && word.endsWith(ending))
      return word.slice(0, -ending.length) + becomes;
  return word;
}

/** The vowel that comes and goes (książek – książka, okien – okno), and consonants that endings soften (opiece – opieka). */
const settle = (word: string): string =>
  word
    .replace(/(?<=..[^aeiouy])i?e(?=[kc]$)/, '')
    .replace(/(?<=[^aeiouy])ien$/, 'n')
    .replace(/(?<=...[^aeiouy])n$/, '')
    .replace(/i$/, '')
    .replace(/rz$/, 'r')
    .replace(/dz$/, 'd')
    .replace(/c$/, 'k');

const STEMS = new Map<string, string>();
const REMEMBERED = 50_000;

/** The stem of one plain word. Three letters, and anything with a figure, stay as they are. */
export function stem(word: string): string {
  if (word.length <= 3 || /\p{N}/u.test(word)) return word;
  const known = STEMS.get(word);
  if (known !== undefined) return known;
  const family = FAMILIES.find(([start]) => word.startsWith(start))?.[1];
  const bare = () => settle(strip(word, INFLECTION));
  const found = family ?? settle(strip(strip(bare(), DERIVATION), DERIVATION));
  if (STEMS.size >= REMEMBERED) STEMS.clear();
  STEMS.set(word, found);
  return found;
}

export const stems = (text: string): string[] => tokens(text).map(stem);

/** How much a word tells: A in the name, B in an offer, C elsewhere. Entries of dictionaries have D. */
export type Weight = 'A' | 'B' | 'C';

/**
 * The text of a tsvector. A stem counts once for each weight it has. Entries of dictionaries stand in it as
 * `category.catering`, so that one index answers for words and for what words mean.
 */
export function vector(texts: Readonly<Record<Weight, string>>, entries: readonly string[]): string {
  const places = new Map<string, Set<string>>();
  const put = (word: string, place: string) => {
    const there = places.get(word);
    if (there) there.add(place);
    else places.set(word, new Set([place]));
  };
  for (const word of stems(texts.A)) put(word, '1A');
  for (const word of stems(texts.B)) put(word, '2B');
  for (const word of stems(texts.C)) put(word, '3C');
  for (const entry of entries) put(entry, '4D');
  return [...places].map(([word, at]) => `'${word.replaceAll("'", "''")}':${[...at].join(',')}`).join(' ');
}
