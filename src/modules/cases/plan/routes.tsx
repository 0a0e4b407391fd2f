import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView } from '../service.ts';
import { routes as draft } from './draft/routes.tsx';
import { routes as instruments } from './instruments/routes.tsx';
import { PlanPage } from './overview/pages/plan.tsx';
import { planOverview } from './overview/service.ts';
import { ProgressPage } from './pages/progress.tsx';
import { itemsOf, progressBody } from './schema.ts';
import { currentPlan, ownItems, progressDecision, setProgress } from './service.ts';
import { routes as signing } from './signing/routes.tsx';
import { routes as versions } from './versions/routes.tsx';

const READ = { permission: 'case.read', purpose: 'P3', personal: true } as const;
const progressParams = caseParams.extend({ lineageId: z.uuid() });
const showQuery = z.object({ show: z.literal('in_force').optional() });

async function progressPage(ctx: Ctx, caseId: string, lineageId: string, again?: Rejected<unknown>) {
  const c = await loadCase(ctx, caseId);
  const plan = await currentPlan(ctx, caseId);
  const items = plan ? itemsOf(plan) : await ownItems(ctx, caseId);
  const item = items.find((i) => i.lineageId === lineageId);
  if (!item || !(await progressDecision(ctx, c, lineageId)).allowed) throw notFound();
  await recordView(ctx, c, 'plan_item', ['D1', 'D6'], lineageId);
  const fresh = { state: item.progress.state, reason: item.progress.reason };
  return (
    <ProgressPage
      head={await caseHead(ctx, c)}
      item={item}
      formKey={newId()}
      values={again?.values ?? fresh}
      errors={again?.errors}
      now={again?.current ? fresh : undefined}
    />
  );
}

/** Every address of the plan; those with a fixed name stand before those with an id. */
export const routes: readonly Route[] = [
  page(
    '/cases/:id/plan',
    { ...READ, params: caseParams, query: showQuery },
    async (ctx, { params, query }) => (
      <PlanPage o={await planOverview(ctx, params.id, query.show)} formKey={newId()} />
    ),
  ),
  page('/cases/:id/plan/progress/:lineageId', { ...READ, params: progressParams }, (ctx, { params }) =>
    progressPage(ctx, params.id, params.lineageId),
  ),
  form(
    '/cases/:id/plan/progress/:lineageId',
    { ...READ, params: progressParams, body: progressBody },
    async (ctx, { params, body }) => {
      await setProgress(ctx, params.id, params.lineageId, {
        state: body.state,
        reason: body.reason,
        version: body._version,
      });
      return redirect(`/cases/${params.id}/plan`);
    },
    (ctx, again) => progressPage(ctx, again.params.id, again.params.lineageId, again),
  ),
  ...draft,
  ...signing,
  ...versions,
  ...instruments,
];
