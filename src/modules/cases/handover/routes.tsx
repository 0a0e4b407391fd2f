import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseParams } from '../schema.ts';
import { caseHead, loadCase, recordView } from '../service.ts';
import { AssignPage } from './pages/assign.tsx';
import { assignBody, coordinatorBody, endBody } from './schema.ts';
import {
  assign,
  assignDecisions,
  assignedHere,
  candidates,
  changeCoordinator,
  coordinatorsAmong,
  endAssignment,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P5', personal: true, params: caseParams } as const;

async function assignPage(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  const c = await loadCase(ctx, id);
  await recordView(ctx, c, 'team', ['D1']);
  const may = await assignDecisions(ctx, c);
  const assigned = await assignedHere(ctx, id);
  const all = may.assign.allowed ? await candidates(ctx) : [];
  return (
    <AssignPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      assigned={assigned}
      candidates={all.filter((w) => !assigned.some((a) => a.workerId === w.id && a.role !== 'stand_in'))}
      coordinators={coordinatorsAmong(all).filter((w) => w.id !== c.coordinatorId)}
      mayAssign={may.assign.allowed}
      mayCoordinate={may.coordinator.allowed}
      errors={errors}
    />
  );
}

export const routes: readonly Route[] = [
  page('/cases/:id/assign', READ, (ctx, { params }) => assignPage(ctx, params.id)),
  form(
    '/cases/:id/assign',
    { ...READ, body: assignBody },
    async (ctx, { params, body }) => {
      await assign(ctx, params.id, { workerId: body.worker, version: body._version });
      return redirect(`/cases/${params.id}/assign`);
    },
    (ctx, { params, errors }) => assignPage(ctx, params.id, errors),
  ),
  form(
    '/cases/:id/assign/coordinator',
    { ...READ, body: coordinatorBody },
    async (ctx, { params, body }) => {
      await changeCoordinator(ctx, params.id, { workerId: body.coordinator, version: body._version });
      // Whoever gave the case away may see it no more.
      return redirect(ctx.actor.wide ? `/cases/${params.id}/assign` : '/cases');
    },
    (ctx, { params, errors }) => assignPage(ctx, params.id, errors),
  ),
  form(
    '/cases/:id/assign/end',
    { ...READ, body: endBody },
    async (ctx, { params, body }) => {
      await endAssignment(ctx, params.id, body.worker);
      return redirect(`/cases/${params.id}/assign`);
    },
    (ctx, { params, errors }) => assignPage(ctx, params.id, errors),
  ),
];
