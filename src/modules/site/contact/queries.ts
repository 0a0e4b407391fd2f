import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findHelpLines = (
  ctx: Ctx,
): Promise<{ number: string; namePl: string; nameEn: string; nameUk: string }[]> =>
  ctx.tx.many<{ number: string; namePl: string; nameEn: string; nameUk: string }>(sql`
    select number, name_pl as "namePl", name_en as "nameEn", name_uk as "nameUk" from site.help_line
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) order by position`);

/** Counts a letter from a place; false above the limit of a day. */
export const maySend = (ctx: Ctx, id: string, source: string): Promise<{ may: boolean | null }> =>
  ctx.tx.one<{ may: boolean | null }>(sql`select site.may_send(${id}, ${source}) as may`);

export const forgetSent = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`delete from site.sent where sent_at < kernel.instant() - interval '1 day'`);
