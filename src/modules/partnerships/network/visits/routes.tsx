import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { idParams } from '../../schema.ts';
import { VisitPage } from './pages/visit.tsx';
import { AskVisitPage, VisitsPage } from './pages/visits.tsx';
import { askBody, learntBody, stepBody, visitParams } from './schema.ts';
import { askView, askVisit, openSteps, saveLearnt, takeStep, visitOf, visits } from './service.ts';

const work = { permission: 'work' } as const;
const manage = { permission: 'partnership.manage' } as const;

async function visitPage(
  ctx: Ctx,
  id: string,
  sent: { values?: FormValues; errors?: readonly FieldError[] } = {},
) {
  const visit = await visitOf(ctx, id);
  return <VisitPage visit={visit} {...openSteps(visit)} formKey={newId()} {...sent} />;
}

/** Peer visits, from the request to what was learnt. */
export const visitRoutes = (): Route[] => [
  page('/network/visits', work, async (ctx) => <VisitsPage visits={await visits(ctx)} />),
  page('/network/visits/:visit', { ...work, params: visitParams }, (ctx, { params }) =>
    visitPage(ctx, params.visit),
  ),
  form(
    '/network/visits/:visit',
    { ...manage, params: visitParams, body: stepBody },
    async (ctx, { params, body }) => {
      await takeStep(ctx, params.visit, body);
      return redirect(`/network/visits/${params.visit}`);
    },
    (ctx, { params, values, errors }) => visitPage(ctx, params.visit, { values, errors }),
  ),
  form(
    '/network/visits/:visit/learnt',
    { ...manage, params: visitParams, body: learntBody },
    async (ctx, { params, body }) => {
      await saveLearnt(ctx, params.visit, body);
      return redirect(`/network/visits/${params.visit}`);
    },
    (ctx, { params }) => visitPage(ctx, params.visit),
  ),
  page('/network/:id/visit', { ...manage, params: idParams }, async (ctx, { params }) => (
    <AskVisitPage {...(await askView(ctx, params.id))} formKey={newId()} />
  )),
  form(
    '/network/:id/visit',
    { ...manage, params: idParams, body: askBody },
    async (ctx, { params, body }) => redirect(`/network/visits/${await askVisit(ctx, params.id, body)}`),
    async (ctx, { params, values, errors }) => (
      <AskVisitPage {...(await askView(ctx, params.id))} formKey={newId()} values={values} errors={errors} />
    ),
  ),
];
