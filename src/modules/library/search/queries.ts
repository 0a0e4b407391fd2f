import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Documents whose words answer the question (the text of a tsquery), best first, each once. */
export const findAnswers = (
  ctx: Ctx,
  question: string,
  kind: string | null,
  theme: string | null,
  limit: number,
  offset: number,
): Promise<{ id: string | null }[]> =>
  ctx.tx.many<{ id: string | null }>(
    sql`select id from library.answers(${question}::tsquery, ${ctx.lang}, ${kind}, ${theme}, ${limit}, ${offset})`,
  );

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
