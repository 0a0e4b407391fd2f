import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody, idParams, type OrganisationsHost } from '../schema.ts';
import { ownWorker, today } from '../service.ts';
import { AbsencePage } from './pages/absence.tsx';
import { absenceBody, absenceParams } from './schema.ts';
import { colleaguesWithAccess, endAbsence, planAbsence } from './service.ts';

const manage = { permission: 'institution.manage' } as const;

export const absenceRoutes = (host: OrganisationsHost): Route[] => [
  page('/institution/workers/:id/absence', { ...manage, params: idParams }, (ctx, { params }) =>
    formPage(ctx, params.id, {}),
  ),
  form(
    '/institution/workers/:id/absence',
    { ...manage, params: idParams, body: absenceBody },
    async (ctx, { params, body }) => {
      await planAbsence(ctx, host, params.id, body);
      return redirect(`/institution/workers/${params.id}`);
    },
    (ctx, { params, values, errors }) => formPage(ctx, params.id, { values, errors }),
  ),
  form(
    '/institution/workers/:id/absences/:absenceId/end',
    { ...manage, params: absenceParams, body: emptyBody },
    async (ctx, { params }) => {
      await endAbsence(ctx, host, params.id, params.absenceId);
      return redirect(`/institution/workers/${params.id}`);
    },
  ),
];

async function formPage(ctx: Ctx, id: string, sent: { values?: FormValues; errors?: readonly FieldError[] }) {
  const worker = await ownWorker(ctx, id);
  const candidates = await colleaguesWithAccess(ctx, id, today(ctx));
  return <AbsencePage worker={worker} candidates={candidates} formKey={newId()} {...sent} />;
}
