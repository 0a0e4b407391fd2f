import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { note, today } from '../../service.ts';
import type { RoundView } from '../schema.ts';
import { holdRound, roundView } from '../service.ts';
import * as queries from './queries.ts';
import type { newTaskBody, Task, TaskState, taskBody } from './schema.ts';

export const tasksOf = async (ctx: Ctx, roundId: string): Promise<Task[]> =>
  (await queries.findTasks(ctx, roundId)).map((row) => ({
    id: row.id,
    code: row.code,
    what: row.what,
    institutionId: row.institution_id,
    institution: row.institution,
    dueOn: row.due_on,
    state: row.state as TaskState,
    note: row.note,
    rowVersion: row.row_version,
  }));

/** Its coordinator plans; a task is also moved on by the institution that has it. */
export const mayMove = (view: RoundView, task: Pick<Task, 'institutionId'>, institutionId: string): boolean =>
  view.coordinates || (view.represents && task.institutionId === institutionId);

export async function planning(ctx: Ctx, id: string, year: number): Promise<RoundView> {
  const view = await roundView(ctx, id, year);
  if (!view.coordinates || view.round.state === 'answering') throw notFound();
  return view;
}

export async function addTask(
  ctx: Ctx,
  id: string,
  year: number,
  form: z.output<typeof newTaskBody>,
): Promise<void> {
  const { round, members, chapters } = await planning(ctx, id, year);
  if (!members.some(({ institutionId }) => institutionId === form.institution))
    throw invalid({ field: 'institution', message: 'choice' });
  const codes = chapters.flatMap((c) => c.requirements.map(({ code }) => code));
  if (form.requirement !== '' && !codes.includes(form.requirement))
    throw invalid({ field: 'requirement', message: 'choice' });
  const task = {
    id: newId(),
    what: form.what,
    code: form.requirement || null,
    institutionId: form.institution,
    dueOn: form.due,
  };
  await queries.insertTask(ctx, { ...task, roundId: round.id, partnershipId: id, today: today(ctx) });
  await note(ctx, 'standard.task', id, { year });
}

export async function taskAt(ctx: Ctx, p: { id: string; year: number; task: string }) {
  const view = await roundView(ctx, p.id, p.year);
  const task = (await tasksOf(ctx, view.round.id)).find(({ id }) => id === p.task);
  if (!task || !mayMove(view, task, ctx.actor.institutionId)) throw notFound();
  return { view, task };
}

/** Throws `stale` when somebody else changed it meanwhile. */
export async function moveTask(
  ctx: Ctx,
  p: { id: string; year: number; task: string },
  form: z.output<typeof taskBody>,
): Promise<void> {
  await holdRound(ctx, p.id, p.year);
  const { task } = await taskAt(ctx, p);
  const change = { id: task.id, state: form.state, dueOn: form.due, note: form.note, version: form._version };
  if ((await queries.changeTask(ctx, { ...change, today: today(ctx) })) === 0)
    throw stale({ state: task.state, due: task.dueOn, note: task.note });
  await note(ctx, 'standard.task_moved', p.id, { year: p.year, state: form.state });
}
