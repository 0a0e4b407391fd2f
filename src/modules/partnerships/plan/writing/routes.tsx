import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody } from '../../schema.ts';
import { today } from '../../service.ts';
import { writingView } from '../overview/service.ts';
import { GoalForm, IndicatorForm, TaskForm } from '../pages/forms.tsx';
import { ConfirmPage } from '../pages/life.tsx';
import { TaskPage } from '../pages/task.tsx';
import { goalBody, indicatorBody, partParams, planParams, reportBody, taskBody } from '../schema.ts';
import { goalsOf, indicatorsOf, placeOf, tasksOf } from '../service.ts';
import { text } from '../text.pl.ts';
import { dropPart, ownersOf, reportTask, saveGoal, saveIndicator, saveTask, taskView } from './service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;
const ONE = '/partnerships/:id/plan/:planId';
interface At {
  readonly id: string;
  readonly planId: string;
  readonly partId?: string;
}
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const at = ({ id, planId }: At) => `/partnerships/${id}/plan/${planId}`;
const under = z.object({ goal: z.uuid().optional() });
type Kind = 'goals' | 'indicators' | 'tasks';

/** What a draft consists of, part by part; and how the tasks of an adopted plan go. */
export const writingRoutes: readonly Route[] = [
  page(`${ONE}/goals/new`, { ...manage, params: planParams }, (ctx, { params }) => goalPage(ctx, params, {})),
  form(
    `${ONE}/goals/new`,
    { ...manage, params: planParams, body: goalBody },
    async (ctx, { params, body }) => {
      await saveGoal(ctx, params.id, params.planId, null, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => goalPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/goals/:partId`, { ...manage, params: partParams }, (ctx, { params }) =>
    goalPage(ctx, params, {}),
  ),
  form(
    `${ONE}/goals/:partId`,
    { ...manage, params: partParams, body: goalBody },
    async (ctx, { params, body }) => {
      await saveGoal(ctx, params.id, params.planId, params.partId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => goalPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/indicators/new`, { ...manage, params: planParams, query: under }, (ctx, { params, query }) =>
    indicatorPage(ctx, params, {}, query.goal),
  ),
  form(
    `${ONE}/indicators/new`,
    { ...manage, params: planParams, body: indicatorBody },
    async (ctx, { params, body }) => {
      await saveIndicator(ctx, params.id, params.planId, null, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => indicatorPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/indicators/:partId/edit`, { ...manage, params: partParams }, (ctx, { params }) =>
    indicatorPage(ctx, params, {}),
  ),
  form(
    `${ONE}/indicators/:partId/edit`,
    { ...manage, params: partParams, body: indicatorBody },
    async (ctx, { params, body }) => {
      await saveIndicator(ctx, params.id, params.planId, params.partId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => indicatorPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/tasks/new`, { ...manage, params: planParams, query: under }, (ctx, { params, query }) =>
    taskForm(ctx, params, {}, query.goal),
  ),
  form(
    `${ONE}/tasks/new`,
    { ...manage, params: planParams, body: taskBody },
    async (ctx, { params, body }) => {
      await saveTask(ctx, params.id, params.planId, null, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => taskForm(ctx, params, { values, errors }),
  ),
  page(`${ONE}/tasks/:partId/edit`, { ...manage, params: partParams }, (ctx, { params }) =>
    taskForm(ctx, params, {}),
  ),
  form(
    `${ONE}/tasks/:partId/edit`,
    { ...manage, params: partParams, body: taskBody },
    async (ctx, { params, body }) => {
      await saveTask(ctx, params.id, params.planId, params.partId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => taskForm(ctx, params, { values, errors }),
  ),
  page(`${ONE}/tasks/:partId`, { ...work, params: partParams }, (ctx, { params }) =>
    taskPage(ctx, params, {}),
  ),
  form(
    `${ONE}/tasks/:partId`,
    { ...work, params: partParams, body: reportBody },
    async (ctx, { params, body }) => {
      await reportTask(ctx, params.id, params.planId, params.partId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => taskPage(ctx, params, { values, errors }),
  ),
  ...removal('goals'),
  ...removal('indicators'),
  ...removal('tasks'),
];

function removal(kind: Kind): Route[] {
  const path = `${ONE}/${kind}/:partId/remove`;
  const ask = async (ctx: Ctx, params: z.output<typeof partParams>, errors: readonly FieldError[]) => (
    <ConfirmPage
      {...(await writingView(ctx, params.id, params.planId))}
      title={text[ctx.lang].form.remove}
      consequence={text[ctx.lang].form.removeLead}
      action={`${at(params)}/${kind}/${params.partId}/remove`}
      danger
      formKey={newId()}
      errors={errors}
    />
  );
  return [
    page(path, { ...manage, params: partParams }, (ctx, { params }) => ask(ctx, params, [])),
    form(
      path,
      { ...manage, params: partParams, body: emptyBody },
      async (ctx, { params }) => {
        await dropPart(ctx, params.id, params.planId, kind, params.partId);
        return redirect(at(params));
      },
      (ctx, { params, errors }) => ask(ctx, params, errors),
    ),
  ];
}

/** The part to change; null for a new one. */
function part<P extends { id: string }>(parts: readonly P[], id: string | undefined): P | null {
  if (id === undefined) return null;
  const found = parts.find((p) => p.id === id);
  if (!found) throw notFound();
  return found;
}

async function goalPage(ctx: Ctx, { id, planId, partId }: At, sent: Sent) {
  const view = await writingView(ctx, id, planId);
  return <GoalForm {...view} goal={part(await goalsOf(ctx, planId), partId)} formKey={newId()} {...sent} />;
}

async function indicatorPage(ctx: Ctx, { id, planId, partId }: At, sent: Sent, goal?: string) {
  const view = await writingView(ctx, id, planId);
  const indicator = part(await indicatorsOf(ctx, planId), partId);
  const goals = await goalsOf(ctx, planId);
  return (
    <IndicatorForm {...view} indicator={indicator} goals={goals} goal={goal} formKey={newId()} {...sent} />
  );
}

async function taskForm(ctx: Ctx, { id, planId, partId }: At, sent: Sent, goal?: string) {
  const view = await writingView(ctx, id, planId);
  const task = part(await tasksOf(ctx, planId), partId);
  const [goals, owners] = [await goalsOf(ctx, planId), await ownersOf(ctx, id)];
  return (
    <TaskForm {...view} task={task} goals={goals} goal={goal} owners={owners} formKey={newId()} {...sent} />
  );
}

async function taskPage(ctx: Ctx, { id, planId, partId = '' }: At, sent: Sent) {
  const { partnership, coordinates } = await placeOf(ctx, id);
  const view = await taskView(ctx, id, planId, partId);
  const goal = (await goalsOf(ctx, planId)).find((g) => g.id === view.task.goalId)?.title ?? '';
  return (
    <TaskPage
      {...view}
      partnership={partnership}
      goal={goal}
      writes={coordinates && view.plan.state === 'draft'}
      today={today(ctx)}
      formKey={newId()}
      {...sent}
    />
  );
}
