import type { Ctx } from '#kernel/context.ts';
import { addMonths, warsawDate } from '#kernel/time.ts';
import { freshnessRules } from '../record/api.ts';
import { hitsOf } from './hits/service.ts';
import type { Place } from './place/schema.ts';
import { type FoundPlace, placeOf } from './place/service.ts';
import * as queries from './queries.ts';
import {
  DEFAULT_KM,
  FILTERS,
  type Filter,
  type Hit,
  type NameOf,
  PAGE_SIZE,
  type SearchQuery,
  type SearchResult,
} from './schema.ts';
import { type Concept, queryOf } from './understanding/schema.ts';
import { type Understood, understand } from './understanding/service.ts';

const NEAREST = 3;

interface Where {
  readonly found: FoundPlace | null;
  readonly km: number | null;
  readonly unknown: string | null;
}

async function whereOf(ctx: Ctx, query: SearchQuery, read: Understood): Promise<Where> {
  const [text, written] = kmIn(query.where);
  const found = text === '' ? read.place : await placeOf(ctx, text);
  const km = found?.place.kind === 'locality' ? (query.km ?? written ?? read.km ?? DEFAULT_KM) : null;
  return { found, km, unknown: text !== '' && !found ? text : null };
}

function kmIn(where: string): [string, number | null] {
  const match = /[,\s]*(?:do\s+)?(\d{1,3})\s*km\b/i.exec(where);
  return match ? [where.replace(match[0], ' ').trim(), Number(match[1])] : [where, null];
}

/**
 * `all`: an entity must be who is asked for and have anything of what is asked for; those with more of it come first.
 * Otherwise any of it is enough.
 */
function wordsOf(read: Understood, all: boolean): Pick<queries.Ask, 'must' | 'rank'> {
  const asked = [...read.core, ...read.words].map(queryOf);
  if (asked.length === 0) return { must: null, rank: null };
  const rank = asked.join(' | ');
  if (!all) return { must: rank, rank };
  if (read.core.length === 0) return { must: asked.join(' & '), rank };
  const groups = [read.core.filter(isWho), read.core.filter((concept) => !isWho(concept))];
  const must = groups
    .filter((group) => group.length > 0)
    .map((group) => `(${group.map(queryOf).join(' | ')})`);
  return { must: must.join(' & '), rank };
}

/** A kind of entity, unlike something it does or has. */
const isWho = ({ entries }: Concept): boolean =>
  entries.length > 0 && entries.every((entry) => /^(type|status)\./.test(entry));

const orNull = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null);
/** A CPV code without its check digit and the zeros that stand for "and all below". */
const groupOf = (code: string): string => code.replace(/-\d$/, '').replace(/0+$/, '').padEnd(2, '0');

async function askOf(
  ctx: Ctx,
  query: SearchQuery,
  place: Place | null,
  km: number | null,
): Promise<Omit<queries.Ask, 'must' | 'rank'>> {
  const months = (await freshnessRules(ctx)).unconfirmed;
  const point = place?.kind === 'locality' ? place : null;
  return {
    categories: orNull(query.category),
    types: orNull(query.type),
    statuses: orNull(query.status),
    cpv: orNull(query.cpv.map(groupOf)),
    pkd: orNull(query.pkd),
    county: query.county || (place?.kind === 'county' ? place.code : null),
    voivodeship: query.voivodeship || (place?.kind === 'voivodeship' ? place.code : null),
    lat: point?.lat ?? null,
    lon: point?.lon ?? null,
    km,
    pointCounty: point?.county ?? null,
    reserved: query.reserved,
    confirmed: query.confirmed,
    accessible: query.accessible,
    free: query.free,
    referrals: query.referrals,
    state: query.state,
    confirmedSince: addMonths(warsawDate(ctx.now), -months),
    sort: query.sort,
    limit: PAGE_SIZE,
    offset: (query.page - 1) * PAGE_SIZE,
  };
}

/**
 * Finds entities of the base for a question in everyday words and for filters; a question that is not understood word
 * for word is loosened rather than left without an answer, and the result says so.
 */
