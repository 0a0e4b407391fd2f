import { FEMALE_NAMES, MALE_NAMES } from './schema.ts';

const ends = (name: string, ...endings: string[]): boolean => endings.some((ending) => name.endsWith(ending));
const cut = (name: string, n: number): string => name.slice(0, -n);

/** How the stem of a name sounds before -e in the dative and locative: Marta → Marcie, Barbara → Barbarze. */
const SOFTENED: readonly (readonly [string, string])[] = [
  ['sł', 'śle'],
  ['zł', 'źle'],
  ['st', 'ście'],
  ['ch', 'sze'],
  ['t', 'cie'],
  ['d', 'dzie'],
  ['ł', 'le'],
  ['r', 'rze'],
  ['k', 'ce'],
  ['g', 'dze'],
  ['b', 'bie'],
  ['p', 'pie'],
  ['m', 'mie'],
  ['n', 'nie'],
  ['w', 'wie'],
  ['f', 'fie'],
  ['s', 'sie'],
  ['z', 'zie'],
];
function softened(stem: string): string[] {
  const rule = SOFTENED.find(([end]) => stem.endsWith(end));
  return rule ? [cut(stem, rule[0].length) + rule[1], `${stem}e`] : [`${stem}e`];
}

/** A name of a woman, and of a man in -a (Kuba), in every case. More than grammar allows: nothing may be missed. */
function likeWoman(name: string): string[] {
  const stem = cut(name, 1);
  const oblique = ends(stem, 'i', 'j')
    ? [`${cut(stem, 1)}i`, `${stem}i`, `${cut(stem, 1)}ii`]
    : softened(stem);
  return ['a', 'y', 'i', 'ę', 'ą', 'o', 'u', 'ie'].map((end) => stem + end).concat(oblique);
}

/** A name of a man in a consonant, in every case; the vowel that falls out too (Marek → Marka, Paweł → Pawła). */
function likeMan(name: string): string[] {
  const stems = [name];
  if (ends(name, 'ek', 'eł', 'iec')) stems.push(cut(name, 2) + name.slice(-1), cut(name, 3) + name.slice(-1));
  if (ends(name, 'ń', 'ś', 'ź', 'ć'))
    stems.push(`${cut(name, 1)}${'nszc'.charAt('ńśźć'.indexOf(name.slice(-1)))}i`);
  if (ends(name, 'iel')) stems.push(`${cut(name, 3)}l`);
  return stems.flatMap((stem) =>
    ['', 'a', 'owi', 'em', 'iem', 'u', 'ie'].map((end) => stem + end).concat(softened(stem)),
  );
}

/** A name like an adjective (Jerzy, Antoni, Iwo). */
function likeAdjective(name: string): string[] {
  const stem = cut(name, 1);
  return ['ego', 'emu', 'ym', 'im', 'iego', 'iemu', 'ie', 'y', 'i', 'o', 'a', 'owi', 'em', 'u']
    .map((end) => stem + end)
    .concat(name, `${name}ego`, `${name}emu`, `${name}m`);
}

/** Every form of one name, in lower case. */
export function formsOf(name: string): readonly string[] {
  const forms = ends(name, 'a')
    ? likeWoman(name)
    : ends(name, 'y', 'i', 'o')
      ? likeAdjective(name)
      : likeMan(name);
  return [...new Set([name, ...forms].map((form) => form.toLocaleLowerCase('pl')))].filter(
    (form) => form.length > 2,
  );
}

/** Forms that are words too: taken for a name only where they begin with a capital. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  'adą ada ale ali emil iwa jagoda jagodą jagodę jagody kalina kalinie kaliny kinga kuba laura lech lena leni lenie maja maje maju marka marki markę marką marku marce mai nela ole ola oli pola pole polą poli polu regina reginie roma roman romana roztropna róża róże różą różę róży sara stela stella ula ule ulu ulo uli wira wirze wiry august augusta darią daria bruno wiktoria wiktorię wiktorii karol karola jana jan'.split(
    ' ',
  ),
);

/** Every form of every name. */
export const NAME_FORMS: ReadonlySet<string> = new Set([...FEMALE_NAMES, ...MALE_NAMES].flatMap(formsOf));
