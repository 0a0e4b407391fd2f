import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody } from '../../schema.ts';
import { membersOf } from '../../service.ts';
import { writingView } from '../overview/service.ts';
import { CostForm } from '../pages/budget.tsx';
import { ConfirmPage } from '../pages/life.tsx';
import { costBody, partParams, planParams } from '../schema.ts';
import { costsOf, sourcesOf, tasksOf } from '../service.ts';
import { text } from '../text.pl.ts';
import { dropCost, saveCost } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const NEW = '/partnerships/:id/plan/:planId/costs/new';
const ONE = '/partnerships/:id/plan/:planId/costs/:partId';
interface At {
  readonly id: string;
  readonly planId: string;
  readonly partId?: string;
}
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const at = ({ id, planId }: At) => `/partnerships/${id}/plan/${planId}/budget`;

/** Costs of a draft and the sources that share them. */
export const budgetRoutes: readonly Route[] = [
  page(NEW, { ...manage, params: planParams }, (ctx, { params }) => costPage(ctx, params, {})),
  form(
    NEW,
    { ...manage, params: planParams, body: costBody },
    async (ctx, { params, body }) => {
      await saveCost(ctx, params.id, params.planId, null, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => costPage(ctx, params, { values, errors }),
  ),
  page(ONE, { ...manage, params: partParams }, (ctx, { params }) => costPage(ctx, params, {})),
  form(
    ONE,
    { ...manage, params: partParams, body: costBody },
    async (ctx, { params, body }) => {
      await saveCost(ctx, params.id, params.planId, params.partId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => costPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/remove`, { ...manage, params: partParams }, (ctx, { params }) => removePage(ctx, params, [])),
  form(
    `${ONE}/remove`,
    { ...manage, params: partParams, body: emptyBody },
    async (ctx, { params }) => {
      await dropCost(ctx, params.id, params.planId, params.partId);
      return redirect(at(params));
    },
    (ctx, { params, errors }) => removePage(ctx, params, errors),
  ),
];

async function costPage(ctx: Ctx, { id, planId, partId }: At, sent: Sent) {
  const view = await writingView(ctx, id, planId);
  const cost = partId === undefined ? null : (await costsOf(ctx, planId)).find((c) => c.id === partId);
  if (cost === undefined) throw notFound();
  const payers = (await membersOf(ctx, id)).map((m) => ({ id: m.institutionId, name: m.shortName }));
  const [tasks, sources] = [await tasksOf(ctx, planId), await sourcesOf(ctx)];
  return (
    <CostForm
      {...view}
      cost={cost}
      tasks={tasks}
      sources={sources}
      payers={payers}
      formKey={newId()}
      {...sent}
    />
  );
}

async function removePage(ctx: Ctx, params: z.output<typeof partParams>, errors: readonly FieldError[]) {
  const t = text[ctx.lang].form;
  return (
    <ConfirmPage
      {...(await writingView(ctx, params.id, params.planId))}
      title={t.remove}
      consequence={t.removeLead}
      action={`/partnerships/${params.id}/plan/${params.planId}/costs/${params.partId}/remove`}
      danger
      formKey={newId()}
      errors={errors}
    />
  );
}
