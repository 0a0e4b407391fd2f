import { plain, stem } from '#kernel/words/words.ts';
import type { Token } from '../understanding/schema.ts';

/** Where to look. A locality has a point and a circle, a county or a voivodeship an area. */
export type Place =
  | {
      readonly kind: 'locality';
      readonly name: string;
      readonly county: string;
      readonly countyName: string;
      readonly town: boolean;
      readonly lat: number;
      readonly lon: number;
    }
  | { readonly kind: 'county'; readonly code: string; readonly name: string }
  | { readonly kind: 'voivodeship'; readonly code: string; readonly name: string };

/** Words in a question that may name a place. */
export interface Candidate {
  readonly from: number;
  readonly length: number;
  readonly stems: string;
  readonly words: string;
  /** How the question leads to it: „w gminie …” surely, „w …” perhaps, nothing only when the name stands as on a map. */
  readonly lead: 'area' | 'strong' | 'weak' | 'none';
  readonly capital: boolean;
  /** For `like`: what all forms of the name begin with. */
  readonly pattern: string;
}

const AREA = new Set(['powiat', 'powiecie', 'powiatu', 'pow']);
const STRONG = new Set(
  'gmina gminie gminy miasto miescie miasta okolica okolice okolicy okolicach kolo k blisko niedaleko obok pod near'.split(
    ' ',
  ),
);
const WEAK = new Set(['w', 'we', 'z', 'ze', 'do', 'od', 'na', 'in']);
const LONGEST = 3;

const leadOf = (before: Token | undefined): Candidate['lead'] => {
  if (!before) return 'none';
  if (AREA.has(before.word)) return 'area';
  if (STRONG.has(before.word)) return 'strong';
  return WEAK.has(before.word) ? 'weak' : 'none';
};

function beginning({ word, stem: root }: Token): string {
  let same = 0;
  while (same < root.length && word[same] === root[same]) same++;
  return word.slice(0, same);
}

/** Runs of up to three words that nothing else has taken. */
export function candidates(tokens: readonly Token[], free: (index: number) => boolean): Candidate[] {
  const found: Candidate[] = [];
  for (let length = LONGEST; length > 0; length--)
    for (let from = 0; from + length <= tokens.length; from++) {
      const part = tokens.slice(from, from + length);
      if (part.some((_, i) => !free(from + i)) || part.every(({ word }) => word.length < 3)) continue;
      found.push({
        from,
        length,
        stems: part.map((token) => token.stem).join(' '),
        words: part.map((token) => token.word).join(' '),
        lead: leadOf(tokens[from - 1]),
        capital: part.every((token) => token.capital),
        pattern: `${part.map(beginning).join('%')}%`,
      });
    }
  return found;
}

/** Names of regions that are no names of voivodeships. */
const REGIONS: Readonly<Record<string, string>> = {
  mazowsze: '14',
  podkarpacie: '18',
  pomorze: '22',
  podlasie: '20',
  slask: '24',
  'dolny slask': '02',
  lubelszczyzna: '06',
  kujawy: '04',
  opolszczyzna: '16',
  mazury: '28',
  warmia: '28',
  podhale: '12',
};

export const stemsOf = (name: string): string =>
  (plain(name).match(/[\p{L}\p{N}]+/gu) ?? []).map(stem).join(' ');

/** Code of the voivodeship a run of words names; „małopolska”, „w Małopolsce” and „małopolskie” are one. */
export function voivodeshipOf(
  stems: string,
  list: readonly { readonly code: string; readonly name: string }[],
): string | null {
  const region = Object.entries(REGIONS).find(([name]) => stemsOf(name) === stems);
  return list.find(({ name }) => stemsOf(name) === stems)?.code ?? region?.[1] ?? null;
}

/** „do 40 km” in a text, and the text without it. */
export function readKm(text: string): { text: string; km: number | null } {
  const match = /(?:do\s+)?(\d{1,3})\s*km\b/i.exec(text);
  const km = match ? Number(match[1]) : null;
  if (!match || !km) return { text, km: null };
  return { text: `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`, km };
}
