import type { Ctx } from '#kernel/context.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { idParams, type PartnershipsHost } from '../../schema.ts';
import { budgetCsv } from '../budget/service.ts';
import { BudgetPage } from '../pages/budget.tsx';
import { NoPlanPage, PlanPage } from '../pages/plan.tsx';
import { planPdf } from '../printing/service.ts';
import { planParams } from '../schema.ts';
import { budgetView, overviewOf } from './service.ts';

const work = { permission: 'work' } as const;
const ONE = '/partnerships/:id/plan/:planId';

/** The plan of today, any other one, its budget and its papers. */
export const overviewRoutes = (host: PartnershipsHost): Route[] => [
  page('/partnerships/:id/plan', { ...work, params: idParams }, (ctx, { params }) =>
    planPage(ctx, host, params.id, null),
  ),
  page(ONE, { ...work, params: planParams }, (ctx, { params }) =>
    planPage(ctx, host, params.id, params.planId),
  ),
  page(`${ONE}/budget`, { ...work, params: planParams }, async (ctx, { params }) => (
    <BudgetPage {...(await budgetView(ctx, params.id, params.planId))} />
  )),
  page(`${ONE}/budget.csv`, { ...work, params: planParams }, async (ctx, { params }) => {
    const { plan } = await budgetView(ctx, params.id, params.planId);
    return new Response(await budgetCsv(ctx, plan), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="splot-budget-${plan.startsOn}-v${plan.version}.csv"`,
      },
    });
  }),
  page(`${ONE}/plan.pdf`, { ...work, params: planParams }, async (ctx, { params }) => {
    const { page: found } = await overviewOf(ctx, host, params.id, params.planId);
    return planPdf(ctx, found);
  }),
];

async function planPage(ctx: Ctx, host: PartnershipsHost, id: string, planId: string | null) {
  const { partnership, coordinates, page: found } = await overviewOf(ctx, host, id, planId);
  return found ? <PlanPage {...found} /> : <NoPlanPage partnership={partnership} coordinates={coordinates} />;
}
