import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { roundParams } from '../schema.ts';
import { TaskPage } from './pages/tasks.tsx';
import { newTaskBody, taskBody, taskParams } from './schema.ts';
import { addTask, moveTask, planning, taskAt } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const TASKS = '/partnerships/:id/standard/:year/tasks';
const roundOf = (p: { id: string; year: number }) => `/partnerships/${p.id}/standard/${p.year}`;

/** The improvement plan: added to by the coordinator, moved on also by the institution that has the task. */
export const taskRoutes: Route[] = [
  page(`${TASKS}/new`, { ...manage, params: roundParams }, async (ctx, { params }) => (
    <TaskPage view={await planning(ctx, params.id, params.year)} task={null} formKey={newId()} />
  )),
  form(
    `${TASKS}/new`,
    { ...manage, params: roundParams, body: newTaskBody },
    async (ctx, { params, body }) => {
      await addTask(ctx, params.id, params.year, body);
      return redirect(roundOf(params));
    },
    async (ctx, { params, values, errors }) => (
      <TaskPage
        view={await planning(ctx, params.id, params.year)}
        task={null}
        formKey={newId()}
        values={values}
        errors={errors}
      />
    ),
  ),
  page(`${TASKS}/:task`, { ...manage, params: taskParams }, async (ctx, { params }) => (
    <TaskPage {...(await taskAt(ctx, params))} formKey={newId()} />
  )),
  form(
    `${TASKS}/:task`,
    { ...manage, params: taskParams, body: taskBody },
    async (ctx, { params, body }) => {
      await moveTask(ctx, params, body);
      return redirect(roundOf(params));
    },
    async (ctx, { params, values, errors, current }) => (
      <TaskPage
        {...(await taskAt(ctx, params))}
        formKey={newId()}
        values={values}
        errors={errors}
        {...(current && { now: current })}
      />
    ),
  ),
];
