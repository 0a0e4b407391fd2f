import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { GivenAct } from './schema.ts';

export const insertActs = (ctx: Ctx, acts: readonly GivenAct[]): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.act (code, name_pl, name_en, short_pl, journal, url, source)
    select * from jsonb_to_recordset(${JSON.stringify(acts)}::jsonb)
      as a(code text, "namePl" text, "nameEn" text, short text, journal text, url text, source text)
    on conflict (code) do nothing`);

export const insertDocument = (
  ctx: Ctx,
  d: {
    id: string;
    kind: string;
    slug: string;
    parentId: string | null;
    position: number;
    comments: string;
    tags: readonly string[];
    publishedAt: Date;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.document (id, kind, slug, parent_id, position, comments, tags, published_at, created_at)
    values (${d.id}, ${d.kind}, ${d.slug}, ${d.parentId}, ${d.position}, ${d.comments}, ${d.tags}::text[], ${d.publishedAt}, ${d.publishedAt})`);

export const insertVersion = (
  ctx: Ctx,
  v: {
    id: string;
    documentId: string;
    lang: string;
    title: string;
    lead: string;
    body: string;
    facts: string;
    legalStateOn: string | null;
    reviewBy: string | null;
    vector: string;
    at: Date;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.version (id, document_id, lang, number, title, lead, body, facts, legal_state_on, review_by, state, shown, words, publish_from,
      created_at, updated_at)
    values (${v.id}, ${v.documentId}, ${v.lang}, 1, ${v.title}, ${v.lead}, ${v.body}, ${v.facts}::jsonb, ${v.legalStateOn}, ${v.reviewBy}, 'published',
      tstzrange(${v.at}::timestamptz, null), ${v.vector}::tsvector, ${v.at}, ${v.at}, ${v.at})`);

export const insertThemes = (ctx: Ctx, id: string, themes: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.document_theme (document_id, theme) select ${id}, code from library.theme where code = any(${themes}::text[])`);
export const insertActsOf = (ctx: Ctx, id: string, acts: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.document_act (document_id, act, articles)
    select ${id}, a.code, e.value from jsonb_each_text(${acts}::jsonb) e join library.act a on a.code = e.key`);
export const insertRelated = (ctx: Ctx, id: string, otherId: string, position: number): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.related (document_id, other_id, position) values (${id}, ${otherId}, ${position}) on conflict do nothing`);
