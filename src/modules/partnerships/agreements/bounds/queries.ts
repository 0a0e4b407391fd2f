import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface UseRow {
  institution_type: string | null;
  data_class: string | null;
  cases: number | null;
  grants: number | null;
}
/** Grants of today by type and class; -1 stands for one to four. */
export const findUse = (ctx: Ctx, partnershipId: string): Promise<UseRow[]> =>
  ctx.tx.many<UseRow>(sql`
    select institution_type, data_class, cases, grants from cases.api_ceiling_use(${partnershipId}::uuid)`);
