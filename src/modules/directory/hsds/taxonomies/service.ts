import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import * as queries from '../queries.ts';
import { checkedId } from '../records/service.ts';
import { compact, type HsdsObject, type HsdsPage, pageOf } from '../schema.ts';

interface Paging {
  readonly page: number;
  readonly per_page: number;
  readonly search?: string | undefined;
}

const taxonomyOf = (ctx: Ctx, row: queries.TaxonomyRow): HsdsObject =>
  compact({
    id: row.id ?? '',
    name: ctx.lang === 'en' ? row.name_en : row.name_pl,
    description: ctx.lang === 'en' ? row.note_en : row.note_pl,
    version: row.version,
  });

/** The dictionaries of the base. */
export async function taxonomies(ctx: Ctx, q: Paging): Promise<HsdsPage> {
  const wanted = q.search?.toLowerCase() ?? '';
  const all = (await queries.findTaxonomies(ctx)).filter((row) =>
    `${row.name_pl} ${row.name_en}`.toLowerCase().includes(wanted),
  );
  const from = (q.page - 1) * q.per_page;
  const contents = all.slice(from, from + q.per_page).map((row) => taxonomyOf(ctx, row));
  return pageOf(contents, all.length, q.page, q.per_page);
}

export async function taxonomy(ctx: Ctx, id: string): Promise<HsdsObject> {
  checkedId(id);
  const row = (await queries.findTaxonomies(ctx)).find((each) => each.id === id);
  if (!row) throw notFound();
  return taxonomyOf(ctx, row);
}

/** The other language of a name stands in the description, so that both travel. */
const termOf = (ctx: Ctx, row: queries.TermRow): HsdsObject =>
  compact({
    id: row.id ?? '',
    code: row.code,
    name: ctx.lang === 'en' ? row.name_en : row.name_pl,
    description: ctx.lang === 'en' ? row.name_pl : row.name_en,
    language: ctx.lang === 'en' ? 'en' : 'pl',
    parent_id: row.parent_id,
    taxonomy: row.taxonomy,
    taxonomy_id: row.taxonomy_id,
  });

export async function terms(
  ctx: Ctx,
  q: Paging & {
    taxonomy_id?: string | undefined;
    parent_id?: string | undefined;
    top_only?: string | undefined;
  },
): Promise<HsdsPage> {
  const filter = {
    id: null,
    search: q.search || null,
    taxonomy: q.taxonomy_id ?? null,
    parent: q.parent_id ?? null,
    topOnly: q.top_only === 'true',
  };
  const rows = await queries.findTerms(ctx, {
    ...filter,
    limit: q.per_page,
    offset: (q.page - 1) * q.per_page,
  });
  const total =
    rows[0]?.total ?? (await queries.findTerms(ctx, { ...filter, limit: 1, offset: 0 }))[0]?.total ?? 0;
  return pageOf(
    rows.map((row) => termOf(ctx, row)),
    total,
    q.page,
    q.per_page,
  );
}

export async function term(ctx: Ctx, id: string): Promise<HsdsObject> {
  const [row] = await queries.findTerms(ctx, {
    id: checkedId(id),
    search: null,
    taxonomy: null,
    parent: null,
    topOnly: false,
    limit: 1,
    offset: 0,
  });
  if (!row) throw notFound();
  return termOf(ctx, row);
}
