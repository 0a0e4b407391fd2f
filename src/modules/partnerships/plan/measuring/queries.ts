import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface NewMeasurement {
  readonly id: string;
  readonly indicatorId: string;
  readonly planId: string;
  readonly partnershipId: string;
  readonly measuredOn: LocalDate;
  readonly value: number;
  readonly source: string;
}
export const insertMeasurement = (ctx: Ctx, m: NewMeasurement): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.plan_measurement (id, indicator_id, plan_id, partnership_id, measured_on, value, source, recorded_by, recorded_at)
    values (${m.id}, ${m.indicatorId}, ${m.planId}, ${m.partnershipId}, ${m.measuredOn}, ${m.value}, ${m.source}, ${ctx.actor.subjectId}, ${ctx.now})`);

export const withdrawMeasurement = (ctx: Ctx, planId: string, id: string, on: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.plan_measurement set withdrawn_on = ${on} where id = ${id} and plan_id = ${planId} and withdrawn_on is null`);
