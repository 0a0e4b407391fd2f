import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** The sentences of the warnings with their sources, also of those that are no longer in force. */
export const findWarnings = (ctx: Ctx, codes: readonly string[]) =>
  ctx.tx.many<{ code: string; pl: string; en: string; uk: string | null; source: string }>(sql`
    select code, pl, en, uk, source from cases.term
    where list = 'plan_warning' and code = any (${codes}::text[]) order by position`);
