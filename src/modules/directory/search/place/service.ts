import type { Ctx } from '#kernel/context.ts';
import { plain } from '#kernel/words/words.ts';
import { counties, voivodeships } from '#modules/territory/api.ts';
import { distance, forgiven, readTokens, type Token } from '../understanding/schema.ts';
import { countNeighbours, findAlike, findLocalities, isName, type LocalityRow } from './queries.ts';
import { type Candidate, candidates, type Place, stemsOf, voivodeshipOf } from './schema.ts';

export interface FoundPlace {
  readonly place: Place;
  /** Which words of the question it takes; the leading „w gminie” stays, it means nothing by itself. */
  readonly from: number;
  readonly length: number;
  /** Others of the same name, nearest to a town first. */
  readonly others: readonly Place[];
}

const asPlace = (row: LocalityRow): Place => ({
  kind: 'locality',
  name: row.name,
  county: row.county_code,
  countyName: row.county_name,
  town: row.kind === 'town',
  lat: row.lat,
  lon: row.lon,
});

/**
 * The place in a question. A town may stand anywhere under its own name and in any case after „w”; a village only where
 * the question leads to it, because many are called like ordinary things.
 */
export async function placeIn(
  ctx: Ctx,
  tokens: readonly Token[],
  free: (index: number) => boolean,
): Promise<FoundPlace | null> {
  const list = candidates(tokens, free);
  if (list.length === 0) return null;
  const regions = await voivodeships(ctx);
  const area = await areaIn(ctx, list, regions);
  if (area) return area;
  const rows = await findLocalities(
    ctx,
    list.map(({ pattern }) => pattern),
    list.map(({ lead, capital }) => lead === 'strong' || (lead === 'weak' && capital)),
  );
  for (const candidate of list) {
    const code = voivodeshipOf(candidate.stems, regions);
    const region = regions.find((one) => one.code === code);
    const asArea = region && found(candidate, { kind: 'voivodeship', code: region.code, name: region.name });
    // „opolskie” is the voivodeship, „w Opolu” the town.
    if (asArea && /[sz][kc]\p{L}{0,3}$/u.test(candidate.words)) return asArea;
    const fitting = rows.filter((row) => fits(candidate, row));
    // A town in any case comes before a village that happens to be called like that form of its name.
    const towns = fitting.some(({ kind }) => kind === 'town');
    const exact = fitting.filter((row) => isExact(candidate, row) && (!towns || row.kind === 'town'));
    const named = (exact.length > 0 ? exact : fitting).map(asPlace);
    const [place, ...others] = await byNeighbours(ctx, distinct(named));
    if (place && !(await partOfName(ctx, tokens, candidate)))
      return { place, from: candidate.from, length: candidate.length, others: others.slice(0, 6) };
    if (asArea) return asArea;
  }
  return null;
}

/** „Dobra Kuchnia” is a kitchen, though Dobra is a town: what stands so in a name is no place. */
async function partOfName(
  ctx: Ctx,
  tokens: readonly Token[],
  { from, length, lead }: Candidate,
): Promise<boolean> {
  const around = tokens.slice(Math.max(0, from - 1), from + length + 1);
  if (lead !== 'none' || around.length === length || from > 0) return false;
  return (await isName(ctx, around.map(({ word }) => word).join(' '))).named === true;
}

/** The most likely first. A town comes before a village of its name in any case. */
async function byNeighbours(ctx: Ctx, places: Place[]): Promise<Place[]> {
  if (places.length < 2) return places;
  const codes = places.flatMap((place) => (place.kind === 'locality' ? [place.county] : []));
  const counts = new Map((await countNeighbours(ctx, codes)).map(({ county, n }) => [county, n ?? 0]));
  const near = (place: Place) => (place.kind === 'locality' ? (counts.get(place.county) ?? 0) : 0);
  return [...places].sort((a, b) => Number(isTown(b)) - Number(isTown(a)) || near(b) - near(a));
}
const isTown = (place: Place): boolean => place.kind === 'locality' && place.town;

