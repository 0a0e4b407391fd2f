import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type PartnershipsHost } from '../../schema.ts';
import { adoptedView, newPlanView, writingView } from '../overview/service.ts';
import { AdoptPage, ClosePage, ConfirmPage, PlanForm } from '../pages/life.tsx';
import { adoptBody, closeBody, newPlanBody, planBody, planParams } from '../schema.ts';
import { text } from '../text.pl.ts';
import { adoptPlan, amendPlan, changePlan, closePlan, createPlan, dropPlan, lacksOf } from './service.ts';

const manage = { permission: 'partnership.manage' } as const;
const NEW = '/partnerships/:id/plan/new';
const ONE = '/partnerships/:id/plan/:planId';
interface At {
  readonly id: string;
  readonly planId: string;
}
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const at = ({ id, planId }: At) => `/partnerships/${id}/plan/${planId}`;

/** The life of a plan: draft, adoption, next version, end. */
export const lifeRoutes = (host: PartnershipsHost): Route[] => [
  page(
    NEW,
    { ...manage, params: idParams, query: z.object({ from: z.uuid().optional() }) },
    (ctx, { params, query }) => newPage(ctx, params.id, {}, query.from),
  ),
  form(
    NEW,
    { ...manage, params: idParams, body: newPlanBody },
    async (ctx, { params: { id }, body }) =>
      redirect(at({ id, planId: await createPlan(ctx, host, id, body) })),
    (ctx, { params, values, errors }) => newPage(ctx, params.id, { values, errors }),
  ),
  page(`${ONE}/edit`, { ...manage, params: planParams }, (ctx, { params }) => editPage(ctx, params, {})),
  form(
    `${ONE}/edit`,
    { ...manage, params: planParams, body: planBody },
    async (ctx, { params, body }) => {
      await changePlan(ctx, params.id, params.planId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => editPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/adopt`, { ...manage, params: planParams }, (ctx, { params }) => adoptPage(ctx, params, {})),
  form(
    `${ONE}/adopt`,
    { ...manage, params: planParams, body: adoptBody },
    async (ctx, { params, body }) => {
      await adoptPlan(ctx, params.id, params.planId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => adoptPage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/close`, { ...manage, params: planParams }, (ctx, { params }) => closePage(ctx, params, {})),
  form(
    `${ONE}/close`,
    { ...manage, params: planParams, body: closeBody },
    async (ctx, { params, body }) => {
      await closePlan(ctx, host, params.id, params.planId, body);
      return redirect(at(params));
    },
    (ctx, { params, values, errors }) => closePage(ctx, params, { values, errors }),
  ),
  page(`${ONE}/amend`, { ...manage, params: planParams }, (ctx, { params }) => amendPage(ctx, params, [])),
  form(
    `${ONE}/amend`,
    { ...manage, params: planParams, body: emptyBody },
    async (ctx, { params: { id, planId } }) =>
      redirect(at({ id, planId: await amendPlan(ctx, host, id, planId) })),
    (ctx, { params, errors }) => amendPage(ctx, params, errors),
  ),
  page(`${ONE}/drop`, { ...manage, params: planParams }, (ctx, { params }) => dropPage(ctx, params, [])),
  form(
    `${ONE}/drop`,
    { ...manage, params: planParams, body: emptyBody },
    async (ctx, { params }) => {
      await dropPlan(ctx, params.id, params.planId);
      return redirect(`/partnerships/${params.id}/plan`);
    },
    (ctx, { params, errors }) => dropPage(ctx, params, errors),
  ),
];

async function newPage(ctx: Ctx, id: string, sent: Sent, copy?: string) {
  return <PlanForm {...(await newPlanView(ctx, id))} plan={null} copy={copy} formKey={newId()} {...sent} />;
}

async function editPage(ctx: Ctx, { id, planId }: At, sent: Sent) {
  return <PlanForm {...(await writingView(ctx, id, planId))} copies={[]} formKey={newId()} {...sent} />;
}

async function adoptPage(ctx: Ctx, { id, planId }: At, sent: Sent) {
  const view = await writingView(ctx, id, planId);
  return <AdoptPage {...view} lacks={await lacksOf(ctx, view.plan)} formKey={newId()} {...sent} />;
}

async function closePage(ctx: Ctx, { id, planId }: At, sent: Sent) {
  const view = await adoptedView(ctx, id, planId);
  if (view.plan.state !== 'adopted') throw notFound();
  return <ClosePage {...view} formKey={newId()} {...sent} />;
}

async function amendPage(ctx: Ctx, params: At, errors: readonly FieldError[]) {
  const view = await adoptedView(ctx, params.id, params.planId);
  if (view.plan.state !== 'adopted') throw notFound();
  const t = text[ctx.lang].life;
  return (
    <ConfirmPage
      {...view}
      title={t.amend}
      consequence={t.adoptLead}
      action={`${at(params)}/amend`}
      formKey={newId()}
      errors={errors}
    />
  );
}

async function dropPage(ctx: Ctx, params: At, errors: readonly FieldError[]) {
  const t = text[ctx.lang].life;
  return (
    <ConfirmPage
      {...(await writingView(ctx, params.id, params.planId))}
      title={t.drop}
      consequence={t.dropConsequences}
      action={`${at(params)}/drop`}
      danger
      formKey={newId()}
      errors={errors}
    />
  );
}
