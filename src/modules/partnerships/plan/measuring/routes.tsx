import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, type PartnershipsHost } from '../../schema.ts';
import { today } from '../../service.ts';
import { IndicatorPage } from '../pages/indicator.tsx';
import { measureBody, partParams } from '../schema.ts';
import { indicatorView, measure, withdrawValue } from './service.ts';

const work = { permission: 'work' } as const;
const ONE = '/partnerships/:id/plan/:planId/indicators/:partId';
type At = z.output<typeof partParams>;

/** An indicator with its values; every member measures. */
export const measuringRoutes = (host: PartnershipsHost): Route[] => [
  page(ONE, { ...work, params: partParams }, (ctx, { params }) => card(ctx, host, params, {})),
  form(
    ONE,
    { ...work, params: partParams, body: measureBody },
    async (ctx, { params, body }) => {
      await measure(ctx, host, params, body);
      return redirect(`/partnerships/${params.id}/plan/${params.planId}/indicators/${params.partId}`);
    },
    (ctx, { params, values, errors }) => card(ctx, host, params, { values, errors }),
  ),
  form(
    '/partnerships/:id/plan/:planId/measurements/:partId/withdraw',
    { ...work, params: partParams, body: emptyBody },
    async (ctx, { params }) => {
      const indicator = await withdrawValue(ctx, params.id, params.planId, params.partId);
      return redirect(`/partnerships/${params.id}/plan/${params.planId}/indicators/${indicator}`);
    },
  ),
];

async function card(
  ctx: Ctx,
  host: PartnershipsHost,
  { id, planId, partId }: At,
  sent: { values?: FormValues; errors?: readonly FieldError[] },
) {
  const view = await indicatorView(ctx, host, id, planId, partId);
  return <IndicatorPage {...view} today={today(ctx)} formKey={newId()} {...sent} />;
}
