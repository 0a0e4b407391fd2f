import type { LocalDate } from '#kernel/time.ts';
import type { Place } from './place/schema.ts';

export const PAGE_SIZE = 25;
export const MAX_PAGE = 400;
/** `changed` is the order of the feed; a page does not offer it. */
export const SORTS = ['best', 'distance', 'name', 'fresh', 'changed'] as const;
export type Sort = (typeof SORTS)[number];
export const DISTANCES = [10, 25, 40, 60, 100] as const;
export const DEFAULT_KM = 40;
const MAX_KM = 700;

/** Boxes of one value. */
export const BOXES = ['reserved', 'confirmed', 'accessible', 'free', 'referrals'] as const;
export type Box = (typeof BOXES)[number];

/** Filters with several values, each a code of a dictionary. */
const LISTS = {
  category: /^[a-z]{1,20}$/,
  type: /^[A-Z]{1,6}$/,
  status: /^[A-Za-z]{1,6}$/,
  cpv: /^\d{2,8}(-\d)?$/,
  pkd: /^\d{2}[\d.A-Z]{0,6}$/,
} as const;
type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS).filter((name): name is ListName => name in LISTS);
const MAX_VALUES = 20;

/** A search as it stands in the address. */
export interface SearchQuery
  extends Readonly<Record<ListName, readonly string[]>>,
    Readonly<Record<Box, boolean>> {
  readonly q: string;
  readonly where: string;
  /** Kilometres around a place; null leaves it to the search. */
  readonly km: number | null;
  readonly county: string;
  readonly voivodeship: string;
  /** `all` shows those struck off the register too. */
  readonly state: '' | 'all' | 'active' | 'suspended' | 'in_liquidation' | 'deregistered';
  readonly sort: Sort;
  readonly page: number;
}

export const ANY: SearchQuery = {
  ...{ q: '', where: '', km: null, county: '', voivodeship: '', state: '', sort: 'best', page: 1 },
  ...{ category: [], type: [], status: [], cpv: [], pkd: [] },
  ...{ reserved: false, confirmed: false, accessible: false, free: false, referrals: false },
};

const STATES: readonly SearchQuery['state'][] = [
  'all',
  'active',
  'suspended',
  'in_liquidation',
  'deregistered',
];
/** Everything that is no text: signs a database or a page would stumble over. */
const clean = (text: string): string =>
  text
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trim()
    .slice(0, 200);

/**
 * Reads an address. What makes no sense is left out and named in `ignored`: an address never errs, and nobody believes
 * in a filter that was not applied.
 */
export function readQuery(params: Readonly<Record<string, string>>): {
  query: SearchQuery;
  ignored: string[];
} {
  const ignored: string[] = [];
  const value = <T>(name: string, fallback: T, read: (text: string) => T | undefined): T => {
    const text = clean(params[name] ?? '');
    const got = text === '' ? fallback : read(text);
    if (got === undefined) ignored.push(name);
    return got ?? fallback;
  };
  const whole = (max: number) => (text: string) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : 0;
    return number >= 1 && number <= max ? number : undefined;
  };
  const lists = LIST_NAMES.map((name) => {
    const codes = value<readonly string[]>(name, [], (text) => {
      const parts = [...new Set(text.split(/[, ]+/))]
        .filter((part) => LISTS[name].test(part))
        .slice(0, MAX_VALUES);
      return parts.length > 0 ? parts : undefined;
    });
    return [name, codes] as const;
  });
  const boxes = BOXES.map(
    (name) => [name, value(name, false, (text) => (text === '1' ? true : undefined))] as const,
  );
  const query: SearchQuery = {
    ...ANY,
    ...Object.fromEntries(lists),
    ...Object.fromEntries(boxes),
    q: clean(params.q ?? ''),
    where: clean(params.where ?? ''),
    km: value<number | null>('km', null, whole(MAX_KM)),
    county: value('county', '', (text) => (/^\d{4}$/.test(text) ? text : undefined)),
    voivodeship: value('voivodeship', '', (text) => (/^\d{2}$/.test(text) ? text : undefined)),
    state: value<SearchQuery['state']>('state', '', (text) => STATES.find((state) => state === text)),
    sort: value<Sort>('sort', 'best', (text) => SORTS.find((sort) => sort === text)),
    page: value('page', 1, whole(MAX_PAGE)),
  };
  return { query, ignored };
}

/** The address of a search, without what is as usual; `changes` replace parts of it and lead to the first page. */
export function addressOf(
  query: SearchQuery,
  changes: Partial<SearchQuery> = {},
  path = '/directory',
): string {
  const params = parametersOf({ ...query, page: 1, ...changes });
  return params ? `${path}?${params}` : path;
}

export function parametersOf(query: SearchQuery): string {
  const params = new URLSearchParams();
  for (const name of ['q', 'where', 'county', 'voivodeship', 'state'] as const)
    if (query[name]) params.set(name, query[name]);
  if (query.km !== null) params.set('km', String(query.km));
  for (const name of LIST_NAMES) if (query[name].length > 0) params.set(name, query[name].join(','));
  for (const name of BOXES) if (query[name]) params.set(name, '1');
  if (query.sort !== 'best') params.set('sort', query.sort);
  if (query.page > 1) params.set('page', String(query.page));
  return params.toString();
}

/**
 * A bit for each filter. A row remembers which filters it fails; a facet counts the rows that fail no other filter than
 * its own, so that it says what choosing another value would bring.
 */
export const FILTERS = {
  category: 1,
  type: 2,
  status: 4,
  place: 8,
  reserved: 16,
  confirmed: 32,
  accessible: 64,
  free: 128,
  referrals: 256,
  state: 512,
  codes: 1024,
} as const;
export type Filter = keyof typeof FILTERS;

export interface Hit {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly categories: readonly string[];
  readonly supportKinds: readonly string[];
  readonly summary: string;
  readonly locality: string;
  readonly county: string | null;
  readonly countyName: string | null;
  readonly km: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly state: string;
  readonly confirmedOn: LocalDate | null;
  readonly freePlaces: number;
  /** The oldest day of its figures of free places. */
  readonly freeOn: LocalDate | null;
  readonly offers: number;
  readonly updatedAt: Date;
}

export interface Facet {
  readonly code: string;
  readonly count: number;
}

export interface SearchResult {
  readonly query: SearchQuery;
  readonly total: number;
  readonly hits: readonly Hit[];
  readonly facets: Readonly<Record<'category' | 'type' | 'status' | 'county', readonly Facet[]>>;
  readonly boxes: Readonly<Record<Box, number>>;
  /** How many there would be without one filter; only when there are none with it. */
  readonly loosened: Readonly<Partial<Record<Filter, number>>>;
  /** Where nobody is left: everybody who fits the words, wherever and whatever else. */
  readonly anywhere: number;
  /** Nearest ones beyond the circle, when there is none in it. */
  readonly nearest: readonly Hit[];
  readonly place: Place | null;
  readonly otherPlaces: readonly Place[];
  readonly km: number | null;
  /** What was written as a place and is none. */
  readonly unknownPlace: string | null;
  /** The category that the words mean; empty when they name none. */
  readonly about: string;
  readonly corrected: readonly { readonly from: string; readonly to: string }[];
  /** Not all words were found together, so those with some of them are shown. */
  readonly someWords: boolean;
}

/** The name of an entry of a dictionary in the reader's language; the code when there is none. */
export type NameOf = (taxonomy: 'category' | 'type' | 'status' | 'support', code: string) => string;
