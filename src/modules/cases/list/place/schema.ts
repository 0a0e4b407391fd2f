/** Where a person lives: a locality and a gmina as a list writes them, found in the area of the partnership. */

import { hasLost, nearest, sameWords } from '#kernel/tabular/likeness.ts';
import { comparable } from '#kernel/tabular/table.ts';

export interface KnownGmina {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}
export interface KnownLocality {
  readonly name: string;
  readonly gminaId: string;
}

/** The area of a partnership, ready to be asked about each row. */
export interface Gazetteer {
  readonly localities: ReadonlyMap<string, readonly KnownLocality[]>;
  readonly gminas: ReadonlyMap<string, readonly KnownGmina[]>;
  readonly gminaNames: ReadonlyMap<string, string>;
  /** Gminas from which others were taken out, by the one taken out. */
  readonly before: ReadonlyMap<string, readonly string[]>;
  /** Names of gminas of the whole country that are none of the area, as `comparable` gives them. */
  readonly elsewhere: ReadonlySet<string>;
}

export function gazetteer(
  localities: readonly KnownLocality[],
  gminas: readonly KnownGmina[],
  before: ReadonlyMap<string, readonly string[]>,
  elsewhere: ReadonlySet<string>,
): Gazetteer {
  return {
    localities: byName(localities),
    gminas: byName(gminas),
    gminaNames: new Map(gminas.map(({ id, name }) => [id, name])),
    before,
    elsewhere,
  };
}

function byName<T extends { readonly name: string }>(all: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const name = comparable(each.name);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return groups;
}

export type PlaceProblem = {
  readonly key: 'locality' | 'gmina';
  readonly code: string;
  readonly args?: Readonly<Record<string, string>>;
};
export interface Place {
  readonly gminaId: string | null;
  readonly locality: string;
  readonly errors: readonly PlaceProblem[];
  readonly warnings: readonly PlaceProblem[];
}

/** „34-600 Limanowa, ul. Kwiatowa 5”, „m. Limanowa”, „Limanowa 15a” → „Limanowa”. */
export const localityText = (text: string): string =>
  text
    .replace(/\b\d{2}\s?-?\s?\d{3}\b/, ' ')
    .replace(/[,;].*$|\b(?:ul|al|os|pl)\.\s.*$/isu, '')
    .replace(/^\s*(?:miejscowość|msc\.?|m\.|wieś|miasto|w\.)\s+/iu, '')
    .replace(/\s+(?:nr\s*)?\d+\s?\p{L}?(?:\/\d+\p{L}?)?\s*$/u, '')
    .trim();

/** „gm. Limanowa (wiejska)” → the name, and whether the town or the country gmina is meant. */
export function gminaText(text: string): { name: string; kind: 'urban' | 'rural' | null } {
  const plain = comparable(text);
  const kind = /\b(?:miasto|miejska|m)\b/.test(plain)
    ? 'urban'
    : /\b(?:wiejska|wies|w)\b/.test(plain)
      ? 'rural'
      : null;
  const name = plain.replace(/\b(?:gm|gmina|gminy|miasto|miejska|wiejska|miejsko|mw|m|w)\b/g, ' ');
  return { name: name.replace(/\s+/g, ' ').trim() || plain, kind };
}

/** The gmina names of a list that the area does not know: to be looked up in the whole country. */
export const gminaUnknown = (text: string, known: Pick<Gazetteer, 'gminas'>): string | null => {
  const { name } = gminaText(text);
  return name === '' || known.gminas.has(name) ? null : name;
};

function findGminas(text: string, g: Gazetteer): readonly KnownGmina[] {
  const { name, kind } = gminaText(text);
  const lost = hasLost(text)
    ? [...g.gminas.values()].flat().filter((each) => sameWords(text, each.name))
    : [];
  const found = g.gminas.get(name) ?? lost;
  const fitting = kind === null ? found : found.filter((each) => each.kind === kind);
  if (fitting.length > 0) return fitting;
  if (found.length > 0) return found;
  const [only, other] = name.length >= 5 ? nearest(name, [...g.gminas.keys()], 1, 2) : [];
  return only && !other ? (g.gminas.get(only.name) ?? []) : [];
}

function findLocalities(typed: string, g: Gazetteer): { hits: readonly KnownLocality[]; corrected: boolean } {
  const exact = g.localities.get(comparable(typed));
  if (exact) return { hits: exact, corrected: false };
  if (hasLost(typed)) {
    const fits = [...g.localities.values()].flat().filter(({ name }) => sameWords(typed, name));
    if (new Set(fits.map(({ name }) => name)).size === 1) return { hits: fits, corrected: true };
  }
  const words = comparable(typed).split(' ');
  const shortened = [...g.localities].filter(([name]) => {
    const full = name.split(' ');
    return (
      full.length === words.length && words.length > 1 && words.every((word, i) => full[i]?.startsWith(word))
    );
  });
  if (shortened.length === 1) return { hits: shortened[0]?.[1] ?? [], corrected: true };
  const [only, other] = comparable(typed).length >= 5 ? nearest(typed, g.localities.keys(), 1, 2) : [];
  return { hits: only && !other ? (g.localities.get(only.name) ?? []) : [], corrected: true };
}

/** Finds the place. What decides is the locality; the gmina beside it chooses among several of one name. */
export function findPlace(locality: string, gmina: string, g: Gazetteer): Place {
  const gminas = gmina === '' ? [] : findGminas(gmina, g);
  const ids = new Set(gminas.map(({ id }) => id));
  const none = { gminaId: null, locality: '', warnings: [] };
  const wrong = (key: 'locality' | 'gmina', code: string, args?: Record<string, string>): Place => ({
    ...none,
    errors: [{ key, code, ...(args && { args }) }],
  });
  if (gmina !== '' && gminas.length === 0 && g.elsewhere.has(gminaText(gmina).name))
    return wrong('gmina', 'gmina.outside_area');
  const typed = localityText(locality);
  if (typed === '') {
    if (gmina === '') return wrong('locality', 'required');
    if (gminas.length === 0) return wrong('gmina', 'gmina.unknown');
    return ids.size === 1
      ? { gminaId: gminas[0]?.id ?? null, locality: '', errors: [], warnings: [] }
      : wrong('gmina', 'gmina.ambiguous');
  }
  const { hits, corrected } = findLocalities(typed, g);
  if (hits.length === 0) {
    const like = nearest(
      typed,
      [...g.localities.values()].flat().map(({ name }) => name),
      3,
      3,
    );
    const names = [...new Set(like.map(({ name }) => name))].join(', ');
    return wrong('locality', 'locality.unknown', names ? { like: names } : undefined);
  }
  const within = hits.filter(({ gminaId }) => ids.has(gminaId));
  const chosen = within.length > 0 ? within : hits;
  const places = new Set(chosen.map(({ gminaId }) => gminaId));
  const [first] = chosen;
  if (!first || places.size > 1) return wrong('gmina', gmina === '' ? 'gmina.needed' : 'gmina.ambiguous');
  const warnings: PlaceProblem[] = [];
  if (corrected) warnings.push({ key: 'locality', code: 'locality.corrected', args: { name: first.name } });
  const former = g.before.get(first.gminaId)?.some((id) => ids.has(id)) ?? false;
  if (gmina !== '' && within.length === 0 && !former)
    warnings.push({
      key: 'gmina',
      code: gminas.length === 0 ? 'gmina.not_known' : 'gmina.differs',
      args: { name: g.gminaNames.get(first.gminaId) ?? '' },
    });
  return { gminaId: first.gminaId, locality: first.name, errors: [], warnings };
}
