import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Null for the cases that the asker's institution leads. Nothing but zeros for whoever may not ask. */
export const findCounts = (ctx: Ctx, partnershipId: string | null, from: LocalDate, to: LocalDate) =>
  ctx.tx.one<{
    closed: number | null;
    neutral: number | null;
    dropped: number | null;
    waiting: number | null;
    eligible: number | null;
    social: number | null;
    vocational_waiting: number | null;
    vocational: number | null;
    employed: number | null;
    jobs: number | null;
    jobs_waiting: number | null;
    durable: number | null;
    durable_unknown: number | null;
  }>(sql`
    select closed, neutral, dropped, waiting, eligible, social, vocational_waiting, vocational, employed, jobs, jobs_waiting,
      durable, durable_unknown
    from cases.api_effectiveness(${partnershipId}::uuid, ${from}::date, ${to}::date)`);

export const findOutcomes = (ctx: Ctx, partnershipId: string | null, from: LocalDate, to: LocalDate) =>
  ctx.tx.many<{ code: string | null; n: number | null }>(sql`
    select code, n from cases.api_outcome_counts(${partnershipId}::uuid, ${from}::date, ${to}::date) order by n desc, code`);

/** Figures of a partnership, for its members: the database leaves out what is about fewer than five people. */
export const findFigures = (ctx: Ctx, partnershipId: string, from: LocalDate, to: LocalDate) =>
  ctx.tx.many<{ code: string | null; counted: number | null; whole: number | null; few: boolean | null }>(sql`
    select code, counted, whole, few from cases.api_figures(${partnershipId}::uuid, ${from}::date, ${to}::date)`);
