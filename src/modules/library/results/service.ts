import type { Ctx } from '#kernel/context.ts';
import { warsawDate } from '#kernel/time.ts';
import { resultFacts } from '../facts/schema.ts';
import { mayEdit } from '../policy.ts';
import { LIST_PAGE, pathOf } from '../schema.ts';
import { questionOf } from '../search/api.ts';
import * as queries from './queries.ts';
import type { Choices, Filters, ListedResult } from './schema.ts';
import { text } from './text.pl.ts';

/** A file taken away holds no more than this; there are hundreds of results, not thousands. */
const MOST = 10_000;

const asResult = (row: queries.ResultRow): ListedResult => ({
  id: row.id,
  kind: 'result',
  path: pathOf('result', row.slug, null),
  lang: row.lang,
  title: row.title,
  lead: row.lead,
  publishedAt: row.publishedAt ?? new Date(0),
  updatedAt: row.updatedAt ?? new Date(0),
  facts: resultFacts.parse(row.facts),
});

/** One page of results. */
export async function results(ctx: Ctx, query: Filters & { readonly page: number }) {
  const rows = await queries.findResults(
    ctx,
    query,
    questionOf(query.q, '&'),
    LIST_PAGE + 1,
    (query.page - 1) * LIST_PAGE,
  );
  return { items: rows.slice(0, LIST_PAGE).map(asResult), more: rows.length > LIST_PAGE };
}

export async function choices(ctx: Ctx): Promise<Choices> {
  const rows = await queries.findChoices(ctx);
  const of = (fact: string) =>
    rows.flatMap((row) => (row.fact === fact && row.value ? [{ value: row.value, count: row.n ?? 0 }] : []));
  return { theme: of('theme'), project: of('project'), type: of('type'), licence: of('licence') };
}

/** All results as records for programs. */
export async function exported(ctx: Ctx, query: Filters, siteUrl: string) {
  const rows = await queries.findResults(ctx, query, questionOf(query.q, '&'), MOST, 0);
  return rows.map(asResult).map(({ facts, ...result }) => ({
    title: result.title,
    description: result.lead,
    theme: facts.theme,
    project: facts.project,
    number: facts.number,
    type: facts.type,
    partners: facts.partners,
    conditions: facts.conditions,
    licence: facts.licence,
    contact: facts.contact_role,
    language: facts.language,
    published: warsawDate(result.publishedAt),
    url: `${siteUrl}${result.path}`,
  }));
}

/** The same as a table: its headings, which an import reads again, and its rows. */
export function exportTable(ctx: Ctx, records: Awaited<ReturnType<typeof exported>>) {
  const names = text[ctx.lang].columns;
  return {
    headers: [
      ...[names.title, names.lead, names.theme, names.project, names.number, names.type, names.partners],
      ...[names.conditions, names.licence, names.contact_role, names.language, names.published, names.url],
    ],
    rows: records.map((r) => [
      ...[r.title, r.description, r.theme, r.project, r.number, r.type, r.partners.join('; ')],
      ...[r.conditions, r.licence, r.contact, r.language, r.published, r.url],
    ]),
  };
}

export const fillsResults = (ctx: Ctx): boolean => mayEdit(ctx.actor).allowed;
