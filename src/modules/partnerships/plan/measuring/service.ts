import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { PartnershipsHost } from '../../schema.ts';
import { note, require, today } from '../../service.ts';
import { mayMeasure, mayWrite } from '../policy.ts';
import type { Indicator, Measurement, Plan, Reading } from '../schema.ts';
import { indicatorsOf, measurementsOf, type Place, placeOf, planOf, readingsOf } from '../service.ts';
import * as queries from './queries.ts';

export interface IndicatorView extends Place {
  readonly plan: Plan;
  readonly indicator: Indicator;
  readonly reading: Reading | null;
  readonly measurements: readonly Measurement[];
  readonly measures: boolean;
  readonly writes: boolean;
}

export async function indicatorView(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  planId: string,
  indicatorId: string,
): Promise<IndicatorView> {
  const place = await placeOf(ctx, id);
  const plan = await planOf(ctx, id, planId);
  const indicator = (await indicatorsOf(ctx, planId)).find((i) => i.id === indicatorId);
  if (!indicator) throw notFound();
  return {
    ...place,
    plan,
    indicator,
    reading: (await readingsOf(ctx, host, plan, [indicator])).get(indicatorId) ?? null,
    measurements: (await measurementsOf(ctx, planId)).filter((m) => m.indicatorId === indicatorId),
    measures: indicator.computed === null && mayMeasure(place.standing, plan.state).allowed,
    writes: mayWrite(ctx.actor, place.standing, plan.state).allowed,
  };
}

export async function measure(
  ctx: Ctx,
  host: PartnershipsHost,
  at: { id: string; planId: string; partId: string },
  form: { value: number; on: LocalDate; source: string },
): Promise<void> {
  const { standing, plan, indicator, measures } = await indicatorView(ctx, host, at.id, at.planId, at.partId);
  require(mayMeasure(standing, plan.state));
  if (!measures) throw notFound();
  if (form.on > today(ctx)) throw invalid({ field: 'on', message: 'date.future' });
  await queries.insertMeasurement(ctx, {
    id: newId(),
    indicatorId: indicator.id,
    planId: plan.id,
    partnershipId: at.id,
    measuredOn: form.on,
    value: form.value,
    source: form.source,
  });
  await note(ctx, 'plan.measure', at.id, { plan: plan.id, indicator: indicator.id });
}

/** A wrong value counts no more, and stays to be seen. Gives the id of its indicator. */
export async function withdrawValue(
  ctx: Ctx,
  id: string,
  planId: string,
  measurementId: string,
): Promise<string> {
  const { standing } = await placeOf(ctx, id);
  const plan = await planOf(ctx, id, planId);
  require(mayMeasure(standing, plan.state));
  const value = (await measurementsOf(ctx, planId)).find((m) => m.id === measurementId);
  if (!value) throw notFound();
  await queries.withdrawMeasurement(ctx, planId, measurementId, today(ctx));
  await note(ctx, 'plan.measurement_withdrawn', id, { plan: planId });
  return value.indicatorId;
}
