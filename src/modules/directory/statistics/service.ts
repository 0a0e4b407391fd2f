import type { Ctx } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import { dictionary } from '../record/api.ts';
import type { Taxonomy } from '../schema.ts';
import * as queries from './queries.ts';
import type { FigureKey, FigureRow, Statistics } from './schema.ts';
import { text } from './text.pl.ts';

const PEOPLE = 10_000;
const DENSITY_DIGITS = 100;

const area = (row: queries.AreaRow): FigureRow => ({
  code: row.code ?? '',
  name: row.name ?? '',
  count: row.count ?? 0,
  density: row.inhabitants
    ? Math.round(((row.count ?? 0) * PEOPLE * DENSITY_DIGITS) / row.inhabitants) / DENSITY_DIGITS
    : null,
});

/** Everything the page counts, for one voivodeship (its TERYT code) or the whole country. */
export async function statistics(ctx: Ctx, voivodeship: string | null): Promise<Statistics> {
  const today = warsawDate(ctx.now);
  const t = text[ctx.lang];
  const names = async (taxonomy: Taxonomy) =>
    new Map((await dictionary(ctx, taxonomy)).map(({ code, name }) => [code, name]));
  const types = await names('type');
  const statuses = await names('status');
  const categories = await names('category');
  const rows = (found: readonly queries.CountRow[], name: (code: string) => string): FigureRow[] =>
    found.map(({ code, count }) => ({
      code: code ?? '',
      name: name(code ?? ''),
      count: count ?? 0,
      density: null,
    }));
  const named = (known: ReadonlyMap<string, string>) => (code: string) => known.get(code) ?? code;
  const words = (list: Readonly<Record<string, string>>) => (code: string) => list[code] ?? code;
  const total = await queries.countTotal(ctx, voivodeship);
  const voivodeships = await queries.countVoivodeships(ctx);
  const figures: Record<FigureKey, FigureRow[]> = {
    type: rows(await queries.countTypes(ctx, voivodeship), named(types)),
    status: rows(await queries.countStatuses(ctx, voivodeship), named(statuses)),
    category: rows(await queries.countCategories(ctx, voivodeship), named(categories)),
    voivodeship: voivodeships.map(area),
    county: (await queries.countCounties(ctx, voivodeship)).map(area),
    size: rows(await queries.countSizes(ctx, voivodeship), words(t.sizes)),
    age: rows(await queries.countAges(ctx, voivodeship, today), words(t.ages)),
    state: rows(await queries.countStates(ctx, voivodeship), words(t.states)),
    freshness: rows(await queries.countFreshness(ctx, voivodeship, today), words(t.freshness)),
    confirmations: rows(await queries.countConfirmations(ctx, voivodeship, today), (month) => t.month(month)),
  };
  return {
    total: total.count ?? 0,
    offers: total.offers ?? 0,
    figures,
    populationSource: voivodeships.find((v) => v.source)?.source ?? null,
  };
}
