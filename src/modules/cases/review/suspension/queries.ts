import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findSuspensions = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    reason: string;
    from_on: string;
    until_on: string;
    resumed_on: string | null;
  }>(sql`
    select id, reason, from_on, until_on, resumed_on from cases.suspension where case_id = ${caseId} order by from_on desc, id desc`);

export const insertSuspension = (
  ctx: Ctx,
  s: {
    id: string;
    caseId: string;
    reason: string;
    fromOn: LocalDate;
    untilOn: LocalDate;
    reviewId: string | null;
  },
) =>
  ctx.tx.run(sql`
    insert into cases.suspension (id, case_id, reason, from_on, until_on, review_id, recorded_by)
    values (${s.id}, ${s.caseId}, ${s.reason}, ${s.fromOn}, ${s.untilOn}, ${s.reviewId}, ${ctx.actor.subjectId})`);

export const endSuspension = (ctx: Ctx, caseId: string, on: LocalDate) =>
  ctx.tx.run(sql`
    update cases.suspension set resumed_on = greatest(from_on, ${on}::date), row_version = row_version + 1
    where case_id = ${caseId} and resumed_on is null`);

/** The last review and its decision; the days of suspension count from it. */
export const findLastReview = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ id: string; held_on: string; decision: string; next_review_on: string | null }>(sql`
    select id, held_on, decision, next_review_on from cases.review where case_id = ${caseId} order by number desc limit 1`);

export const findPlannedReview = (ctx: Ctx, caseId: string) =>
  ctx.tx.maybe<{ next_review_on: string | null }>(
    sql`select next_review_on from cases.plan where case_id = ${caseId} and state = 'signed'`,
  );
