import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type OrganisationsHost } from '../schema.ts';
import { today } from '../service.ts';
import { leaveBody } from '../workers/schema.ts';
import { LeavePage } from './pages/leave.tsx';
import { comeBack, leave, leavingOf } from './service.ts';

const manage = { permission: 'institution.manage', params: idParams } as const;

/** Somebody leaves the institution, or comes back to it. */
export const leavingRoutes = (host: OrganisationsHost): Route[] => {
  const formPage = async (
    ctx: Ctx,
    id: string,
    sent: { values?: FormValues; errors?: readonly FieldError[] },
  ) => {
    const { view, obligations, successors } = await leavingOf(ctx, host, id);
    return (
      <LeavePage
        worker={view.worker}
        obligations={obligations}
        successors={successors}
        today={today(ctx)}
        formKey={newId()}
        {...sent}
      />
    );
  };
  return [
    page('/institution/workers/:id/leave', manage, (ctx, { params }) => formPage(ctx, params.id, {})),
    form(
      '/institution/workers/:id/leave',
      { ...manage, body: leaveBody },
      async (ctx, { params, body }) => {
        await leave(ctx, host, params.id, body);
        return redirect('/institution');
      },
      (ctx, { params, values, errors }) => formPage(ctx, params.id, { values, errors }),
    ),
    form('/institution/workers/:id/return', { ...manage, body: emptyBody }, async (ctx, { params }) => {
      await comeBack(ctx, params.id);
      return redirect(`/institution/workers/${params.id}`);
    }),
  ];
};
