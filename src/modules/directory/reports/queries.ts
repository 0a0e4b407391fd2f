import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface NewReport {
  readonly id: string;
  readonly entityId: string;
  readonly cause: string;
  readonly note: string;
  readonly proposed: string;
  readonly email: string;
  readonly lang: string;
  readonly source: string;
}
/** False when there were too many from one source today. */
export const insertReport = (ctx: Ctx, r: NewReport): Promise<{ taken: boolean | null }> =>
  ctx.tx.one<{ taken: boolean | null }>(sql`
    select directory.report(${r.id}::uuid, ${r.entityId}::uuid, ${r.cause}, ${r.note}, ${r.proposed}::jsonb, ${r.email}, ${r.lang}, ${r.source}) as taken`);
