import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface NewPlan {
  readonly id: string;
  readonly partnershipId: string;
  readonly lineId: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly copiedFrom: string | null;
}
export const insertPlan = (ctx: Ctx, p: NewPlan): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.action_plan (id, partnership_id, line_id, version, title, summary, starts_on, ends_on, copied_from, created_by, created_at)
    values (${p.id}, ${p.partnershipId}, ${p.lineId}, ${p.version}, ${p.title}, ${p.summary}, ${p.from}, ${p.to}, ${p.copiedFrom},
      ${ctx.actor.subjectId}, ${ctx.now})`);

export const updatePlan = (
  ctx: Ctx,
  p: { id: string; title: string; summary: string; from: LocalDate; to: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.action_plan set title = ${p.title}, summary = ${p.summary}, starts_on = ${p.from}, ends_on = ${p.to},
      row_version = row_version + 1
    where id = ${p.id}`);

export const adopt = (ctx: Ctx, id: string, on: LocalDate, decision: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.action_plan set state = 'adopted', adopted_on = ${on}, decision = ${decision}, adopted_by = ${ctx.actor.subjectId},
      row_version = row_version + 1
    where id = ${id}`);

export const setPlanState = (ctx: Ctx, id: string, state: 'superseded' | 'dropped'): Promise<number> =>
  ctx.tx.run(
    sql`update partnerships.action_plan set state = ${state}, row_version = row_version + 1 where id = ${id}`,
  );

export const close = (ctx: Ctx, id: string, on: LocalDate, assessment: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.action_plan set state = 'closed', closed_on = ${on}, assessment = ${assessment}, row_version = row_version + 1
    where id = ${id}`);
