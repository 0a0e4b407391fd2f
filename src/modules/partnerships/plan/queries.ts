import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface PlanRow {
  id: string;
  partnership_id: string;
  line_id: string;
  version: number;
  title: string;
  summary: string;
  starts_on: string;
  ends_on: string;
  state: string;
  adopted_on: string | null;
  decision: string;
  closed_on: string | null;
  assessment: string;
  row_version: number;
}
/** Every version that was not dropped, the newest period first. */
export const findPlans = (ctx: Ctx, partnershipId: string): Promise<PlanRow[]> =>
  ctx.tx.many<PlanRow>(sql`
    select id, partnership_id, line_id, version, title, summary, starts_on, ends_on, state, adopted_on, decision, closed_on,
      assessment, row_version
    from partnerships.action_plan where partnership_id = ${partnershipId} and state <> 'dropped'
    order by starts_on desc, version desc, id limit 200`);

export const findPlan = (ctx: Ctx, partnershipId: string, id: string): Promise<PlanRow | null> =>
  ctx.tx.maybe<PlanRow>(sql`
    select id, partnership_id, line_id, version, title, summary, starts_on, ends_on, state, adopted_on, decision, closed_on,
      assessment, row_version
    from partnerships.action_plan where id = ${id} and partnership_id = ${partnershipId} and state <> 'dropped'`);

/** Holds a plan until the end of the transaction; null where the actor may not change it. */
export const lockPlan = (ctx: Ctx, id: string): Promise<{ row_version: number } | null> =>
  ctx.tx.maybe<{ row_version: number }>(
    sql`select row_version from partnerships.action_plan where id = ${id} for update`,
  );

export const findGoals = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    title: string;
    description: string;
    starts_on: string;
    due_on: string;
    row_version: number;
  }>(sql`
    select id, title, description, starts_on, due_on, row_version from partnerships.plan_goal
    where plan_id = ${planId} order by position, id`);

export const findIndicators = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    goal_id: string;
    name: string;
    definition: string;
    unit: string;
    direction: string;
    baseline: number | null;
    baseline_on: string | null;
    target: number | null;
    computed: string | null;
    row_version: number;
  }>(sql`
    select id, goal_id, name, definition, unit, direction, baseline::float8 as baseline, baseline_on, target::float8 as target,
      computed, row_version
    from partnerships.plan_indicator where plan_id = ${planId} order by goal_id, name, id`);

export const findMeasurements = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    indicator_id: string;
    measured_on: string;
    value: number | null;
    source: string;
    withdrawn_on: string | null;
  }>(sql`
    select id, indicator_id, measured_on, value::float8 as value, source, withdrawn_on from partnerships.plan_measurement
    where plan_id = ${planId} order by measured_on desc, recorded_at desc, id limit 2000`);

export const findTasks = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    goal_id: string;
    title: string;
    institution_id: string;
    institution: string;
    type: string;
    worker_id: string | null;
    worker: string | null;
    starts_on: string;
    due_on: string;
    state: string;
    done_on: string | null;
    done_note: string;
    row_version: number;
  }>(sql`
    select t.id, t.goal_id, t.title, t.institution_id, i.short_name as institution, i.type, t.worker_id, w.name as worker, t.starts_on,
      t.due_on, t.state, t.done_on, t.done_note, t.row_version
    from partnerships.plan_task t join organisations.api_institution i on i.id = t.institution_id
    left join organisations.api_worker w on w.id = t.worker_id
    where t.plan_id = ${planId} order by t.due_on, t.title, t.id`);

export const findCosts = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    id: string;
    task_id: string | null;
    title: string;
    document: string;
    amount: number;
    financed: number;
    row_version: number;
  }>(sql`
    select id, task_id, title, document, amount, financed, row_version from partnerships.plan_cost
    where plan_id = ${planId} order by title, id`);

export const findShares = (ctx: Ctx, planId: string) =>
  ctx.tx.many<{
    cost_id: string;
    source_code: string;
    institution_id: string;
    institution: string;
    amount: number;
  }>(sql`
    select s.cost_id, s.source_code, s.institution_id, i.short_name as institution, s.amount
    from partnerships.plan_cost_share s join organisations.api_institution i on i.id = s.institution_id
    where s.plan_id = ${planId} order by s.amount desc, s.id`);

/** Sources of money that count on a day, and those that a plan already names. */
export const findSources = (ctx: Ctx) =>
  ctx.tx.many<{ code: string; pl: string; en: string; public_money: boolean; source: string }>(sql`
    select code, pl, en, public_money, source from partnerships.budget_source order by position, code`);

/** Tasks of adopted plans that the acting institution owns and that are due by a day. */
export const findDueTasks = (ctx: Ctx, by: string) =>
  ctx.tx.many<{
    id: string;
    plan_id: string;
    partnership_id: string;
    title: string;
    due_on: string;
    worker_id: string | null;
  }>(sql`
    select t.id, t.plan_id, t.partnership_id, t.title, t.due_on, t.worker_id
    from partnerships.plan_task t join partnerships.action_plan p on p.id = t.plan_id
    where t.institution_id = ${ctx.actor.institutionId} and t.state in ('planned', 'in_progress') and t.due_on <= ${by}::date
      and p.state = 'adopted' and (t.worker_id is null or t.worker_id = ${ctx.actor.subjectId})
    order by t.due_on, t.id limit 50`);

/** Adopted plans whose period is over, for whoever closes them with an assessment. */
export const findPlansToClose = (ctx: Ctx, today: string) =>
  ctx.tx.many<{ id: string; partnership_id: string; title: string; ends_on: string }>(sql`
    select p.id, p.partnership_id, p.title, p.ends_on from partnerships.action_plan p
    where p.partnership_id = any (partnerships.mine()) and p.state = 'adopted' and p.ends_on < ${today}::date
      and partnerships.may_coordinate(p.partnership_id)
    order by p.ends_on, p.id limit 20`);
