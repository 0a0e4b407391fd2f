/** Names of organisations as they are compared: without what only says the legal form, in whatever abbreviation. */
import { comparable } from '#kernel/tabular/table.ts';
import type { FounderKind } from '../../schema.ts';

/** Legal forms as they are written, plain; the first that fits counts. */
const FORMS: readonly (readonly [code: string, words: RegExp])[] = [
  ['spolka_zoo', /\b(?:spolka|sp)\s+(?:z\s*o\s*o|zoo|z\s+ograniczona(?:\s+odpowiedzialnoscia)?)\b/],
  ['spolka_akcyjna', /\bspolka akcyjna\b|\bs a$/],
  ['spoldzielnia_socjalna', /\b(?:spoldzieln\w*|spoldz|spol|spn|sp)\s+(?:socjaln\w*|socj|soc|s)\b/],
  ['spoldzielnia_pracy', /\b(?:spoldzieln\w*|spoldz|sp)\s+pracy\b/],
  ['spoldzielnia_inwalidow', /\bspoldzieln\w*\s+(?:inwalidow|niewidomych)\b/],
  ['spoldzielnia_rolna', /\b(?:rolnicza\s+)?spoldzieln\w*\s+(?:produkcji rolnej|produkcyjna|rolnicza)\b/],
  ['stowarzyszenie', /\b(?:stowarzyszeni\w*|stow)\b/],
  ['fundacja', /\b(?:fundacj\w*|fund)\b/],
  ['kgw', /\b(?:kol\w\s+gospodyn\s+wiejskich|kgw)\b/],
  ['koscielna', /\b(?:parafi\w*|caritas|zgromadzeni\w*|zakon\w?|diecezj\w*|koscieln\w*)\b/],
  ['jst', /^(?:gmina|powiat|miasto|wojewodztwo)\b|\bsamorzad\w*/],
];
/** What units and statuses call themselves; it tells nothing of which one it is. */
const UNITS = /\b(?:centrum integracji spolecznej|cis|klub integracji spolecznej|kis)\b/g;
const EMPTY =
  /\b(?:non profit|not for profit|organizacja pozytku publicznego|opp|w likwidacji|przedsiebiorstwo spoleczne)\b/g;

export const legalFormOf = (text: string): string | null => {
  const plain = comparable(text);
  return FORMS.find(([, words]) => words.test(plain))?.[0] ?? null;
};

export interface ComparedName {
  readonly core: string;
  readonly form: string | null;
}
/** What is left of a name without its legal form; the whole of it when nothing would be left. */
export function comparedName(name: string): ComparedName {
  const plain = comparable(name);
  const form = FORMS.find(([, words]) => words.test(plain));
  // A church or a gmina is named by these very words.
  const strips = form && form[0] !== 'koscielna' && form[0] !== 'jst';
  const core = (strips ? plain.replace(form[1], ' ') : plain)
    .replace(UNITS, ' ')
    .replace(EMPTY, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return { core: core === '' ? plain : core, form: form?.[0] ?? null };
}

/** Whether both are spellings of one name. */
export function sameName(a: string, b: string): boolean {
  const [one, other] = [comparedName(a), comparedName(b)];
  return one.core === other.core && (one.form === null || other.form === null || one.form === other.form);
}

export const trigrams = (text: string): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const word of text.split(' ')) {
    const padded = `  ${word} `;
    for (let i = 0; i + 3 <= padded.length; i++) found.add(padded.slice(i, i + 3));
  }
  return found;
};

/** 0–1 by shared trigrams (Dice). */
export function likeness(a: string, b: string): number {
  const [one, other] = [trigrams(comparedName(a).core), trigrams(comparedName(b).core)];
  let shared = 0;
  for (const each of one) if (other.has(each)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

const SMALL = new Set([
  'w',
  'we',
  'z',
  'ze',
  'i',
  'na',
  'dla',
  'im',
  'do',
  'od',
  'o',
  'przy',
  'nad',
  'pod',
  'oraz',
  'non',
]);
/** Registers shout: SPÓŁDZIELNIA SOCJALNA „RAZEM” becomes Spółdzielnia Socjalna „Razem”; anything else stays as it is. */
export function properName(text: string): string {
  const name = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (name !== name.toLocaleUpperCase('pl') || name.length < 8) return name;
  return name.toLocaleLowerCase('pl').replace(/\p{L}+/gu, (word, at: number) => {
    if (at > 0 && SMALL.has(word)) return word;
    return word.slice(0, 1).toLocaleUpperCase('pl') + word.slice(1);
  });
}

const MAX_SHORT = 120;
export const shortOf = (name: string): string => name.slice(0, MAX_SHORT).trim();

const PERSONS = /\bosob\w*\s+(?:fizyczn|prywatn)|^osoby$/;
/** Who founded it. People are a kind without a name: the base names no private person. */
export function founderOf(text: string): { kind: FounderKind; name: string } {
  const name = properName(text).slice(0, 300);
  const plain = comparable(name);
  const form = legalFormOf(name);
  const kind: FounderKind | null = PERSONS.test(plain)
    ? 'persons'
    : form === 'jst' || /\b(?:gminny|miejski|powiatowy|osrodek pomocy|urzad|mops|gops|pcpr)\b/.test(plain)
      ? 'local_government'
      : form === 'koscielna'
        ? 'church'
        : form === 'stowarzyszenie' ||
            form === 'fundacja' ||
            form === 'kgw' ||
            /\b(?:zwiazek|towarzystwo|bank zywnosci|polski komitet)\b/.test(plain)
          ? 'ngo'
          : form?.startsWith('spoldzielnia') || plain.startsWith('spoldzielnia')
            ? 'cooperative'
            : form
              ? 'company'
              : null;
  if (kind === 'persons') return { kind, name: '' };
  if (kind) return { kind, name };
  // Two or three words that begin with capitals and say nothing of an organisation are a person's name.
  return /^\p{Lu}\p{Ll}+(?:[ -]\p{Lu}\p{Ll}+){1,2}$/u.test(name)
    ? { kind: 'persons', name: '' }
    : { kind: 'other', name };
}

/** The type of the base for a legal entity; units are told by their register. */
export function typeOf(name: string, legalForm: string | null): string {
  const plain = comparable(name);
  if (legalForm === 'spoldzielnia_socjalna') return 'SPS';
  if (legalForm === 'spoldzielnia_pracy') return 'SPP';
  if (legalForm === 'spoldzielnia_inwalidow') return 'SPI';
  if (legalForm === 'spoldzielnia_rolna') return 'SPR';
  if (legalForm === 'stowarzyszenie' || legalForm === 'fundacja') return 'NGO';
  if (legalForm === 'kgw') return 'KGW';
  if (legalForm === 'koscielna') return 'CHU';
  return /\bnon profit\b/.test(plain) ? 'NPC' : 'OTH';
}