export async function search(ctx: Ctx, query: SearchQuery): Promise<SearchResult> {
  const somewhere = query.where === '' && query.county === '' && query.voivodeship === '';
  const read = await understand(ctx, query.q, somewhere);
  const { found, km, unknown } = await whereOf(ctx, query, read);
  const ask = await askOf(ctx, query, found?.place ?? null, km);
  let words = wordsOf(read, true);
  let rows = await queries.findMatches(ctx, { ...ask, ...words });
  const several = read.core.length > 1 || (read.core.length === 0 && read.words.length > 1);
  const someWords =
    several && !rows.some(({ facet }) => facet === 'miss') && (await anywhere(ctx, words.must)) === 0;
  if (someWords) {
    words = wordsOf(read, false);
    rows = await queries.findMatches(ctx, { ...ask, ...words });
  }
  const total = countOf(rows, 'miss', '0');
  const beyond = total === 0 && km !== null ? await nearestTo(ctx, { ...ask, ...words }) : [];
  return {
    query,
    total,
    hits: await hitsOf(ctx, rows),
    facets: {
      category: facet(rows, 'category'),
      type: facet(rows, 'type'),
      status: facet(rows, 'status'),
      county: facet(rows, 'county'),
    },
    boxes: {
      reserved: countOf(rows, 'box', 'reserved'),
      confirmed: countOf(rows, 'box', 'confirmed'),
      accessible: countOf(rows, 'box', 'accessible'),
      free: countOf(rows, 'box', 'free'),
      referrals: countOf(rows, 'box', 'referrals'),
    },
    loosened: total === 0 ? loosened(rows) : {},
    anywhere: total > 0 ? total : await anywhere(ctx, words.must),
    nearest: beyond,
    place: found?.place ?? null,
    otherPlaces: found?.others ?? [],
    km,
    unknownPlace: unknown,
    about: categoryOf(read),
    corrected: read.corrected,
    someWords,
  };
}

/** The first category asked for: what an enquiry that begins here is about. */
const categoryOf = ({ core }: Understood): string =>
  core
    .flatMap(({ entries }) => entries)
    .flatMap((entry) => /^category\.([a-z]+)$/.exec(entry)?.[1] ?? [])
    .at(0) ?? '';

const countOf = (rows: readonly queries.MatchRow[], facet: string, code = ''): number =>
  rows.find((row) => row.facet === facet && row.code === code)?.n ?? 0;

const facet = (rows: readonly queries.MatchRow[], name: string) =>
  rows
    .flatMap(({ facet: kind, code, n }) => (kind === name && code ? [{ code, count: n ?? 0 }] : []))
    .sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));

function loosened(rows: readonly queries.MatchRow[]): Partial<Record<Filter, number>> {
  const names = Object.keys(FILTERS).filter((name): name is Filter => name in FILTERS);
  return Object.fromEntries(
    names
      .map((name) => [name, countOf(rows, 'miss', String(FILTERS[name]))])
      .filter(([, count]) => count !== 0),
  );
}

/** How many fit the words alone. */
const anywhere = async (ctx: Ctx, must: string | null): Promise<number> =>
  (await queries.countAnywhere(ctx, must)).n ?? 0;

/** The nearest ones that fit everything but the distance. */
async function nearestTo(ctx: Ctx, ask: queries.Ask): Promise<Hit[]> {
  const rows = await queries.findMatches(ctx, {
    ...ask,
    km: null,
    sort: 'distance',
    limit: NEAREST,
    offset: 0,
  });
  return hitsOf(ctx, rows);
}

/** The base in three numbers; `confirmed` within the months in which a confirmation counts. */
export async function baseFigures(
  ctx: Ctx,
): Promise<{ entities: number; offers: number; confirmed: number }> {
  const months = (await freshnessRules(ctx)).unconfirmed;
  const row = await queries.countBase(ctx, addMonths(warsawDate(ctx.now), -months));
  return { entities: row.entities ?? 0, offers: row.offers ?? 0, confirmed: row.confirmed ?? 0 };
}

export async function names(ctx: Ctx): Promise<NameOf> {
  const rows = await queries.findNames(ctx);
  const known = new Map(
    rows.map((row) => [`${row.taxonomy}.${row.code}`, ctx.lang === 'en' ? row.name_en : row.name_pl]),
  );
  return (taxonomy, code) => known.get(`${taxonomy}.${code}`) ?? code;
}
