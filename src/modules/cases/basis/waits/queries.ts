import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Institutions with a basis or a consent in force. */
export const findBased = (ctx: Ctx, caseId: string, day: LocalDate) =>
  ctx.tx.many<{ institution_id: string | null }>(sql`
    select institution_id from cases.institution_basis
    where case_id = ${caseId} and ended_at is null and (valid_to is null or valid_to >= ${day}::date)
    union
    select institution_id from cases.consent
    where case_id = ${caseId} and withdrawn_at is null and valid_to >= ${day}::date`);

export const findClause = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ given: boolean | null }>(
    sql`select exists (select from cases.clause_given where case_id = ${caseId}) as given`,
  );
