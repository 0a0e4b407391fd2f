import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Share } from '../schema.ts';

interface At {
  readonly planId: string;
  readonly partnershipId: string;
}
interface CostContent {
  readonly id: string;
  readonly taskId: string | null;
  readonly title: string;
  readonly document: string;
  readonly amount: number;
}
export const insertCost = (ctx: Ctx, c: At & CostContent): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.plan_cost (id, plan_id, partnership_id, task_id, title, document, amount)
    values (${c.id}, ${c.planId}, ${c.partnershipId}, ${c.taskId}, ${c.title}, ${c.document}, ${c.amount})`);

export const updateCost = (ctx: Ctx, c: CostContent): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.plan_cost set task_id = ${c.taskId}, title = ${c.title}, document = ${c.document}, amount = ${c.amount},
      row_version = row_version + 1
    where id = ${c.id}`);

export const insertShare = (
  ctx: Ctx,
  s: At & Share & { readonly id: string; readonly costId: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.plan_cost_share (id, cost_id, plan_id, partnership_id, source_code, institution_id, amount)
    values (${s.id}, ${s.costId}, ${s.planId}, ${s.partnershipId}, ${s.source}, ${s.institutionId}, ${s.amount})`);

export const dropShares = (ctx: Ctx, costId: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.plan_cost_share where cost_id = ${costId}`);

export const dropCost = (ctx: Ctx, planId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.plan_cost where id = ${id} and plan_id = ${planId}`);
