import { COMMON_WORDS, NAME_FORMS } from './names/service.ts';
import type { FindingKind, Found } from './schema.ts';

/**
 * Finds what may be personal data by its shape, not by its check digits: a number typed wrong still leads to a person.
 * What is found too much is kept by a click with a reason; what is missed is public for ever.
 */

/** What may stand between digits as people write numbers. */
const GAP = '[ \\u00a0.\\-–/]?';
const digits = (n: number): string => `\\d(?:${GAP}\\d){${n - 1}}`;
const UPPER = 'A-ZĄĆĘŁŃÓŚŹŻ';
const CAPITAL = `[${UPPER}][\\p{L}]+(?:-[${UPPER}][\\p{L}]+)?`;
const MONTHS =
  'stycz\\p{L}*|lut\\p{L}*|mar(?:ca|zec|cu)|kwie\\p{L}*|maj\\p{L}*|czerw\\p{L}*|lip\\p{L}*|sierp\\p{L}*|wrze\\p{L}*|październik\\p{L}*|listopad\\p{L}*|grud\\p{L}*';
const DAY = `(?:\\d{1,2}[.\\-/ ]{1,2}(?:\\d{1,2}|[IVX]{1,4})[.\\-/ ]{1,2}(?:18|19|20)?\\d{2}|(?:18|19|20)\\d{2}[.\\-/]\\d{1,2}[.\\-/]\\d{1,2}|\\d{1,2} (?:${MONTHS}) (?:18|19|20)\\d{2})`;
const BORN = '(?:ur\\.|urodz\\p{L}*|data urodzenia|born|birth)';
const STREET =
  '(?:[Uu]l\\.?|[Uu]lic\\p{L}+|[Aa]l\\.?|[Aa]lej\\p{L}+|[Oo]s\\.?|[Oo]siedl\\p{L}+|[Pp]l\\.|[Pp]lac\\p{L}{0,2}|[Rr]ynek|[Rr]ynku|[Ss]kwer\\p{L}*|[Bb]ulwar\\p{L}*)';
const HOUSE = '\\d{1,4} ?[a-zA-Z]?(?: ?(?:/|m\\.?|lok\\.?) ?\\d{1,4}[a-zA-Z]?)?';
const B = '(?<![\\p{L}\\p{N}])';
const E = '(?![\\p{L}\\p{N}])';

const PATTERNS: readonly (readonly [FindingKind, RegExp])[] = [
  ['email', /[\p{L}\p{N}._%+-]+ ?(?:@|\(at\)|\[at\]|\(małpa\)) ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu],
  ['link', /(?:https?:\/\/|www\.)[^\s<>"]+|(?:facebook|fb|instagram|linkedin)\.com\/[^\s<>"]+/giu],
  ['account', new RegExp(`(?<!\\d)(?:PL ?)?${digits(26)}(?!\\d)`, 'giu')],
  ['account', new RegExp(`${B}[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?${E}`, 'gu')],
  // A case of an office (OPS.5121.12.2026.AB), of a court (II K 123/24), of a desk (2026/000123).
  ['case_number', new RegExp(`${B}[${UPPER}][\\p{L}]{0,9}(?:[.\\-/][\\p{L}\\p{N}]{1,10}){2,6}${E}`, 'gu')],
  ['case_number', new RegExp(`${B}[IVXL]{1,6} [A-Z][A-Za-z]{0,4} \\d{1,6}/\\d{2,4}${E}`, 'gu')],
  ['case_number', /(?<![\d/])\d{4}\/\d{3,8}(?![\d/])/gu],
  [
    'case_number',
    /(?<=(?:sygn\p{L}*\.?|akt|spraw\p{L}+|decyzj\p{L}+|umow\p{L}+|znak|nr|numer) (?:nr |numer )?)[\p{L}\p{N}]+(?:[./-][\p{L}\p{N}]+)+/giu,
  ],
  ['birth_date', new RegExp(`${B}${BORN}[^.\\n]{0,20}?${DAY}`, 'giu')],
  ['birth_date', new RegExp(`(?<![\\d.])${DAY}(?![\\d])`, 'giu')],
  ['pesel', new RegExp(`(?<!\\d)${digits(11)}(?!\\d)`, 'gu')],
  ['regon', new RegExp(`(?<=regon\\D{0,12})(?:${digits(14)}|${digits(9)})(?!\\d)`, 'giu')],
  ['regon', new RegExp(`(?<!\\d)${digits(14)}(?!\\d)`, 'gu')],
  ['nip', new RegExp(`(?<!\\d)(?:PL ?)?${digits(10)}(?!\\d)`, 'giu')],
  ['phone', /(?<![\p{N}])(?:\+|00)\d(?:[ \u00a0.\-–/()]{0,2}\d){7,14}(?!\d)/gu],
  ['phone', /(?<![\p{N}])\(?0?\d{2}\)?(?:[ \u00a0.\-–/]?\d){7}(?!\d)/gu],
  ['document', new RegExp(`${B}[A-Z]{2,3} ?\\d{6,7}${E}`, 'gu')],
  [
    'address',
    new RegExp(
      `${B}${STREET} (?:\\d{1,3} )?(?:[${UPPER}][\\p{L}.-]*(?: (?:[${UPPER}][\\p{L}.-]*|i|z|na|nad|pod))*(?: (?:nr )?${HOUSE})?|(?:nr )?${HOUSE})${E}`,
      'gu',
    ),
  ],
  [
    'address',
    new RegExp(
      `${B}${CAPITAL}(?: ${CAPITAL})? (?:nr )?\\d{1,4}[a-zA-Z]?(?:(?: ?/ ?| m\\.? ?| lok\\.? ?)\\d{1,4})?(?=,? \\d{2}-\\d{3})`,
      'gu',
    ),
  ],
  ['postal_code', new RegExp(`(?<!\\d)\\d{2}[-–]\\d{3}(?!\\d)(?: ${CAPITAL}(?: ${CAPITAL})?)?`, 'gu')],
  ['number', new RegExp(`(?<!\\d)${digits(6)}(?:${GAP}\\d)*(?!\\d)`, 'gu')],
];

