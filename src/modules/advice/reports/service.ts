import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { plain, stem } from '#kernel/words/words.ts';
import { counties } from '#modules/territory/api.ts';
import { categories, topics } from '../service.ts';
import {
  distributionOf,
  ordinals,
  periodOf,
  quartersOf,
  SMALL,
  satisfactionOf,
  summed,
  suppressed,
} from './policy.ts';
import * as queries from './queries.ts';
import { DIMENSIONS, type Dimension, type Part, type Period, type ReportQuery } from './schema.ts';
import { text } from './text.pl.ts';

/** Desks whose figures the actor reads. Throws `not_found` when there is none. */
export async function reportedDesks(ctx: Ctx) {
  const rows = await queries.findReported(ctx);
  if (rows.length === 0) throw notFound();
  return rows.map((row) => ({
    id: row.id,
    name: ctx.lang === 'en' && row.nameEn !== '' ? row.nameEn : row.namePl,
    institution: row.institution ?? '',
    inside: row.inside === true,
  }));
}

const DIMENSION = new Map<string, Dimension | 'all'>([...DIMENSIONS, 'all' as const].map((d) => [d, d]));

/** Names of the parts of a dimension in the language of the reader. */
async function namesOf(
  ctx: Ctx,
): Promise<Readonly<Record<'topic' | 'county' | 'category', Map<string, string>>>> {
  const named = (x: { namePl: string; nameEn: string }) => (ctx.lang === 'en' ? x.nameEn : x.namePl);
  return {
    topic: new Map((await topics(ctx)).map((t) => [t.code, named(t)])),
    county: new Map((await counties(ctx)).map((c) => [c.code, c.name])),
    category: new Map((await categories(ctx)).map((c) => [c.code, named(c)])),
  };
}

async function partsOf(ctx: Ctx, desks: readonly string[], { from, to }: Period): Promise<Part[]> {
  const rows = await queries.findParts(ctx, desks, from, to, ordinals(from, warsawDate(ctx.now)));
  return rows.map((row) => ({
    ...row,
    dimension: DIMENSION.get(row.dimension ?? '') ?? 'all',
    part: row.part ?? '',
  }));
}

const withheld = (parts: readonly Part[]): Part[] =>
  [...DIMENSIONS, 'all' as const].flatMap((d) =>
    suppressed(parts.filter(({ dimension }) => dimension === d)),
  );

/** Desk by desk and quarter by quarter, so that no choice of desks or days takes one sum from another. */
async function fromOutside(ctx: Ctx, desks: readonly string[], quarters: readonly Period[]): Promise<Part[]> {
  const atoms: Part[][] = [];
  for (const desk of desks)
    for (const quarter of quarters) atoms.push(withheld(await partsOf(ctx, [desk], quarter)));
  return summed(atoms);
}

/**
 * The figures of a desk, or of all the actor reads, for the questions of a period. From outside a desk, and in whatever
 * leaves it (`leaves`), small numbers are withheld; from outside only whole quarters are told.
 */
