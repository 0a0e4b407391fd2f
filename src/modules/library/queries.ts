import type { Ctx } from '#kernel/context.ts';
import { plannedForValues } from '#kernel/db/planning.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ListedRow {
  id: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  lang: string;
  title: string;
  lead: string;
  publishedAt: Date | null;
  updatedAt: Date | null;
}

/** Ids of one page of documents of the kinds, newest first; `n` more than asked tells that there are more. */
export const findNewest = (
  ctx: Ctx,
  kinds: readonly string[],
  tag: string | null,
  limit: number,
  offset: number,
): Promise<{ id: string }[]> =>
  plannedForValues(ctx, () =>
    ctx.tx.many<{ id: string }>(sql`
      select id from library.document
      where published_at <= kernel.instant() and kind = any(${kinds}::text[]) and (${tag}::text is null or tags @> array[${tag}::text])
      order by published_at desc, id desc limit ${limit} offset ${offset}`),
  );

/** As `findNewest`, of one subject; planned for it, since of a common one the newest are looked through, a rare one is read whole. */
export const findNewestOn = (
  ctx: Ctx,
  theme: string,
  kinds: readonly string[],
  tag: string | null,
  limit: number,
  offset: number,
): Promise<{ id: string }[]> =>
  plannedForValues(ctx, () =>
    ctx.tx.many<{ id: string }>(sql`
      select d.id from library.document_theme t join library.document d on d.id = t.document_id
      where t.theme = ${theme} and d.published_at <= kernel.instant() and d.kind = any(${kinds}::text[])
        and (${tag}::text is null or d.tags @> array[${tag}::text])
      order by d.published_at desc, d.id desc limit ${limit} offset ${offset}`),
  );

/** The given documents that readers see, in the order given. */
export const findByIds = (ctx: Ctx, ids: readonly string[]): Promise<ListedRow[]> =>
  ctx.tx.many<ListedRow>(sql`
    select d.id, d.kind, d.slug, p.slug as "parentSlug", v.lang, v.title, v.lead, d.published_at as "publishedAt", lower(v.shown) as "updatedAt"
    from library.document d left join library.document p on p.id = d.parent_id
    join lateral (select v.lang, v.title, v.lead, v.shown from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.id = any(${ids}::uuid[]) and d.published_at <= kernel.instant()
    order by array_position(${ids}::uuid[], d.id)`);

export interface ShownRow extends ListedRow {
  parentId: string | null;
  parentTitle: string | null;
  versionId: string;
  number: number;
  langs: string[] | null;
  body: string;
  facts: unknown;
  imageId: string | null;
  imageAlt: string;
  imageLicence: string;
  legalStateOn: string | null;
  reviewBy: string | null;
  changeNote: string;
  comments: string;
  tags: string[];
}

/** The document at an address as it is shown now, in the language wished or the next best. */
export const findShown = (
  ctx: Ctx,
  at: { readonly kinds: readonly string[]; readonly slug: string; readonly parent: string | null },
  lang: string,
): Promise<ShownRow | null> =>
  ctx.tx.maybe<ShownRow>(sql`
    select d.id, d.kind, d.slug, p.slug as "parentSlug", p.id as "parentId", v.lang, v.title, v.lead, d.published_at as "publishedAt",
      lower(v.shown) as "updatedAt", v.id as "versionId", v.number, v.body, v.facts, d.image_id as "imageId", v.image_alt as "imageAlt",
      d.image_licence as "imageLicence", v.legal_state_on as "legalStateOn", v.review_by as "reviewBy", v.change_note as "changeNote",
      d.comments, d.tags,
      (select o.title from library.version o where o.document_id = p.id and o.state = 'published' and o.shown @> kernel.instant()
        order by (o.lang = v.lang) desc, (o.lang = 'pl') desc limit 1) as "parentTitle",
      (select array_agg(l.lang order by (l.lang = 'pl') desc, l.lang) from library.version l
        where l.document_id = d.id and l.state = 'published' and l.shown @> kernel.instant()) as langs
    from library.document d left join library.document p on p.id = d.parent_id
    join lateral (select v.id, v.number, v.lang, v.title, v.lead, v.body, v.facts, v.image_alt, v.legal_state_on, v.review_by, v.change_note, v.shown
      from library.version v where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.slug = ${at.slug} and d.kind = any(${at.kinds}::text[]) and d.published_at <= kernel.instant()
      and (${at.parent}::text is null or p.slug = ${at.parent}::text)`);

/** Where a document that has moved stands now. */
export const findRedirect = (
  ctx: Ctx,
  path: string,
): Promise<{ kind: string; slug: string; parentSlug: string | null } | null> =>
  ctx.tx.maybe<{ kind: string; slug: string; parentSlug: string | null }>(sql`
    select d.kind, d.slug, p.slug as "parentSlug" from library.redirect r join library.document d on d.id = r.document_id
    left join library.document p on p.id = d.parent_id where r.path = ${path}`);

