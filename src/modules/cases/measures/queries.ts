import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Suppressed in the database. Nothing for whoever is no member of the partnership. */
export const findShares = (ctx: Ctx, partnershipId: string, from: LocalDate, to: LocalDate) =>
  ctx.tx.many<{ code: string | null; counted: number | null; total: number | null }>(
    sql`select code, counted, total from cases.api_measures(${partnershipId}::uuid, ${from}::date, ${to}::date)`,
  );

export const findSpread = (ctx: Ctx, year: number) =>
  ctx.tx.many<{ code: string | null; shares: number[] | null; computed_on: string | null }>(
    sql`select code, shares::float8[] as shares, computed_on from cases.api_measure_spread(${year})`,
  );

export const countMeasures = (ctx: Ctx) =>
  ctx.tx.one<{ lines: number | null }>(sql`select cases.api_count_measures() as lines`);
