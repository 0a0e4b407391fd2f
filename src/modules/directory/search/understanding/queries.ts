import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface TermRow {
  taxonomy: string;
  code: string;
  name_pl: string;
  name_en: string;
  words: string[];
}
export const findTerms = (ctx: Ctx): Promise<TermRow[]> =>
  ctx.tx.many<TermRow>(sql`
    select taxonomy, code, name_pl, name_en, words from directory.term
    where taxonomy in ('type', 'status', 'category', 'cpv', 'pkd2025', 'group', 'support', 'access')
      and (valid_to is null or valid_to >= kernel.today())`);

/** Words of the base like these: those that begin so, and the most similar. */
export const findSimilar = (
  ctx: Ctx,
  words: readonly string[],
): Promise<{ asked: string | null; word: string }[]> =>
  ctx.tx.many<{ asked: string | null; word: string }>(sql`
    select a.asked, w.word from unnest(${words}::text[]) as a (asked)
    cross join lateral (
      (select word from directory.word where word like a.asked || '%' order by length(word) limit 6)
      union
      (select word from directory.word where word % a.asked order by word <-> a.asked limit 12)
    ) w`);
