import { currentRequest } from '#kernel/auth/request.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { GalleryPage } from '#ui/gallery.tsx';
import { contactRoutes } from './contact/routes.tsx';
import { frontRoutes } from './front/routes.tsx';
import { helpRoutes } from './help/routes.tsx';
import { mapRoutes } from './maps/routes.tsx';
import { OutboxPage } from './pages/outbox.tsx';
import { LegalPage, PrivacyPage } from './pages/privacy.tsx';
import { ReportPage, ReportSentPage } from './pages/report.tsx';
import { StatementPage } from './pages/statement.tsx';
import { preferences, reportBody, reportQuery, type SiteHost } from './schema.ts';
import { reportProblem } from './service.ts';

const YEAR = 31_536_000;
const open = { permission: 'public' } as const;

export const routes = ({ config, kept, outbox }: SiteHost): readonly Route[] => [
  ...frontRoutes,
  ...contactRoutes({ config }),
  ...mapRoutes({ config }),
  ...helpRoutes,
  page('/preferences', { permission: 'public', query: preferences }, async (_ctx, { query }) => {
    const { back, ...chosen } = query;
    const headers = new Headers({ location: back });
    const secure = config.APP_URL.startsWith('https:') ? '; Secure' : '';
    for (const [name, value] of Object.entries(chosen)) {
      headers.append('set-cookie', `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`);
    }
    return new Response(null, { status: 303, headers });
  }),
  page('/accessibility', open, async () => (
    <StatementPage
      owner={config.OWNER_NAME}
      url={config.APP_URL}
      email={config.OWNER_EMAIL}
      phone={config.OWNER_PHONE}
    />
  )),
  page('/privacy', open, async (ctx) => <PrivacyPage owner={config.OWNER_NAME} kept={await kept(ctx)} />),
  page('/legal', open, async () => <LegalPage owner={config.OWNER_NAME} />),
  page('/report', { ...open, query: reportQuery }, async (_, { query }) => (
    <ReportPage email={config.OWNER_EMAIL} formKey={newId()} values={query} />
  )),
  form(
    '/report',
    { ...open, body: reportBody },
    async (ctx, { body }) => {
      await reportProblem(ctx, config.OWNER_EMAIL, body, currentRequest().address);
      return redirect('/report/sent');
    },
    async (_, { values, errors }) => (
      <ReportPage email={config.OWNER_EMAIL} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page('/report/sent', open, async () => <ReportSentPage />),
  ...(outbox
    ? [
        page('/outbox', { permission: 'signed-in' }, async () => {
          const letters = await outbox();
          if (!letters) throw notFound();
          return <OutboxPage letters={letters} />;
        }),
      ]
    : []),
  // The script of the page asks this when the person chooses to stay signed in; asking is using.
  page('/session', { permission: 'signed-in' }, async () => new Response(null, { status: 204 })),
  ...(config.NODE_ENV === 'production' ? [] : [page('/ui', open, async () => <GalleryPage />)]),
];
