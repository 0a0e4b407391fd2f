/** Which needs of the dictionary the reason of a list means. */

import { distance, hasLost, sameWords } from '#kernel/tabular/likeness.ts';
import { comparable } from '#kernel/tabular/table.ts';

export interface Need {
  readonly code: string;
  /** As the dictionary words it, in each language. */
  readonly labels: readonly string[];
}

/** Beginnings of words (all in one text) by which offices call the needs of the dictionary. */
const WORDS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  long_term_unemployment: [['bezroboc'], ['bezrobot'], ['unemploy']],
  no_qualifications: [['kwalifikac'], ['wyksztalcen'], ['bez', 'zawodu'], ['brak', 'zawodu']],
  poverty: [['ubostw'], ['ubog'], ['bieda'], ['niski', 'dochod'], ['poverty']],
  homelessness: [['bezdomn'], ['homeless']],
  addiction_therapy: [['uzaleznien'], ['alkohol'], ['narkom'], ['narkotyk'], ['hazard'], ['addict']],
  single_parenthood: [
    ['samotn', 'rodzic'],
    ['samotn', 'matk'],
    ['samotn', 'ojc'],
    ['samotn', 'wychow'],
    ['niepeln', 'rodzin'],
  ],
  prison_release: [['zakladu', 'karn'], ['zaklad', 'karn'], ['wiezien'], ['prison']],
  disability: [['niepelnospr'], ['niesprawn'], ['orzeczeni', 'stopni'], ['disab']],
  mental_crisis: [['psychiczn'], ['depresj']],
  long_illness: [['choroba'], ['chorob']],
  debts: [['zadluzen'], ['dlugi'], ['komorni']],
  care_duties: [
    ['opiek', 'zalezn'],
    ['opiek', 'niesamodziel'],
  ],
  young_neet: [['neet']],
  leaving_care: [['piecz', 'zastepcz'], ['usamodzielnien']],
  refugee: [['uchodz'], ['migrac'], ['migran'], ['cudzoziem']],
  isolation: [['osamotnien'], ['izolac']],
  digital_exclusion: [
    ['wykluczeni', 'cyfrow'],
    ['wykluczeni', 'komunikac'],
  ],
};
const LONG_ENOUGH = 8;
const MISSPELT = 2;

/** The codes a reason means; none when nobody can tell. */
export function needsIn(reason: string, needs: readonly Need[]): string[] {
  const plain = comparable(reason);
  const named = needs.filter(({ code, labels }) =>
    [code.replaceAll('_', ' '), ...labels].some(
      (label) =>
        sameWords(reason, label) ||
        (plain.length >= LONG_ENOUGH && distance(plain, comparable(label)) <= MISSPELT),
    ),
  );
  if (named.length > 0) return named.map(({ code }) => code);
  const words = plain.split(' ');
  const meant = needs.filter(({ code }) =>
    (WORDS[code] ?? []).some((starts) =>
      starts.every((start) => words.some((word) => word.startsWith(start))),
    ),
  );
  if (meant.length > 0) return meant.map(({ code }) => code);
  if (hasLost(reason)) return [];
  // Several reasons in one cell, each perhaps misspelt.
  const parts = reason.split(/[;,+/|\n]|\s(?:oraz|i|and)\s/).filter((part) => part.trim() !== '');
  return parts.length > 1 ? [...new Set(parts.flatMap((part) => needsIn(part, needs)))] : [];
}