const WORD = /[\p{L}]+(?:[-'’][\p{L}]+)*/gu;
const TITLE = /^(?:pan|pana|panu|panem|pani|panią|panią|państwo|państwa|p|mgr|dr|inż|mec)$/iu;
const SURNAME =
  /^[\p{Lu}][\p{L}-]*(?:ski|ska|skiego|skiej|skiemu|skim|ską|scy|skich|cki|cka|ckiego|ckiej|ckiemu|ckim|cką|dzki|dzka|dzkiego|dzkiej|wicz|wicza|wiczowi|wiczem|wiczu|czyk|czyka|czykowi|czykiem|enko|uk|uka|ukowi|ukiem|czuk|czuka|czak|czaka|czakowi|ak|aka|akowi)$/u;
/** Capital and ending of a surname, and yet no person. */
const NO_SURNAME =
  /^(?:polsk|europejsk|małopolsk|wielkopolsk|mazowieck|śląsk|dolnośląsk|podkarpack|podlask|pomorsk|zachodniopomorsk|kujawsk|kujawsko|lubelsk|lubusk|łódzk|opolsk|świętokrzysk|warmińsk|mazursk|ukraińsk|społeczn|niebiesk|bank|tak|jak|znak|brak|wniosek|druk)/iu;
const isCapital = (word: string): boolean => /^\p{Lu}/u.test(word);

/** Given names with the surname beside them, surnames after „pan”, „pani”, and surnames by their endings. */
function findNames(text: string): Found[] {
  const words = [...text.matchAll(WORD)].map((m) => ({
    word: m[0],
    start: m.index,
    end: m.index + m[0].length,
  }));
  const found: Found[] = [];
  const beside = (i: number): boolean => {
    const [a, b] = [words[i], words[i + 1]];
    return (
      a !== undefined &&
      b !== undefined &&
      isCapital(b.word) &&
      /^[ \u00a0]{1,2}$/.test(text.slice(a.end, b.start))
    );
  };
  for (let i = 0; i < words.length; i++) {
    const here = words[i];
    if (!here) continue;
    const plain = here.word.toLocaleLowerCase('pl');
    const given =
      plain.split('-').some((part) => NAME_FORMS.has(part)) &&
      (isCapital(here.word) || !COMMON_WORDS.has(plain));
    const before = words[i - 1];
    const addressed =
      isCapital(here.word) &&
      before !== undefined &&
      TITLE.test(before.word) &&
      /^\.?[ \u00a0]+$/.test(text.slice(before.end, here.start));
    const surname = SURNAME.test(here.word) && here.word.length > 4 && !NO_SURNAME.test(here.word);
    if (!given && !addressed && !surname) continue;
    let last = i;
    while (last - i < 3 && beside(last) && !TITLE.test(words[last + 1]?.word ?? '')) last++;
    const end = words[last]?.end ?? here.end;
    found.push({ kind: 'name', text: text.slice(here.start, end), start: here.start, end });
    i = last;
  }
  return found;
}

/** Everything in a text that may be personal data, in its order; where two overlap, the longer, then the surer. */
export function findPersonal(text: string): Found[] {
  const all: Found[] = [];
  for (const [kind, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const said = match[0].replace(/[\s.,;:]+$/u, '');
      if (said !== '') all.push({ kind, text: said, start: match.index, end: match.index + said.length });
    }
  all.push(...findNames(text));
  const chosen: Found[] = [];
  for (const each of all.sort((a, b) => b.end - b.start - (a.end - a.start)))
    if (!chosen.some((other) => each.start < other.end && other.start < each.end)) chosen.push(each);
  return chosen.sort((a, b) => a.start - b.start);
}

/** The text with each finding answered by `instead`; what it gives null for stays. */
export function replaced(
  text: string,
  found: readonly Found[],
  instead: (found: Found) => string | null,
): string {
  let made = '';
  let at = 0;
  for (const each of found) {
    made += text.slice(at, each.start) + (instead(each) ?? each.text);
    at = each.end;
  }
  return made + text.slice(at);
}
