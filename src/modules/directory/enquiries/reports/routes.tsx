import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { emptyBody, idParams } from '../schema.ts';
import { ReportsPage } from './pages/reports.tsx';
import { reports, stop } from './service.ts';

const editor = { permission: 'directory.edit' } as const;

export const reportRoutes: readonly Route[] = [
  page('/enquiries/reports', editor, async (ctx) => <ReportsPage reports={await reports(ctx)} />),
  form(
    '/enquiries/reports/:id/stop',
    { ...editor, params: idParams, body: emptyBody },
    async (ctx, { params }) => {
      await stop(ctx, params.id);
      return redirect('/enquiries/reports');
    },
  ),
];
