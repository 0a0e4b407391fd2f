import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseParams } from '../../../schema.ts';
import { DiagnosisPanel } from '../../overview/pages/plan.tsx';
import { diagnosisDigest } from '../../overview/service.ts';
import { goalBody, goalParams } from '../../schema.ts';
import { text } from '../../text.pl.ts';
import { ConfirmPage, GoalForm } from '../pages/forms.tsx';
import * as service from '../service.ts';
import { common, draftOf, forget, typingOf, written } from '../typing/service.ts';

const WRITE = { permission: 'plan.write', purpose: 'P3', personal: true } as const;
const noBody = z.object({});
const at = (id: string, rest = '') => `/cases/${id}/plan${rest}`;

const newGoalOf = (body: z.output<typeof goalBody>): service.NewGoal => ({
  title: body.title,
  measure: body.measure,
  dueOn: body.due_on,
});

async function goalPage(ctx: Ctx, caseId: string, goalId: string | null, again?: Rejected<unknown>) {
  const { head, plan } = await draftOf(ctx, caseId);
  const goal = goalId ? service.goalOf(plan, goalId) : null;
  const name = goal ? `goal-${goal.id}` : 'goal';
  const fresh = goal ? { title: goal.title, measure: goal.measure, due_on: written(goal.dueOn) } : {};
  const typing = again ? { values: again.values, restored: false } : await typingOf(ctx, caseId, name, fresh);
  const diagnosis = goal ? null : await diagnosisDigest(ctx, caseId);
  return (
    <GoalForm
      {...common(head, name, goal ? `/goals/${goal.id}` : '/goals/new')}
      {...typing}
      errors={again?.errors}
      now={again?.current ? fresh : undefined}
      version={goal?.rowVersion}
      beside={diagnosis ? <DiagnosisPanel diagnosis={diagnosis} /> : undefined}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/plan/goals/new', { ...WRITE, params: caseParams }, (ctx, { params }) =>
    goalPage(ctx, params.id, null),
  ),
  form(
    '/cases/:id/plan/goals/new',
    { ...WRITE, params: caseParams, body: goalBody },
    async (ctx, { params, body }) => {
      const id = await service.addGoal(ctx, params.id, newGoalOf(body));
      await forget(ctx, params.id, 'goal');
      return redirect(at(params.id, `#goal-${id}`));
    },
    (ctx, again) => goalPage(ctx, again.params.id, null, again),
  ),
  page('/cases/:id/plan/goals/:goalId', { ...WRITE, params: goalParams }, (ctx, { params }) =>
    goalPage(ctx, params.id, params.goalId),
  ),
  form(
    '/cases/:id/plan/goals/:goalId',
    { ...WRITE, params: goalParams, body: goalBody },
    async (ctx, { params, body }) => {
      await service.editGoal(ctx, params.id, params.goalId, body._version ?? 0, newGoalOf(body));
      await forget(ctx, params.id, `goal-${params.goalId}`);
      return redirect(at(params.id, `#goal-${params.goalId}`));
    },
    (ctx, again) => goalPage(ctx, again.params.id, again.params.goalId, again),
  ),
  page('/cases/:id/plan/goals/:goalId/remove', { ...WRITE, params: goalParams }, async (ctx, { params }) => {
    const { head, plan } = await draftOf(ctx, params.id);
    const goal = service.goalOf(plan, params.goalId);
    const t = text[ctx.lang];
    return (
      <ConfirmPage
        head={head}
        title={t.removeGoalTitle}
        action={at(params.id, `/goals/${goal.id}/remove`)}
        formKey={newId()}
        consequences={[`${t.goal}: ${goal.title}`, t.removeGoalItems(goal.items.length), t.staysInSigned]}
        submit={t.removeGoal}
        danger
      />
    );
  }),
  form(
    '/cases/:id/plan/goals/:goalId/remove',
    { ...WRITE, params: goalParams, body: noBody },
    async (ctx, { params }) => {
      await service.removeGoal(ctx, params.id, params.goalId);
      return redirect(at(params.id));
    },
  ),
];
