import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Filters } from './schema.ts';

export interface ResultRow {
  id: string;
  slug: string;
  lang: string;
  title: string;
  lead: string;
  facts: unknown;
  publishedAt: Date | null;
  updatedAt: Date | null;
}

/**
 * Results readers see, newest first, each in the reader's language or the next best; an empty filter takes everything.
 * `question` is the text of a tsquery, answered by a result in any language it is shown in.
 */
export const findResults = (
  ctx: Ctx,
  f: Filters,
  question: string,
  limit: number,
  offset: number,
): Promise<ResultRow[]> =>
  ctx.tx.many<ResultRow>(sql`
    select d.id, d.slug, v.lang, v.title, v.lead, v.facts, d.published_at as "publishedAt", lower(v.shown)::timestamptz as "updatedAt"
    from library.document d
    join lateral (select v.lang, v.title, v.lead, v.facts, v.shown from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.kind = 'result' and d.published_at <= kernel.instant()
      and (${f.theme} = '' or v.facts ->> 'theme' = ${f.theme}) and (${f.project} = '' or v.facts ->> 'project' = ${f.project})
      and (${f.type} = '' or v.facts ->> 'type' = ${f.type}) and (${f.licence} = '' or v.facts ->> 'licence' = ${f.licence})
      and (${question} = '' or exists (select from library.version w where w.document_id = d.id and w.state = 'published'
        and w.shown @> kernel.instant() and w.words @@ ${question}::tsquery))
    order by d.published_at desc, d.id desc limit ${limit} offset ${offset}`);

/** What results say of themselves, by fact, with how many say so. */
export const findChoices = (
  ctx: Ctx,
): Promise<{ fact: string | null; value: string | null; n: number | null }[]> =>
  ctx.tx.many<{ fact: string | null; value: string | null; n: number | null }>(sql`
    select c.fact, c.value, count(*)::int as n
    from library.document d
    join lateral (select v.facts from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    cross join lateral (values ('theme', v.facts ->> 'theme'), ('project', v.facts ->> 'project'), ('type', v.facts ->> 'type'),
      ('licence', v.facts ->> 'licence')) c (fact, value)
    where d.kind = 'result' and d.published_at <= kernel.instant() and c.value <> ''
    group by c.fact, c.value order by c.fact, c.value limit 1000`);
