import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ReportPage, ReportSentPage } from './pages/report.tsx';
import { reportBody, reportParams } from './schema.ts';
import { report, reported } from './service.ts';

const open = { permission: 'public', params: reportParams } as const;

async function reportPage(
  ctx: Ctx,
  id: string,
  sent: { values?: FormValues; errors?: readonly FieldError[] },
) {
  return <ReportPage record={await reported(ctx, id)} formKey={newId()} {...sent} />;
}

/** Anybody says that something in a record is wrong. */
export const reportRoutes: readonly Route[] = [
  page('/directory/:id/report', open, (ctx, { params }) => reportPage(ctx, params.id, {})),
  form(
    '/directory/:id/report',
    { ...open, body: reportBody },
    async (ctx, { params, body }) => {
      await report(ctx, params.id, body, currentRequest().address);
      return redirect(`/directory/${params.id}/report/sent`);
    },
    (ctx, { params, ...sent }) => reportPage(ctx, params.id, sent),
  ),
  page('/directory/:id/report/sent', open, async (ctx, { params }) => (
    <ReportSentPage record={await reported(ctx, params.id)} />
  )),
];
