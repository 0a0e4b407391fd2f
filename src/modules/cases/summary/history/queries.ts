import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findInstitutions = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(
    sql`select id, short_name as name from organisations.api_institution where id = any (${ids}::uuid[])`,
  );

export const findWorkers = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(
    sql`select id, name from organisations.api_worker where id = any (${ids}::uuid[])`,
  );

/** Items of any version by what they have in common; only those the reader may see. */
export const findItems = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ lineage_id: string; service_code: string }>(
    sql`select distinct on (lineage_id) lineage_id, service_code from cases.plan_item where case_id = ${caseId} order by lineage_id`,
  );

export const findGoals = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ id: string; title: string }>(sql`select id, title from cases.goal where case_id = ${caseId}`);
