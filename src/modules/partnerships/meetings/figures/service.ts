import type { Ctx } from '#kernel/context.ts';
import { type LocalDate, startOfDay } from '#kernel/time.ts';
import type { Figures } from '../schema.ts';
import { bodyIds, figuresOf, placeOf } from '../service.ts';
import * as queries from './queries.ts';

/** Meetings of a partnership from one day to another (left out), for its members: people and attendances apart. */
export async function meetingFigures(
  ctx: Ctx,
  partnershipId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<Figures> {
  const place = await placeOf(ctx, 'partnership', partnershipId);
  return figuresOf(ctx, bodyIds(place), startOfDay(from), startOfDay(until));
}

export interface CommonMeetings {
  readonly one: string;
  readonly other: string;
  readonly meetings: number;
}
/** Which institutions of a partnership sat at one table how often, each pair once. */
export async function commonMeetings(
  ctx: Ctx,
  partnershipId: string,
  from: LocalDate,
  until: LocalDate,
): Promise<CommonMeetings[]> {
  const place = await placeOf(ctx, 'partnership', partnershipId);
  const rows = await queries.findCommon(ctx, bodyIds(place), startOfDay(from), startOfDay(until));
  return rows.flatMap((r) =>
    r.one && r.other ? [{ one: r.one, other: r.other, meetings: r.meetings ?? 0 }] : [],
  );
}
