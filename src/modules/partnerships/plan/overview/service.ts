import type { Ctx } from '#kernel/context.ts';
import { mayCoordinate } from '../../policy.ts';
import type { PartnershipsHost } from '../../schema.ts';
import { require, today } from '../../service.ts';
import { lacksOf } from '../life/service.ts';
import { budgetOf, mayWrite, planOfToday, reached } from '../policy.ts';
import { costsOf, placeOf, planOf, plansOf, sourcesOf, tasksOf, wholePlan } from '../service.ts';

/** Everything the page of a plan shows; without an id of the one that counts today, null when there is none. */
export async function overviewOf(ctx: Ctx, host: PartnershipsHost, id: string, planId: string | null) {
  const { partnership, standing, coordinates } = await placeOf(ctx, id);
  const plans = await plansOf(ctx, id);
  const plan = planId === null ? planOfToday(plans, today(ctx)) : await planOf(ctx, id, planId);
  if (!plan) return { partnership, coordinates, page: null };
  const whole = await wholePlan(ctx, host, plan);
  return {
    partnership,
    coordinates,
    page: {
      partnership,
      coordinates,
      whole,
      met: new Map(whole.indicators.map((i) => [i.id, reached(i, i.reading?.value)])),
      lacks: plan.state === 'draft' ? await lacksOf(ctx, plan) : [],
      others: plans.filter((p) => p.id !== plan.id),
      budget: budgetOf(whole.costs),
      sources: await sourcesOf(ctx),
      writes: mayWrite(ctx.actor, standing, plan.state).allowed,
      today: today(ctx),
    },
  };
}

/** What the page of the budget shows. */
export async function budgetView(ctx: Ctx, id: string, planId: string) {
  const { partnership, standing } = await placeOf(ctx, id);
  const plan = await planOf(ctx, id, planId);
  const costs = await costsOf(ctx, planId);
  return {
    partnership,
    plan,
    costs,
    tasks: await tasksOf(ctx, planId),
    sources: await sourcesOf(ctx),
    budget: budgetOf(costs),
    writes: mayWrite(ctx.actor, standing, plan.state).allowed,
  };
}

/** The plan for a form that changes it; whoever may not write a draft finds no form. */
export async function writingView(ctx: Ctx, id: string, planId: string) {
  const { partnership, standing } = await placeOf(ctx, id);
  const plan = await planOf(ctx, id, planId);
  require(mayWrite(ctx.actor, standing, plan.state));
  return { partnership, plan };
}

/** The same for an adopted plan: closing it, making its next version. */
export async function adoptedView(ctx: Ctx, id: string, planId: string) {
  const { partnership, standing } = await placeOf(ctx, id);
  const plan = await planOf(ctx, id, planId);
  require(mayCoordinate(ctx.actor, standing));
  return { partnership, plan };
}

/** Plans to begin a new one from. */
export async function newPlanView(ctx: Ctx, id: string) {
  const { partnership, standing } = await placeOf(ctx, id);
  require(mayCoordinate(ctx.actor, standing));
  return { partnership, copies: (await plansOf(ctx, id)).filter((p) => p.state !== 'superseded') };
}
