import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Goal, Indicator, Task } from '../schema.ts';

export interface At {
  readonly planId: string;
  readonly partnershipId: string;
}

export const insertGoal = (
  ctx: Ctx,
  g: At & Omit<Goal, 'rowVersion'> & { position: number },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.plan_goal (id, plan_id, partnership_id, position, title, description, starts_on, due_on)
    values (${g.id}, ${g.planId}, ${g.partnershipId}, ${g.position}, ${g.title}, ${g.description}, ${g.startsOn}, ${g.dueOn})`);

export const updateGoal = (ctx: Ctx, g: Omit<Goal, 'rowVersion'>): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.plan_goal set title = ${g.title}, description = ${g.description}, starts_on = ${g.startsOn}, due_on = ${g.dueOn},
      row_version = row_version + 1
    where id = ${g.id}`);

export const insertIndicator = (ctx: Ctx, i: At & Omit<Indicator, 'rowVersion'>): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.plan_indicator (id, plan_id, partnership_id, goal_id, name, definition, unit, direction, baseline, baseline_on, target, computed)
    values (${i.id}, ${i.planId}, ${i.partnershipId}, ${i.goalId}, ${i.name}, ${i.definition}, ${i.unit}, ${i.direction}, ${i.baseline},
      ${i.baselineOn}, ${i.target}, ${i.computed})`);

export const updateIndicator = (ctx: Ctx, i: Omit<Indicator, 'rowVersion'>): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.plan_indicator set goal_id = ${i.goalId}, name = ${i.name}, definition = ${i.definition}, unit = ${i.unit},
      direction = ${i.direction}, baseline = ${i.baseline}, baseline_on = ${i.baselineOn}, target = ${i.target}, computed = ${i.computed},
      row_version = row_version + 1
    where id = ${i.id}`);

type TaskContent = Pick<
  Task,
  'id' | 'goalId' | 'title' | 'institutionId' | 'workerId' | 'startsOn' | 'dueOn'
>;
export const insertTask = (ctx: Ctx, t: At & TaskContent): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.plan_task (id, plan_id, partnership_id, goal_id, title, institution_id, worker_id, starts_on, due_on)
    values (${t.id}, ${t.planId}, ${t.partnershipId}, ${t.goalId}, ${t.title}, ${t.institutionId}, ${t.workerId}, ${t.startsOn}, ${t.dueOn})`);

export const updateTask = (ctx: Ctx, t: TaskContent): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.plan_task set goal_id = ${t.goalId}, title = ${t.title}, institution_id = ${t.institutionId}, worker_id = ${t.workerId},
      starts_on = ${t.startsOn}, due_on = ${t.dueOn}, row_version = row_version + 1
    where id = ${t.id}`);

export const setTaskState = (
  ctx: Ctx,
  t: Pick<Task, 'id' | 'state' | 'doneOn' | 'doneNote'>,
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.plan_task set state = ${t.state}, done_on = ${t.doneOn}, done_note = ${t.doneNote}, row_version = row_version + 1
    where id = ${t.id}`);

export const dropGoal = (ctx: Ctx, planId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.plan_goal where id = ${id} and plan_id = ${planId}`);
export const dropIndicator = (ctx: Ctx, planId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.plan_indicator where id = ${id} and plan_id = ${planId}`);
export const dropTask = (ctx: Ctx, planId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.plan_task where id = ${id} and plan_id = ${planId}`);

/** Who may own a task: workers of these institutions with a place today. */
export const findOwners = (ctx: Ctx, institutions: readonly string[], today: string) =>
  ctx.tx.many<{ id: string; name: string; institution_id: string }>(sql`
    select id, name, institution_id from organisations.api_worker
    where institution_id = any(${institutions}::uuid[]) and employed_from <= ${today}::date
      and (employed_to is null or employed_to >= ${today}::date)
    order by family_name, given_name, id`);
