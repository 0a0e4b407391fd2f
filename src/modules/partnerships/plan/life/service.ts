import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addMonths, type LocalDate } from '#kernel/time.ts';
import { mayCoordinate } from '../../policy.ts';
import type { PartnershipsHost } from '../../schema.ts';
import { changing, note, require, today } from '../../service.ts';
import { insertCost, insertShare } from '../budget/queries.ts';
import { insertMeasurement } from '../measuring/queries.ts';
import type { Indicator, Plan, PlanForm } from '../schema.ts';
import {
  computedOf,
  costsOf,
  goalsOf,
  holdDraft,
  indicatorsOf,
  measurementsOf,
  placeOf,
  planOf,
  plansOf,
  readingsOf,
  tasksOf,
} from '../service.ts';
import { insertGoal, insertIndicator, insertTask, setTaskState } from '../writing/queries.ts';
import * as queries from './queries.ts';

function checkPeriod(form: { from: LocalDate; to: LocalDate }): void {
  if (form.to < form.from) throw invalid({ field: 'to', message: 'date.order' });
}

async function toCoordinate(ctx: Ctx, id: string): Promise<void> {
  const { partnership, standing } = await placeOf(ctx, id);
  require(mayCoordinate(ctx.actor, standing));
  changing(partnership);
}

/** A new period, empty or from an earlier plan. Gives the id of its draft. */
export async function createPlan(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  form: PlanForm & { copy: string },
): Promise<string> {
  await toCoordinate(ctx, id);
  checkPeriod(form);
  const from = form.copy === '' ? null : await planOf(ctx, id, form.copy);
  const planId = newId();
  await queries.insertPlan(ctx, {
    ...form,
    id: planId,
    partnershipId: id,
    lineId: newId(),
    version: 1,
    copiedFrom: from?.id ?? null,
  });
  if (from) await copyParts(ctx, host, from, await planOf(ctx, id, planId));
  await note(ctx, 'plan.create', id, { plan: planId, copied: from?.id ?? null });
  return planId;
}

/** The next version of an adopted plan: the same goals, tasks with how they go, costs and measurements. */
export async function amendPlan(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  planId: string,
): Promise<string> {
  await toCoordinate(ctx, id);
  const from = await planOf(ctx, id, planId);
  const line = (await plansOf(ctx, id)).filter((p) => p.lineId === from.lineId);
  const draft = line.find((p) => p.state === 'draft');
  if (draft) return draft.id;
  if (from.state !== 'adopted') throw notFound();
  const next = newId();
  await queries.insertPlan(ctx, {
    id: next,
    partnershipId: id,
    lineId: from.lineId,
    version: Math.max(...line.map((p) => p.version)) + 1,
    title: from.title,
    summary: from.summary,
    from: from.startsOn,
    to: from.endsOn,
    copiedFrom: from.id,
  });
  await copyParts(ctx, host, from, await planOf(ctx, id, next));
  await note(ctx, 'plan.amend', id, { plan: next, from: from.id });
  return next;
}