export const findThemes = (ctx: Ctx): Promise<{ code: string; namePl: string; nameEn: string }[]> =>
  ctx.tx.many<{ code: string; namePl: string; nameEn: string }>(
    sql`select code, name_pl as "namePl", name_en as "nameEn" from library.theme order by position`,
  );

export const findThemesOf = (
  ctx: Ctx,
  documentId: string,
): Promise<{ code: string; namePl: string; nameEn: string }[]> =>
  ctx.tx.many<{ code: string; namePl: string; nameEn: string }>(sql`
    select t.code, t.name_pl as "namePl", t.name_en as "nameEn" from library.document_theme l join library.theme t on t.code = l.theme
    where l.document_id = ${documentId} order by t.position`);

export interface ActRow {
  code: string;
  namePl: string;
  nameEn: string;
  short: string;
  journal: string;
  url: string | null;
  articles: string;
  changedOn: string | null;
}
export const findActsOf = (ctx: Ctx, documentId: string): Promise<ActRow[]> =>
  ctx.tx.many<ActRow>(sql`
    select a.code, a.name_pl as "namePl", a.name_en as "nameEn", a.short_pl as short, a.journal, a.url, l.articles, a.changed_on as "changedOn"
    from library.document_act l join library.act a on a.code = l.act where l.document_id = ${documentId} order by a.short_pl`);

export interface AttachmentRow {
  id: string;
  fileId: string;
  lang: string;
  title: string;
  pages: number | null;
  accessibility: string;
  licence: string;
}
export const findAttachments = (ctx: Ctx, documentId: string): Promise<AttachmentRow[]> =>
  ctx.tx.many<AttachmentRow>(sql`
    select id, file_id as "fileId", lang, title, pages, accessibility, licence from library.attachment
    where document_id = ${documentId} order by position, id`);

/** So many of the newest are looked at for what they have in common; what is old is recommended by editors. */
const LOOKED_AT = 150;

/** What editors recommend, then what of the newest shares most acts and subjects. */
export const findRelated = (ctx: Ctx, documentId: string, limit: number): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select c.id from (
      select r.other_id as id, (1000 - r.position)::bigint as weight from library.related r where r.document_id = ${documentId}
      union all
      select n.id, 2 * (select count(*) from library.document_act a join library.document_act o on o.act = a.act
          where a.document_id = ${documentId} and o.document_id = n.id)
        + (select count(*) from library.document_theme t join library.document_theme o on o.theme = t.theme
          where t.document_id = ${documentId} and o.document_id = n.id)
      from (select id from library.document where published_at <= kernel.instant() and kind not in ('chapter', 'page') and id <> ${documentId}
        order by published_at desc, id desc limit ${LOOKED_AT}) n) c
    join library.document d on d.id = c.id
    where c.weight > 0 and d.published_at <= kernel.instant()
    group by c.id, d.published_at order by sum(c.weight) desc, d.published_at desc limit ${limit}`);

export interface HistoryRow {
  id: string;
  number: number;
  lang: string;
  title: string;
  changeNote: string;
  from: Date | null;
  to: Date | null;
  legalStateOn: string | null;
}
export const findHistory = (ctx: Ctx, documentId: string, lang: string): Promise<HistoryRow[]> =>
  ctx.tx.many<HistoryRow>(sql`
    select id, number, lang, title, change_note as "changeNote", lower(shown) as "from", upper(shown) as "to", legal_state_on as "legalStateOn"
    from library.version where document_id = ${documentId} and lang = ${lang} and state = 'published' and lower(shown) <= kernel.instant()
    order by number desc`);

export const findVersionText = (
  ctx: Ctx,
  id: string,
): Promise<{
  documentId: string;
  lang: string;
  number: number;
  title: string;
  lead: string;
  body: string;
} | null> =>
  ctx.tx.maybe<{
    documentId: string;
    lang: string;
    number: number;
    title: string;
    lead: string;
    body: string;
  }>(sql`
    select document_id as "documentId", lang, number, title, lead, body from library.version where id = ${id}`);

/** Whether a file is the picture of a document that readers see. */
export const findImage = (ctx: Ctx, fileId: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`select id from library.document where image_id = ${fileId} limit 1`);
export const findFile = (ctx: Ctx, attachmentId: string): Promise<{ fileId: string } | null> =>
  ctx.tx.maybe<{ fileId: string }>(
    sql`select file_id as "fileId" from library.attachment where id = ${attachmentId}`,
  );
export const findPolicy = (ctx: Ctx, id: string): Promise<{ comments: string } | null> =>
  ctx.tx.maybe<{ comments: string }>(sql`select comments from library.document where id = ${id}`);
