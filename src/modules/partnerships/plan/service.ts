import type { Ctx } from '#kernel/context.ts';
import { notFound, stale } from '#kernel/errors.ts';
import { addDays, addMonths } from '#kernel/time.ts';
import { threadOf } from '#modules/organisations/api.ts';
import { mayCoordinate } from '../policy.ts';
import type { Partnership, PartnershipsHost, Standing } from '../schema.ts';
import { changing, partnershipOf, require, standingOf, today } from '../service.ts';
import { mayWrite } from './policy.ts';
import * as queries from './queries.ts';
import type {
  BudgetSource,
  Computed,
  Cost,
  Direction,
  Due,
  Goal,
  Indicator,
  Measurement,
  Plan,
  PlanState,
  Reading,
  Task,
  TaskState,
  WholePlan,
} from './schema.ts';
import { text } from './text.pl.ts';

const planOfRow = (row: queries.PlanRow): Plan => ({
  id: row.id,
  partnershipId: row.partnership_id,
  lineId: row.line_id,
  version: row.version,
  title: row.title,
  summary: row.summary,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  state: row.state as PlanState,
  adoptedOn: row.adopted_on,
  decision: row.decision,
  closedOn: row.closed_on,
  assessment: row.assessment,
  rowVersion: row.row_version,
});

export interface Place {
  readonly partnership: Partnership;
  readonly standing: Standing;
  /** Whether the actor may write drafts here. */
  readonly coordinates: boolean;
}

/** The partnership, for those whose institution is a member; for everybody else these pages do not exist. */
export async function placeOf(ctx: Ctx, id: string): Promise<Place> {
  const partnership = await partnershipOf(ctx, id);
  const standing = await standingOf(ctx, id);
  if (!standing.member) throw notFound();
  return { partnership, standing, coordinates: mayCoordinate(ctx.actor, standing).allowed };
}

export const plansOf = async (ctx: Ctx, id: string): Promise<Plan[]> =>
  (await queries.findPlans(ctx, id)).map(planOfRow);

export async function planOf(ctx: Ctx, id: string, planId: string): Promise<Plan> {
  const row = await queries.findPlan(ctx, id, planId);
  if (!row) throw notFound();
  return planOfRow(row);
}

/** The plan held for writing, by whoever coordinates, while it is a draft. */
export async function holdDraft(ctx: Ctx, id: string, planId: string, version?: number): Promise<Plan> {
  const { partnership, standing } = await placeOf(ctx, id);
  changing(partnership);
  const locked = await queries.lockPlan(ctx, planId);
  if (!locked) throw notFound();
  const plan = await planOf(ctx, id, planId);
  require(mayWrite(ctx.actor, standing, plan.state));
  if (version !== undefined && locked.row_version !== version) throw stale({});
  return plan;
}

export const goalsOf = async (ctx: Ctx, planId: string): Promise<Goal[]> =>
  (await queries.findGoals(ctx, planId)).map((row) => ({
    id: row.id,
    title: row.title,
    description: row.description,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    rowVersion: row.row_version,
  }));

export const indicatorsOf = async (ctx: Ctx, planId: string): Promise<Indicator[]> =>
  (await queries.findIndicators(ctx, planId)).map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    name: row.name,
    definition: row.definition,
    unit: row.unit,
    direction: row.direction as Direction,
    baseline: row.baseline,
    baselineOn: row.baseline_on,
    target: row.target ?? 0,
    computed: row.computed as Computed | null,
    rowVersion: row.row_version,
  }));

export const measurementsOf = async (ctx: Ctx, planId: string): Promise<Measurement[]> =>
  (await queries.findMeasurements(ctx, planId)).map((row) => ({
    id: row.id,
    indicatorId: row.indicator_id,
    measuredOn: row.measured_on,
    value: row.value ?? 0,
    source: row.source,
    withdrawnOn: row.withdrawn_on,
  }));

export const tasksOf = async (ctx: Ctx, planId: string): Promise<Task[]> =>
  (await queries.findTasks(ctx, planId)).map((row) => ({
    id: row.id,
    goalId: row.goal_id,
    title: row.title,
    institutionId: row.institution_id,
    institution: row.institution,
    thread: threadOf(row.type),
    workerId: row.worker_id,
    worker: row.worker,
    startsOn: row.starts_on,
    dueOn: row.due_on,
    state: row.state as TaskState,
    doneOn: row.done_on,
    doneNote: row.done_note,
    rowVersion: row.row_version,
  }));

