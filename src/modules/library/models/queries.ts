import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ModelRow {
  id: string;
  slug: string;
  lang: string;
  title: string;
  lead: string;
  facts: unknown;
}

/** Every model that is shown now, in the reader's language or the next best. */
export const findModels = (ctx: Ctx): Promise<ModelRow[]> =>
  ctx.tx.many<ModelRow>(sql`
    select d.id, d.slug, v.lang, v.title, v.lead, v.facts from library.document d
    join lateral (select v.lang, v.title, v.lead, v.facts from library.version v
      where v.document_id = d.id and v.state = 'published' and v.shown @> kernel.instant()
      order by (v.lang = ${ctx.lang}) desc, (v.lang = 'pl') desc, (v.lang = 'en') desc, v.lang limit 1) v on true
    where d.kind = 'model' and d.published_at <= kernel.instant()
    order by v.title limit 500`);
