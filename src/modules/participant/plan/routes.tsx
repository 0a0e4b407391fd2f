import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { OWN } from '../schema.ts';
import { noteView, requireWindow } from '../service.ts';
import { NothingToSignPage, PlanPage, VersionPage } from './pages/plan.tsx';
import { SignPage } from './pages/sign.tsx';
import { planQuery, type SignStep, signBody, signQuery, versionParams } from './schema.ts';
import { ownPlan, ownVersion, signOwnPlan } from './service.ts';

async function signPage(ctx: Ctx, step: SignStep, again?: Rejected<unknown>) {
  const w = await requireWindow(ctx);
  const { signing } = await ownPlan(ctx, w.caseId);
  await noteView(ctx, w, 'plan', ['D5'], signing?.plan.id);
  if (!signing?.mine) return <NothingToSignPage />;
  const changed = again?.current !== null && again?.current !== undefined;
  return (
    <SignPage
      plan={signing.plan}
      // A text that changed is read from the beginning.
      step={changed ? 'read' : step}
      changed={changed}
      formKey={newId()}
      values={changed ? undefined : again?.values}
      errors={changed ? undefined : again?.errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/my/plan', { ...OWN, query: planQuery }, async (ctx, { query }) => {
    const w = await requireWindow(ctx);
    const own = await ownPlan(ctx, w.caseId);
    await noteView(ctx, w, 'plan', ['D5', 'D6'], (own.current ?? own.signing?.plan)?.id);
    return <PlanPage own={own} easy={query.easy === '1'} done={query.done} />;
  }),
  page('/my/plan/versions/:version', { ...OWN, params: versionParams }, async (ctx, { params }) => {
    const w = await requireWindow(ctx);
    const plan = await ownVersion(ctx, w.caseId, params.version);
    await noteView(ctx, w, 'plan', ['D5'], plan.id);
    return <VersionPage plan={plan} />;
  }),
  page('/my/plan/sign', { ...OWN, query: signQuery }, (ctx, { query }) => signPage(ctx, query.step)),
  form(
    '/my/plan/sign',
    { ...OWN, body: signBody },
    async (ctx, { body }) => {
      const outcome = await signOwnPlan(ctx, body);
      if (outcome === 'nothing') return redirect('/my/plan');
      return redirect(`/my/plan?done=${outcome === 'agreed' ? 'agreed' : 'signed'}`);
    },
    (ctx, again) => signPage(ctx, 'sign', again),
  ),
];
