import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** More answers than this nobody reads; beyond it the newest are weighed, so that a common word costs no more than a rare one. */
const WEIGHED = 600;

/** Documents whose words answer the question, best first, each once, in the reader's language where it answers in that. */
export const findAnswers = (
  ctx: Ctx,
  question: string,
  kind: string | null,
  theme: string | null,
  limit: number,
  offset: number,
): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select c.id from (
      select v.document_id as id, ts_rank(v.words, ${question}::tsquery) * (case when v.lang = ${ctx.lang} then 1.0 else 0.6 end) as rank, v.shown
      from library.version v
      where v.state = 'published' and v.shown @> kernel.instant() and v.words @@ ${question}::tsquery
        and (${kind}::text is null or exists (select from library.document d where d.id = v.document_id and d.kind = ${kind}::text))
        and (${theme}::text is null or exists (select from library.document_theme t where t.document_id = v.document_id and t.theme = ${theme}::text))
      limit ${WEIGHED}) c
    group by c.id order by max(c.rank) desc, max(lower(c.shown)) desc, c.id limit ${limit} offset ${offset}`);

export interface ActRow {
  code: string;
  namePl: string;
  nameEn: string;
  journal: string;
  url: string | null;
  changedOn: string | null;
  changedNote: string;
}
export const findAct = (ctx: Ctx, code: string): Promise<ActRow | null> =>
  ctx.tx.maybe<ActRow>(sql`
    select code, name_pl as "namePl", name_en as "nameEn", journal, url, changed_on as "changedOn", changed_note as "changedNote"
    from library.act where code = ${code}`);
export const findResting = (ctx: Ctx, code: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select a.document_id as id from library.document_act a join library.document d on d.id = a.document_id
    where a.act = ${code} and d.published_at <= kernel.instant() order by d.published_at desc limit 200`);
