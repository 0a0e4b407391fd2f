import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { membersOf, note, require, today } from '../../service.ts';
import { mayReport } from '../policy.ts';
import type { GoalForm, IndicatorForm, Plan, ReportForm, Task, TaskForm } from '../schema.ts';
import { costsOf, goalsOf, holdDraft, indicatorsOf, placeOf, planOf, tasksOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const at = (plan: Plan) => ({ planId: plan.id, partnershipId: plan.partnershipId });

function checkTime(plan: Plan, form: { from: string; to: string }): void {
  if (form.to < form.from) throw invalid({ field: 'to', message: 'date.order' });
  if (form.from < plan.startsOn) throw invalid({ field: 'from', message: 'date.before' });
  if (form.to > plan.endsOn) throw invalid({ field: 'to', message: 'date.after' });
}
/** The part with this id; null writes a new one. Throws `stale` when the form is older. */
function found<P extends { id: string; rowVersion: number }>(
  parts: readonly P[],
  id: string | null,
  version: number | undefined,
): P | null {
  if (id === null) return null;
  const part = parts.find((p) => p.id === id);
  if (!part) throw notFound();
  if (version !== undefined && part.rowVersion !== version) throw stale({});
  return part;
}

export async function saveGoal(
  ctx: Ctx,
  id: string,
  planId: string,
  goalId: string | null,
  form: GoalForm,
): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  checkTime(plan, form);
  const goals = await goalsOf(ctx, planId);
  const old = found(goals, goalId, form._version);
  const goal = { title: form.title, description: form.description, startsOn: form.from, dueOn: form.to };
  if (old) await queries.updateGoal(ctx, { ...goal, id: old.id });
  else await queries.insertGoal(ctx, { ...goal, ...at(plan), id: newId(), position: goals.length + 1 });
  await note(ctx, 'plan.goal', id, { plan: planId });
}

export async function saveIndicator(
  ctx: Ctx,
  id: string,
  planId: string,
  indicatorId: string | null,
  form: IndicatorForm,
): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  if (!(await goalsOf(ctx, planId)).some((g) => g.id === form.goal))
    throw invalid({ field: 'goal', message: 'choice' });
  if (form.baseline !== null && form.baselineOn === null)
    throw invalid({ field: 'baselineOn', message: 'required' });
  if (form.baseline === null && form.baselineOn !== null)
    throw invalid({ field: 'baseline', message: 'required' });
  const old = found(await indicatorsOf(ctx, planId), indicatorId, form._version);
  const indicator = { ...form, goalId: form.goal };
  if (old) await queries.updateIndicator(ctx, { ...indicator, id: old.id });
  else await queries.insertIndicator(ctx, { ...indicator, ...at(plan), id: newId() });
  await note(ctx, 'plan.indicator', id, { plan: planId });
}

/** Who may own a task: a member as a whole (`institution`), or one of its workers (`institution:worker`). */
export async function ownersOf(ctx: Ctx, id: string) {
  const members = await membersOf(ctx, id);
  const workers = await queries.findOwners(
    ctx,
    members.map((m) => m.institutionId),
    today(ctx),
  );
  return members.map((m) => ({
    label: m.name,
    options: [
      { value: m.institutionId, label: m.shortName },
      ...workers
        .filter((w) => w.institution_id === m.institutionId)
        .map((w) => ({ value: `${m.institutionId}:${w.id}`, label: `${w.name}, ${m.shortName}` })),
    ],
  }));
}

export async function saveTask(
  ctx: Ctx,
  id: string,
  planId: string,
  taskId: string | null,
  form: TaskForm,
): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  checkTime(plan, form);
  if (!(await goalsOf(ctx, planId)).some((g) => g.id === form.goal))
    throw invalid({ field: 'goal', message: 'choice' });
  const owners = (await ownersOf(ctx, id)).flatMap((group) => group.options.map((o) => o.value));
  if (!owners.includes(form.owner)) throw invalid({ field: 'owner', message: 'choice' });
  const [institutionId = '', workerId = null] = form.owner.split(':');
  const old = found(await tasksOf(ctx, planId), taskId, form._version);
  const task = {
    goalId: form.goal,
    title: form.title,
    institutionId,
    workerId,
    startsOn: form.from,
    dueOn: form.to,
  };
  if (old) await queries.updateTask(ctx, { ...task, id: old.id });
  else await queries.insertTask(ctx, { ...task, ...at(plan), id: newId() });
  await note(ctx, 'plan.task', id, { plan: planId });
}

/** Takes a part out of a draft. A task that costs money keeps its costs until they are taken out. */
export async function dropPart(
  ctx: Ctx,
  id: string,
  planId: string,
  kind: 'goals' | 'indicators' | 'tasks',
  partId: string,
): Promise<void> {
  const plan = await holdDraft(ctx, id, planId);
  const tasks = await tasksOf(ctx, planId);
  const gone = tasks.filter((t) =>
    kind === 'tasks' ? t.id === partId : kind === 'goals' && t.goalId === partId,
  );
  const costs = await costsOf(ctx, planId);
  if (costs.some((c) => gone.some((t) => t.id === c.taskId)))
    throw invalid({ field: '', message: text[ctx.lang].budget.hasCosts });
  const drop = { goals: queries.dropGoal, indicators: queries.dropIndicator, tasks: queries.dropTask }[kind];
  if ((await drop(ctx, plan.id, partId)) === 0) throw notFound();
  await note(ctx, 'plan.part_dropped', id, { plan: planId, kind });
}

export interface TaskView {
  readonly plan: Plan;
  readonly task: Task;
  readonly reports: boolean;
}
export async function taskView(ctx: Ctx, id: string, planId: string, taskId: string): Promise<TaskView> {
  const { standing } = await placeOf(ctx, id);
  const plan = await planOf(ctx, id, planId);
  const task = (await tasksOf(ctx, planId)).find((one) => one.id === taskId);
  if (!task) throw notFound();
  return { plan, task, reports: mayReport(ctx.actor, standing, plan.state, task.institutionId).allowed };
}

/** How a task goes: its state, and in words what was done or why it was given up. */
export async function reportTask(
  ctx: Ctx,
  id: string,
  planId: string,
  taskId: string,
  form: ReportForm,
): Promise<void> {
  const { standing } = await placeOf(ctx, id);
  const { plan, task } = await taskView(ctx, id, planId, taskId);
  require(mayReport(ctx.actor, standing, plan.state, task.institutionId));
  if (form._version !== undefined && form._version !== task.rowVersion) throw stale({});
  const done = form.state === 'done';
  if ((done || form.state === 'given_up') && form.doneNote === '')
    throw invalid({ field: 'doneNote', message: 'required' });
  const doneOn = done ? (form.doneOn ?? today(ctx)) : null;
  if (doneOn !== null && doneOn > today(ctx)) throw invalid({ field: 'doneOn', message: 'date.future' });
  await queries.setTaskState(ctx, { id: taskId, state: form.state, doneOn, doneNote: form.doneNote });
  await note(ctx, 'plan.task_reported', id, { plan: planId, task: taskId, state: form.state });
}
