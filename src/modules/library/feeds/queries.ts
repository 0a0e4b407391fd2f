import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface EntryRow {
  id: string;
  kind: string;
  slug: string;
  versionId: string;
  lang: string;
  title: string;
  lead: string;
  body: string;
  authors: string[] | null;
  publishedAt: Date | null;
  updatedAt: Date | null;
  themes: string[] | null;
  imageId: string | null;
  imageAlt: string;
  imageLicence: string;
}

/** The newest documents of the kinds with their texts, each in the language wished or the next best. */
export const findEntries = (
  ctx: Ctx,
  kinds: readonly string[],
  theme: string | null,
  limit: number,
): Promise<EntryRow[]> =>
  ctx.tx.many<EntryRow>(sql`
    select d.id, d.kind, d.slug, v.id as "versionId", v.lang, v.title, v.lead, v.body, d.published_at as "publishedAt", lower(v.shown) as "updatedAt",
      d.image_id as "imageId", v.image_alt as "imageAlt", d.image_licence as "imageLicence",
      case when jsonb_typeof(v.facts -> 'authors') = 'array' then array(select jsonb_array_elements_text(v.facts -> 'authors')) end as authors,
      (select array_agg(t.theme) from library.document_theme t where t.document_id = d.id) as themes
    from library.document d
    join lateral (select v.id, v.lang, v.title, v.lead, v.body, v.facts, v.shown, v.image_alt from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.published_at <= kernel.instant() and d.kind = any(${kinds}::text[])
      and (${theme}::text is null or exists (select from library.document_theme t where t.document_id = d.id and t.theme = ${theme}::text))
    order by d.published_at desc, d.id desc limit ${limit}`);
