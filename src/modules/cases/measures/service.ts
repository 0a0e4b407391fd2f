import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import * as queries from './queries.ts';
import { isMeasure, type Share, type Spread } from './schema.ts';

/** Shares of the process of a partnership of the asker between the days, both included. */
export const sharesOf = async (
  ctx: Ctx,
  partnershipId: string,
  period: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Share[]> =>
  (await queries.findShares(ctx, partnershipId, period.from, period.to)).flatMap(({ code, ...share }) =>
    isMeasure(code) ? [{ code, ...share }] : [],
  );

/** The distribution of a calendar year over all partnerships, without names. */
export const spreadOf = async (ctx: Ctx, year: number): Promise<Spread[]> =>
  (await queries.findSpread(ctx, year)).flatMap(({ code, shares, computed_on }) =>
    isMeasure(code) && shares && computed_on ? [{ code, shares, computedOn: computed_on }] : [],
  );

/** Counts the shares of every partnership for this year and the last; answers how many there are. */
export const countMeasures = async (ctx: Ctx): Promise<number> =>
  (await queries.countMeasures(ctx)).lines ?? 0;
