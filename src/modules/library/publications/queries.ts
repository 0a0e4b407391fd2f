import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ChapterRow {
  id: string;
  slug: string;
  lang: string;
  title: string;
  lead: string;
  body: string;
  versionId: string;
  updatedAt: Date | null;
  imageId: string | null;
  imageAlt: string;
  imageLicence: string;
}

/** Chapters of a publication or parts of a series, in their order; each in the language wished, else the next best. */
export const findParts = (
  ctx: Ctx,
  parentId: string,
  kind: 'chapter' | 'publication',
  lang: string,
): Promise<ChapterRow[]> =>
  ctx.tx.many<ChapterRow>(sql`
    select d.id, d.slug, v.lang, v.title, v.lead, v.body, v.id as "versionId", lower(v.shown) as "updatedAt",
      d.image_id as "imageId", v.image_alt as "imageAlt", d.image_licence as "imageLicence"
    from library.document d
    join lateral (select v.id, v.lang, v.title, v.lead, v.body, v.shown, v.image_alt from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.parent_id = ${parentId} and d.kind = ${kind} order by d.position, d.slug`);

export type ContentsRow = Pick<ChapterRow, 'id' | 'slug' | 'lang' | 'title' | 'lead'>;
/** As `findParts`, without the texts. */
export const findContents = (
  ctx: Ctx,
  parentId: string,
  kind: 'chapter' | 'publication',
  lang: string,
): Promise<ContentsRow[]> =>
  ctx.tx.many<ContentsRow>(sql`
    select d.id, d.slug, v.lang, v.title, v.lead
    from library.document d
    join lateral (select v.lang, v.title, v.lead from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.parent_id = ${parentId} and d.kind = ${kind} order by d.position, d.slug`);

/** Publications that are standards and can be read now, in the reader's language or the next best. */
export const findStandards = (ctx: Ctx): Promise<{ slug: string; title: string }[]> =>
  ctx.tx.many<{ slug: string; title: string }>(sql`
    select d.slug, v.title from library.document d
    join lateral (select v.title, v.facts from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, v.lang limit 1) v on v.facts ->> 'type' = 'standard'
    where d.kind = 'publication' order by v.title limit 100`);