export async function report(ctx: Ctx, query: ReportQuery, leaves = false) {
  const desks = await reportedDesks(ctx);
  const chosen = query.desk === undefined ? desks : desks.filter(({ id }) => id === query.desk);
  if (chosen.length === 0) throw notFound();
  const ids = chosen.map(({ id }) => id);
  const today = warsawDate(ctx.now);
  const quarters = chosen.some(({ inside }) => !inside) ? quartersOf(query, today) : [];
  const [first, last] = [quarters[0], quarters.at(-1)];
  const outside = leaves || first !== undefined;
  const period = first && last ? { from: first.from, to: last.to } : periodOf(query, today);
  const whole = await partsOf(ctx, ids, period);
  const all = first ? await fromOutside(ctx, ids, quarters) : leaves ? withheld(whole) : whole;
  const names = await namesOf(ctx);
  const t = text[ctx.lang];
  const name = (dimension: Dimension, part: string): string => {
    if (dimension === 'topic' || dimension === 'county' || dimension === 'category')
      return part === '' ? t.unknown : (names[dimension].get(part) ?? part);
    if (dimension === 'month') return t.monthName(part.slice(0, 4), part.slice(5));
    return dimension === 'channel' ? (t.channels[part as keyof typeof t.channels] ?? part) : part;
  };
  const parts = (dimension: Dimension) => {
    const own = all.filter((p) => p.dimension === dimension);
    const order = (a: Part, b: Part) =>
      dimension === 'month'
        ? a.part < b.part
          ? -1
          : 1
        : (b.n ?? 0) - (a.n ?? 0) || (a.part < b.part ? -1 : 1);
    return own.sort(order).map((p) => ({ ...p, name: name(dimension, p.part) }));
  };
  const days = (dimension: 'first_days' | 'closing_days') =>
    distributionOf(
      whole.flatMap((p) =>
        p.dimension === dimension && p.n !== null ? [{ days: Number(p.part), n: p.n }] : [],
      ),
    );
  // A mean without the few is another mean.
  const scores = whole.filter(({ dimension }) => dimension === 'score');
  return {
    desks,
    desk: query.desk === undefined ? null : (chosen[0] ?? null),
    outside,
    period,
    total: all.find((p) => p.dimension === 'all') ?? null,
    month: parts('month'),
    topic: parts('topic'),
    county: parts('county'),
    channel: parts('channel'),
    category: parts('category'),
    first: days('first_days'),
    closing: days('closing_days'),
    satisfaction: scores.every(({ n }) => n !== null)
      ? satisfactionOf(scores.map(({ part, n }) => ({ score: Number(part), n: n ?? 0 })))
      : null,
  };
}
export type Report = Awaited<ReturnType<typeof report>>;

/** Hours of advice at these desks, by the months the period touches; null where nobody but others may say. */
export const hoursOf = async (ctx: Ctx, desks: readonly string[], { from, to }: Period) =>
  (await queries.findHours(ctx, desks, from, to)).hours;

const MOST_GAPS = 15;
const MOST_WORDS = 20;
const LONG_ENOUGH = 5;

/** What people ask a desk, or those the actor works at, that no article answers: topics, and the words that come again in their questions. */
export async function gapsOf(ctx: Ctx, desks: readonly string[], { from, to }: Period) {
  const [only = null, ...others] = desks;
  const names = (await namesOf(ctx)).topic;
  const rows = (await queries.findGaps(ctx, others.length === 0 ? only : null, from, to)).filter(
    (row) => (row.articles ?? 0) === 0 && (row.questions ?? 0) >= SMALL,
  );
  const gaps = rows.slice(0, MOST_GAPS).map((row) => ({
    name: row.topicCode === null ? text[ctx.lang].unknown : (names.get(row.topicCode) ?? row.topicCode),
    questions: row.questions ?? 0,
  }));
  const codes = rows.map(({ topicCode }) => topicCode ?? '');
  const subjects = codes.length === 0 ? [] : await queries.findSubjects(ctx, desks, codes, from, to);
  return { gaps, words: commonWords(subjects.map(({ subject }) => subject)) };
}

/** Words of at least five questions; a name that one person wrote is not among them. */
function commonWords(subjects: readonly string[]): { readonly word: string; readonly n: number }[] {
  const found = new Map<string, { n: number; words: Map<string, number> }>();
  for (const subject of subjects) {
    const words = new Map(
      (subject.toLocaleLowerCase('pl').match(/\p{L}+/gu) ?? [])
        .filter((word) => word.length >= LONG_ENOUGH)
        .map((word) => [stem(plain(word)), word]),
    );
    for (const [root, word] of words) {
      const entry = found.get(root) ?? { n: 0, words: new Map() };
      entry.n++;
      entry.words.set(word, (entry.words.get(word) ?? 0) + 1);
      found.set(root, entry);
    }
  }
  return [...found.values()]
    .filter(({ n }) => n >= SMALL)
    .sort((a, b) => b.n - a.n)
    .slice(0, MOST_WORDS)
    .map(({ n, words }) => ({ n, word: [...words].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '' }));
}

/** The figures as rows of a file, which leaves the desk: small numbers withheld. Leaves its record. */
export async function reportRows(ctx: Ctx, query: ReportQuery) {
  const found = await report(ctx, query, true);
  await record(ctx, { action: 'report.export', objectType: 'advice_report' });
  const dimensions = ['month', 'topic', 'county', 'channel', 'category'] as const;
  const rows = dimensions.flatMap((dimension) => found[dimension]);
  return { period: found.period, rows: [...(found.total ? [{ ...found.total, name: '' }] : []), ...rows] };
}