export async function costsOf(ctx: Ctx, planId: string): Promise<Cost[]> {
  const shares = await queries.findShares(ctx, planId);
  return (await queries.findCosts(ctx, planId)).map((row) => ({
    id: row.id,
    taskId: row.task_id,
    title: row.title,
    document: row.document,
    amount: row.amount,
    financed: row.financed,
    rowVersion: row.row_version,
    shares: shares
      .filter((s) => s.cost_id === row.id)
      .map((s) => ({
        source: s.source_code,
        institutionId: s.institution_id,
        institution: s.institution,
        amount: s.amount,
      })),
  }));
}

export const sourcesOf = async (ctx: Ctx): Promise<BudgetSource[]> =>
  (await queries.findSources(ctx)).map((row) => ({
    code: row.code,
    name: ctx.lang === 'en' ? row.en : row.pl,
    publicMoney: row.public_money,
    source: row.source,
  }));

/**
 * What cases say by themselves of the time of the plan that has passed: counts, and shares in per cent. Never of fewer
 * than five people; the database leaves those out.
 */
export async function computedOf(
  ctx: Ctx,
  host: PartnershipsHost,
  plan: Plan,
): Promise<ReadonlyMap<string, Reading>> {
  const day = today(ctx);
  const [to = day] = [plan.endsOn, day].sort();
  if (plan.startsOn > to || !host.figures) return new Map();
  const t = text[ctx.lang];
  const figures = await host.figures(ctx, plan.partnershipId, plan.startsOn, to);
  return new Map(
    figures.map((f) => {
      const share =
        f.whole === null || f.whole === 0 || f.counted === null ? null : (f.counted / f.whole) * 100;
      const value = f.shared ? (share === null ? null : Math.round(share * 10) / 10) : f.counted;
      return [f.code, { value, on: to, source: t.fromCases, few: f.few }];
    }),
  );
}

/** The last value of each indicator: of a computed one from cases, of the others as somebody measured it. */
export async function readingsOf(
  ctx: Ctx,
  host: PartnershipsHost,
  plan: Plan,
  indicators: readonly Indicator[],
): Promise<ReadonlyMap<string, Reading>> {
  const measured = (await measurementsOf(ctx, plan.id)).filter((m) => m.withdrawnOn === null);
  // Days of a draft move as often as its author likes, and two windows a day apart tell of one person.
  const live =
    plan.state === 'adopted' && indicators.some((i) => i.computed !== null)
      ? await computedOf(ctx, host, plan)
      : new Map<string, Reading>();
  return new Map(
    indicators.flatMap((i) => {
      const computed = i.computed === null ? undefined : live.get(i.computed);
      const last = measured.find((m) => m.indicatorId === i.id);
      const reading =
        computed ?? (last && { value: last.value, on: last.measuredOn, source: last.source, few: false });
      return reading ? [[i.id, reading] as const] : [];
    }),
  );
}

export async function wholePlan(ctx: Ctx, host: PartnershipsHost, plan: Plan): Promise<WholePlan> {
  const indicators = await indicatorsOf(ctx, plan.id);
  const readings = await readingsOf(ctx, host, plan, indicators);
  return {
    plan,
    goals: await goalsOf(ctx, plan.id),
    indicators: indicators.map((i) => ({ ...i, reading: readings.get(i.id) ?? null })),
    tasks: await tasksOf(ctx, plan.id),
    costs: await costsOf(ctx, plan.id),
  };
}

const AHEAD_DAYS = 14;

/** What plans ask of the acting worker: tasks of the institution that are theirs or nobody's, plans to be closed. */
export async function duePlanWork(ctx: Ctx): Promise<Due[]> {
  const day = today(ctx);
  const t = text[ctx.lang].due;
  const at = (row: { partnership_id: string }, rest: string) =>
    `/partnerships/${row.partnership_id}/plan/${rest}`;
  const tasks = await queries.findDueTasks(ctx, addDays(day, AHEAD_DAYS));
  const ended = await queries.findPlansToClose(ctx, day);
  return [
    ...tasks.map((row) => ({
      href: at(row, `${row.plan_id}/tasks/${row.id}`),
      what: t.task(row.title),
      until: row.due_on,
      late: row.due_on < day,
    })),
    ...ended.map((row) => ({
      href: at(row, `${row.id}/close`),
      what: t.close(row.title),
      // A month to look back, our own measure.
      until: addMonths(row.ends_on, 1),
      late: addMonths(row.ends_on, 1) < day,
    })),
  ];
}
