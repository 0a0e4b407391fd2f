import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Period } from './schema.ts';

export const findTraces = (ctx: Ctx, partnershipId: string, { from, to }: Period) =>
  ctx.tx.many<{
    kind: string | null;
    fromId: string | null;
    toId: string | null;
    n: number | null;
    veiled: string | null;
  }>(sql`
    select kind, from_id as "fromId", to_id as "toId", n, veiled
    from cases.api_cooperation(${partnershipId}, ${from}::date, ${to}::date)`);

export const findHealth = (ctx: Ctx, partnershipId: string, { from, to }: Period, meetingDays: number) =>
  ctx.tx.many<{
    code: string | null;
    whole: number | null;
    part: number | null;
    veiled: string | null;
    median: number | null;
  }>(sql`
    select code, whole, part, veiled, median
    from cases.api_health(${partnershipId}, ${from}::date, ${to}::date, ${meetingDays})`);

export const findRegion = (ctx: Ctx, voivodeship: string, { from, to }: Period) =>
  ctx.tx.many<{
    partnershipId: string | null;
    open: number | null;
    answered: number | null;
    inTime: number | null;
    inTimeVeil: string | null;
  }>(sql`
    select partnership_id as "partnershipId", open_cases as open, answered, in_time as "inTime", in_time_veiled as "inTimeVeil"
    from cases.api_region(${voivodeship}, ${from}::date, ${to}::date)`);
