import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Kinds of support of the public base that may answer these needs. */
export const findSupportKinds = (ctx: Ctx, needs: readonly string[]): Promise<{ support: string }[]> =>
  ctx.tx.many<{ support: string }>(
    sql`select distinct support from cases.need_support where need = any(${needs}::text[]) order by support`,
  );

/** Needs nobody met in a county within a year; the database leaves out counts below five. */
export const findUnmetNeeds = (
  ctx: Ctx,
  county: string,
  today: LocalDate,
): Promise<{ need: string | null; count: number | null }[]> =>
  ctx.tx.many<{ need: string | null; count: number | null }>(
    sql`select need, count from cases.api_unmet_needs(${county}, ${today}::date)`,
  );
