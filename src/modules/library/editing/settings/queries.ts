import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ArrangedRow {
  id: string;
  kind: string;
  slug: string;
  parentSlug: string | null;
  parentId: string | null;
  position: number;
  comments: string;
  tags: string[];
  imageId: string | null;
  imageLicence: string;
  publishedAt: Date | null;
  rowVersion: number;
}
export const findArranged = (ctx: Ctx, id: string): Promise<ArrangedRow | null> =>
  ctx.tx.maybe<ArrangedRow>(sql`
    select d.id, d.kind, d.slug, p.slug as "parentSlug", d.parent_id as "parentId", d.position, d.comments, d.tags, d.image_id as "imageId",
      d.image_licence as "imageLicence", d.published_at as "publishedAt", d.row_version as "rowVersion"
    from library.document d left join library.document p on p.id = d.parent_id where d.id = ${id}`);

export const findVersions = (
  ctx: Ctx,
  id: string,
): Promise<
  {
    id: string;
    lang: string;
    number: number;
    state: string;
    title: string;
    from: Date | null;
    to: Date | null;
  }[]
> =>
  ctx.tx.many<{
    id: string;
    lang: string;
    number: number;
    state: string;
    title: string;
    from: Date | null;
    to: Date | null;
  }>(sql`
    select id, lang, number, state, title, lower(shown) as "from", upper(shown) as "to" from library.version
    where document_id = ${id} order by (lang = 'pl') desc, lang, number desc`);

export const findThemesOf = (ctx: Ctx, id: string): Promise<{ theme: string }[]> =>
  ctx.tx.many<{ theme: string }>(sql`select theme from library.document_theme where document_id = ${id}`);
export const findActsOf = (ctx: Ctx, id: string): Promise<{ act: string; articles: string }[]> =>
  ctx.tx.many<{ act: string; articles: string }>(
    sql`select act, articles from library.document_act where document_id = ${id} order by act`,
  );
export const findRelatedOf = (ctx: Ctx, id: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(
    sql`select other_id as id from library.related where document_id = ${id} order by position`,
  );
export const findActs = (
  ctx: Ctx,
): Promise<{ code: string; short: string; name: string; changedOn: string | null; rowVersion: number }[]> =>
  ctx.tx.many<{ code: string; short: string; name: string; changedOn: string | null; rowVersion: number }>(
    sql`select code, short_pl as short, name_pl as name, changed_on as "changedOn", row_version as "rowVersion" from library.act order by short_pl`,
  );

/** Gives 0 when an act has the code. */
export const insertNewAct = (
  ctx: Ctx,
  a: {
    code: string;
    short: string;
    namePl: string;
    nameEn: string;
    journal: string;
    url: string | null;
    source: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.act (code, name_pl, name_en, short_pl, journal, url, source)
    values (${a.code}, ${a.namePl}, ${a.nameEn}, ${a.short}, ${a.journal}, ${a.url}, ${a.source}) on conflict (code) do nothing`);

export const updateDocument = (
  ctx: Ctx,
  id: string,
  d: { slug: string; position: number; comments: string; tags: readonly string[]; imageLicence: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update library.document set slug = ${d.slug}, position = ${d.position}, comments = ${d.comments}, tags = ${d.tags}::text[],
      image_licence = ${d.imageLicence}, row_version = row_version + 1 where id = ${id}`);
export const setImage = (ctx: Ctx, id: string, fileId: string | null): Promise<number> =>
  ctx.tx.run(
    sql`update library.document set image_id = ${fileId}, row_version = row_version + 1 where id = ${id}`,
  );

/** The old address leads to the document; the new one leads nowhere else any more. */
export const insertRedirect = (ctx: Ctx, path: string, documentId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.redirect (path, document_id, created_at) values (${path}, ${documentId}, kernel.instant()) on conflict (path) do nothing`);
export const deleteRedirect = (ctx: Ctx, path: string): Promise<number> =>
  ctx.tx.run(sql`delete from library.redirect where path = ${path}`);

export const clearThemes = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from library.document_theme where document_id = ${id}`);
export const insertThemes = (ctx: Ctx, id: string, themes: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.document_theme (document_id, theme) select ${id}, code from library.theme where code = any(${themes}::text[])`);
export const clearActs = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from library.document_act where document_id = ${id}`);
export const insertAct = (ctx: Ctx, id: string, act: string, articles: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.document_act (document_id, act, articles) values (${id}, ${act}, ${articles}) on conflict do nothing`);
export const clearRelated = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from library.related where document_id = ${id}`);
export const insertRelated = (ctx: Ctx, id: string, otherId: string, position: number): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.related (document_id, other_id, position) values (${id}, ${otherId}, ${position}) on conflict do nothing`);
/** A document at an address below its section, whatever its state. */
export const findAt = (
  ctx: Ctx,
  kinds: readonly string[],
  slug: string,
  parent: string | null,
): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select d.id from library.document d left join library.document p on p.id = d.parent_id
    where d.slug = ${slug} and d.kind = any(${kinds}::text[]) and (${parent}::text is null or p.slug = ${parent}::text) limit 1`);

export const insertAttachment = (
  ctx: Ctx,
  a: {
    id: string;
    documentId: string;
    lang: string;
    fileId: string;
    title: string;
    pages: number | null;
    accessibility: string;
    licence: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into library.attachment (id, document_id, lang, file_id, title, pages, accessibility, licence, position, added_at)
    values (${a.id}, ${a.documentId}, ${a.lang}, ${a.fileId}, ${a.title}, ${a.pages}, ${a.accessibility}, ${a.licence},
      (select count(*)::int from library.attachment where document_id = ${a.documentId}), kernel.instant())`);
export const deleteAttachment = (ctx: Ctx, documentId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from library.attachment where id = ${id} and document_id = ${documentId}`);
/** An act has changed: what rests on an older legal state is due. */
export const markActChanged = (ctx: Ctx, code: string, on: string, note: string): Promise<number> =>
  ctx.tx.run(sql`
    update library.act set changed_on = ${on}, changed_note = ${note}, row_version = row_version + 1 where code = ${code}`);