const isExact = (candidate: Candidate, row: LocalityRow): boolean =>
  plain(row.name).replaceAll('-', ' ') === candidate.words;

function fits(candidate: Candidate, row: LocalityRow): boolean {
  if (stemsOf(row.name) !== candidate.stems) return false;
  const exact = isExact(candidate, row);
  if (row.kind === 'town') return exact || candidate.lead !== 'none' || candidate.length > 1;
  return candidate.lead === 'strong' || candidate.lead === 'weak';
}

const found = ({ from, length }: Candidate, place: Place): FoundPlace => ({
  place,
  from,
  length,
  others: [],
});

async function areaIn(
  ctx: Ctx,
  list: readonly Candidate[],
  regions: readonly { code: string; name: string }[],
): Promise<FoundPlace | null> {
  const asked = list.filter(({ lead }) => lead === 'area');
  if (asked.length === 0) return null;
  const all = await counties(ctx);
  for (const candidate of asked) {
    const county = all.find(({ name }) => stemsOf(name) === candidate.stems);
    if (county) return found(candidate, { kind: 'county', code: county.code, name: county.name });
    const code = voivodeshipOf(candidate.stems, regions);
    const region = regions.find((one) => one.code === code);
    if (region) return found(candidate, { kind: 'voivodeship', code: region.code, name: region.name });
  }
  return null;
}

/** One place a name and county; the register lists parts of a village one by one. */
function distinct(places: readonly Place[]): Place[] {
  const seen = new Set<string>();
  return places.filter((place) => {
    const key = `${place.name} ${place.kind === 'locality' ? place.county : ''}`;
    return !seen.has(key) && seen.add(key);
  });
}

/** What somebody wrote into the field for a place: a name in any case or misspelt, „powiat …”, a voivodeship, a code. */
export async function placeOf(ctx: Ctx, text: string): Promise<FoundPlace | null> {
  const [name = '', within = ''] = text.split(/[,(]/, 2);
  const code = /^\s*(\d{4})\s*$/.exec(text)?.[1];
  if (code) {
    const county = (await counties(ctx)).find((one) => one.code === code);
    return county
      ? { place: { kind: 'county', code, name: county.name }, from: 0, length: 1, others: [] }
      : null;
  }
  const tokens = readTokens(name).map((token) => ({ ...token, capital: true }));
  // The field asks for a place, so every name in it is led to.
  const led = tokens.length > 0 && tokens[0]?.word.length !== 1 ? [...readTokens('w'), ...tokens] : tokens;
  const known = await placeIn(ctx, led, (index) => led[index] !== undefined && led[index].word.length > 1);
  const chosen = known ?? (await alike(ctx, name));
  return chosen && within ? narrowed(chosen, within) : chosen;
}

/** „Wierzbno (węgrowski)”: of several places with one name, the one in that county. */
function narrowed(given: FoundPlace, within: string): FoundPlace {
  const county = stemsOf(within.replace(/\b(powiat|pow)\b\.?/i, ''));
  const all = [given.place, ...given.others];
  const place = all.find((one) => one.kind === 'locality' && stemsOf(one.countyName) === county);
  return place ? { ...given, place, others: all.filter((one) => one !== place) } : given;
}

async function alike(ctx: Ctx, name: string): Promise<FoundPlace | null> {
  const word = plain(name.trim()).slice(0, 60);
  if (word.length < 4) return null;
  const near = (await findAlike(ctx, word)).flatMap(({ name, kind, county_code, county_name, lat, lon }) => {
    if (!name || !kind || !county_code || !county_name || lat === null || lon === null) return [];
    const limit = forgiven(word.length);
    return distance(plain(name), word, limit) <= limit
      ? [{ name, kind, county_code, county_name, lat, lon }]
      : [];
  });
  const [place, ...others] = distinct(near.map(asPlace));
  return place ? { place, from: 0, length: 1, others } : null;
}