const months = (day: LocalDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
/** The same day of a later period, within its ends. */
function moved(day: LocalDate, from: Plan, to: Plan): LocalDate {
  const later = addMonths(day, months(to.startsOn) - months(from.startsOn));
  const [, inside = later] = [to.startsOn, later, to.endsOn].sort();
  return inside;
}

/**
 * Copies what a plan consists of. Within the line everything comes along; into another period tasks begin anew, costs
 * lose their documents (the same document would be the same cost), and the last value of an indicator becomes its
 * baseline.
 */
async function copyParts(ctx: Ctx, host: PartnershipsHost, from: Plan, to: Plan): Promise<void> {
  const same = from.lineId === to.lineId;
  const when = ({ startsOn, dueOn }: { startsOn: LocalDate; dueOn: LocalDate }) => ({
    startsOn: moved(startsOn, from, to),
    dueOn: moved(dueOn, from, to),
  });
  const at = { planId: to.id, partnershipId: to.partnershipId };
  const goals = new Map<string, string>();
  for (const [i, goal] of (await goalsOf(ctx, from.id)).entries()) {
    const id = newId();
    goals.set(goal.id, id);
    await insertGoal(ctx, { ...goal, ...when(goal), ...at, id, position: i + 1 });
  }
  const known = new Map<string, string>();
  const indicators = await indicatorsOf(ctx, from.id);
  const last = same ? null : await readingsOf(ctx, host, from, indicators);
  for (const indicator of indicators) {
    const id = newId();
    known.set(indicator.id, id);
    await insertIndicator(ctx, {
      ...startingFrom(indicator, last?.get(indicator.id)),
      ...at,
      id,
      goalId: goals.get(indicator.goalId) ?? '',
    });
  }
  if (same)
    for (const m of (await measurementsOf(ctx, from.id)).filter((one) => one.withdrawnOn === null).reverse())
      await insertMeasurement(ctx, { ...m, ...at, id: newId(), indicatorId: known.get(m.indicatorId) ?? '' });
  const tasks = new Map<string, string>();
  for (const task of await tasksOf(ctx, from.id)) {
    const id = newId();
    tasks.set(task.id, id);
    await insertTask(ctx, { ...task, ...when(task), ...at, id, goalId: goals.get(task.goalId) ?? '' });
    if (same && task.state !== 'planned') await setTaskState(ctx, { ...task, id });
  }
  for (const cost of await costsOf(ctx, from.id)) {
    const id = newId();
    const taskId = cost.taskId === null ? null : (tasks.get(cost.taskId) ?? null);
    await insertCost(ctx, { ...cost, ...at, id, taskId, document: same ? cost.document : '' });
    for (const share of cost.shares) await insertShare(ctx, { ...share, ...at, id: newId(), costId: id });
  }
}

const startingFrom = (
  indicator: Indicator,
  reading: { value: number | null; on: LocalDate } | undefined,
): Indicator =>
  reading?.value === null || reading === undefined
    ? indicator
    : { ...indicator, baseline: reading.value, baselineOn: reading.on };

export async function changePlan(ctx: Ctx, id: string, planId: string, form: PlanForm): Promise<void> {
  const plan = await holdDraft(ctx, id, planId, form._version);
  checkPeriod(form);
  await queries.updatePlan(ctx, { ...form, id: plan.id });
  await note(ctx, 'plan.change', id, { plan: plan.id });
}

/** What a draft lacks before it may be adopted; nothing means it is whole. */
export async function lacksOf(ctx: Ctx, plan: Plan): Promise<('goals' | 'indicators' | 'tasks')[]> {
  const [goals, indicators, tasks] = [
    await goalsOf(ctx, plan.id),
    await indicatorsOf(ctx, plan.id),
    await tasksOf(ctx, plan.id),
  ];
  return [
    ...(goals.length === 0 ? (['goals'] as const) : []),
    ...(goals.some((g) => !indicators.some((i) => i.goalId === g.id)) ? (['indicators'] as const) : []),
    ...(goals.some((g) => !tasks.some((task) => task.goalId === g.id)) ? (['tasks'] as const) : []),
  ];
}

/** Adopted by a decision of the partnership; the version before is superseded. */
export async function adoptPlan(
  ctx: Ctx,
  id: string,
  planId: string,
  form: { on: LocalDate; decision: string; _version?: number | undefined },
): Promise<void> {
  const plan = await holdDraft(ctx, id, planId, form._version);
  if (form.on > today(ctx)) throw invalid({ field: 'on', message: 'date.future' });
  if ((await lacksOf(ctx, plan)).length > 0) throw new AppError('conflict', { reason: 'plan_incomplete' });
  const plans = await plansOf(ctx, id);
  const before = plans.find((p) => p.lineId === plan.lineId && p.state === 'adopted');
  if (before) await queries.setPlanState(ctx, before.id, 'superseded');
  await queries.adopt(ctx, plan.id, form.on, form.decision);
  await note(ctx, 'plan.adopt', id, { plan: plan.id, version: plan.version });
}

/** Closed with an assessment; figures of cases are written down as they stand, so that they stay. */
export async function closePlan(
  ctx: Ctx,
  host: PartnershipsHost,
  id: string,
  planId: string,
  form: { assessment: string; _version?: number | undefined },
): Promise<void> {
  await toCoordinate(ctx, id);
  const plan = await planOf(ctx, id, planId);
  if (plan.state !== 'adopted') throw notFound();
  if (form._version !== undefined && plan.rowVersion !== form._version) throw stale({});
  const figures = await computedOf(ctx, host, plan);
  for (const indicator of await indicatorsOf(ctx, plan.id)) {
    const figure = indicator.computed && figures.get(indicator.computed);
    if (!figure || figure.value === null) continue;
    await insertMeasurement(ctx, {
      id: newId(),
      indicatorId: indicator.id,
      planId: plan.id,
      partnershipId: id,
      measuredOn: figure.on,
      value: figure.value,
      source: figure.source,
    });
  }
  await queries.close(ctx, plan.id, today(ctx), form.assessment);
  await note(ctx, 'plan.close', id, { plan: plan.id });
}

/** A draft nobody needs. An adopted version before it stays. */
export async function dropPlan(ctx: Ctx, id: string, planId: string): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  await queries.setPlanState(ctx, plan.id, 'dropped');
  await note(ctx, 'plan.drop', id, { plan: plan.id });
}
