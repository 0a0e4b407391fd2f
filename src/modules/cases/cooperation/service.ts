import type { Ctx } from '#kernel/context.ts';
import * as queries from './queries.ts';
import type { CaseHealth, CaseTrace, Period, RegionCases, Veil } from './schema.ts';

const VEILS: readonly Veil[] = ['few', 'most', 'some'];
const veilOf = (code: string | null): Veil | null => VEILS.find((veil) => veil === code) ?? null;
const KINDS = ['sent', 'accepted', 'case'] as const;

/** Who works with whom in a partnership of the actor; nothing of any other. */
export const cooperation = async (ctx: Ctx, partnershipId: string, period: Period): Promise<CaseTrace[]> =>
  (await queries.findTraces(ctx, partnershipId, period)).flatMap(({ kind, fromId, toId, n, veiled }) => {
    const known = KINDS.find((one) => one === kind);
    return known && fromId && toId ? [{ kind: known, fromId, toId, n, veil: veilOf(veiled) }] : [];
  });

/** What cases tell of the health of a partnership of the actor. */
export const health = async (
  ctx: Ctx,
  partnershipId: string,
  period: Period,
  meetingDays: number,
): Promise<CaseHealth[]> =>
  (await queries.findHealth(ctx, partnershipId, period, meetingDays)).map(({ code, veiled, ...row }) => ({
    ...row,
    code: code ?? '',
    veil: veilOf(veiled),
  }));

/** Counts of every partnership of the voivodeship, for its regional institution alone. */
export const regionCases = async (ctx: Ctx, voivodeship: string, period: Period): Promise<RegionCases[]> =>
  (await queries.findRegion(ctx, voivodeship, period)).flatMap(({ partnershipId, inTimeVeil, ...row }) =>
    partnershipId === null ? [] : [{ ...row, partnershipId, inTimeVeil: veilOf(inTimeVeil) }],
  );
