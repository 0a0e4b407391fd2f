import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { type ExchangeHost, idParams } from '../schema.ts';
import { ReportPage, ReportSentPage } from './pages/report.tsx';
import { reportBody } from './schema.ts';
import { report, reported } from './service.ts';

const open = { permission: 'public' } as const;

/** Notices about comments, from anybody. */
export const reportRoutes = (host: ExchangeHost): readonly Route[] => [
  page('/comments/reported', open, async () => <ReportSentPage />),
  page('/comments/:id/report', { ...open, params: idParams }, async (ctx, { params }) => (
    <ReportPage reported={await reported(ctx, host, params.id)} />
  )),
  form(
    '/comments/:id/report',
    { ...open, params: idParams, body: reportBody },
    async (ctx, { params, body }) => {
      await report(ctx, await reported(ctx, host, params.id), body);
      return redirect('/comments/reported');
    },
    async (ctx, { params, values, errors }) => (
      <ReportPage reported={await reported(ctx, host, params.id)} values={values} errors={errors} />
    ),
  ),
];
