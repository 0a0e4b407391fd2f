import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findReviews = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    number: number;
    held_on: string;
    kind: string;
    trigger_code: string;
    present: string;
    decision: string;
    minutes: string;
    next_review_on: string | null;
    recorded_by: string;
    recorded_at: Date;
  }>(sql`
    select id, number, held_on, kind, trigger_code, present, decision, minutes, next_review_on, recorded_by, recorded_at
    from cases.review where case_id = ${caseId} order by number desc`);

export const findLast = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{
    id: string;
    number: number;
    held_on: string;
    decision: string;
    next_review_on: string | null;
  }>(sql`
    select id, number, held_on, decision, next_review_on from cases.review where case_id = ${caseId} order by number desc limit 1`);

/** Findings with the names that goals and items had in the version that was reviewed. */
export const findGoals = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ review_id: string; lineage_id: string; scale: number; label: string | null }>(sql`
    select f.review_id, f.lineage_id, f.scale, g.title as label from cases.review_goal f
    join cases.review r on r.id = f.review_id left join cases.goal g on g.plan_id = r.plan_id and g.lineage_id = f.lineage_id
    where f.case_id = ${caseId} order by g.position`);

export const findItems = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    review_id: string;
    lineage_id: string;
    result: string;
    reason: string;
    service_code: string | null;
  }>(sql`
    select f.review_id, f.lineage_id, f.result, f.reason, i.service_code from cases.review_item f
    join cases.review r on r.id = f.review_id left join cases.plan_item i on i.plan_id = r.plan_id and i.lineage_id = f.lineage_id
    where f.case_id = ${caseId} order by i.position`);

export interface ReviewRow {
  readonly id: string;
  readonly caseId: string;
  readonly planId: string;
  readonly number: number;
  readonly heldOn: LocalDate;
  readonly kind: string;
  readonly trigger: string;
  readonly present: string;
  readonly decision: string;
  readonly minutes: string;
  readonly nextReviewOn: LocalDate | null;
}
export const insertReview = (ctx: Ctx, r: ReviewRow) =>
  ctx.tx.run(sql`
    insert into cases.review (id, case_id, plan_id, number, held_on, kind, trigger_code, present, decision, minutes,
      next_review_on, recorded_by, recorded_at)
    values (${r.id}, ${r.caseId}, ${r.planId}, ${r.number}, ${r.heldOn}, ${r.kind}, ${r.trigger}, ${r.present},
      ${r.decision}, ${r.minutes}, ${r.nextReviewOn}, ${ctx.actor.subjectId}, ${ctx.now})`);

export const insertItem = (
  ctx: Ctx,
  reviewId: string,
  caseId: string,
  item: { lineageId: string; result: string; reason: string },
) =>
  ctx.tx.run(sql`
    insert into cases.review_item (review_id, case_id, lineage_id, result, reason)
    values (${reviewId}, ${caseId}, ${item.lineageId}, ${item.result}, ${item.reason})`);

export const insertGoal = (
  ctx: Ctx,
  reviewId: string,
  caseId: string,
  goal: { lineageId: string; scale: number },
) =>
  ctx.tx.run(sql`
    insert into cases.review_goal (review_id, case_id, lineage_id, scale)
    values (${reviewId}, ${caseId}, ${goal.lineageId}, ${goal.scale})`);
