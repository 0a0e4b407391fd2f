import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { workHost } from './due.ts';
import {
  accountsHost,
  actorFinder,
  directoryHost,
  discussionUnder,
  errorResponse,
  exchangeHost,
  langOf,
  libraryHost,
  mailHost,
  organisationsHost,
  partnershipsHost,
  render,
  siteHost,
} from './host.tsx';
import { auditJobs } from './kernel/audit/seal.ts';
import { fileJobs } from './kernel/files/jobs.ts';
import { formJobs } from './kernel/forms/jobs.ts';
import { dispatch, type Host } from './kernel/http/dispatch.ts';
import { metrics, observe } from './kernel/http/metrics.ts';
import { preflight } from './kernel/http/open.ts';
import { openApi } from './kernel/http/openapi.ts';
import { rateLimit } from './kernel/http/rate-limit.ts';
import type { Route } from './kernel/http/routes.ts';
import { newRequestId } from './kernel/ids.ts';
import type { Job } from './kernel/jobs.ts';
import { log, safeError } from './kernel/log.ts';
import { mailJobs } from './kernel/mail.ts';
import { accountsJobs } from './modules/accounts/jobs.ts';
import { accountsRoutes } from './modules/accounts/routes.tsx';
import { adviceJobs } from './modules/advice/jobs.ts';
import { adviceRoutes } from './modules/advice/routes.tsx';
import { casesJobs } from './modules/cases/jobs.ts';
import { routes as casesRoutes } from './modules/cases/routes.tsx';
import { directoryJobs } from './modules/directory/jobs.ts';
import { directoryRoutes } from './modules/directory/routes.tsx';
import { eventsJobs } from './modules/events/jobs.ts';
import { eventsRoutes } from './modules/events/routes.tsx';
import { exchangeJobs } from './modules/exchange/jobs.ts';
import { exchangeRoutes } from './modules/exchange/routes.tsx';
import { libraryJobs } from './modules/library/jobs.ts';
import { libraryRoutes } from './modules/library/routes.tsx';
import { newsletterJobs } from './modules/newsletter/jobs.ts';
import { newsletterRoutes } from './modules/newsletter/routes.tsx';
import { routes as organisationsJson } from './modules/organisations/interface/routes.tsx';
import { organisationsJobs } from './modules/organisations/jobs.ts';
import { organisationsRoutes } from './modules/organisations/routes.tsx';
import { participantJobs } from './modules/participant/jobs.ts';
import { participantRoutes } from './modules/participant/routes.tsx';
import { routes as partnershipsJson } from './modules/partnerships/interface/routes.tsx';
import { partnershipsJobs } from './modules/partnerships/jobs.ts';
import { partnershipsRoutes } from './modules/partnerships/routes.tsx';
import { siteJobs } from './modules/site/jobs.ts';
import { routes as siteRoutes } from './modules/site/routes.tsx';
import { routes as territoryRoutes } from './modules/territory/routes.tsx';
import type { Parts } from './parts.ts';
import { assets } from './ui/assets.ts';

interface Env {
  Variables: { requestId: string };
}

/** The table of contents of Splot: every module with the addresses it answers. */
export const moduleRoutes = (parts: Parts): readonly Route[] => [
  ...siteRoutes(siteHost(parts)),
  ...accountsRoutes(accountsHost(parts)),
  ...territoryRoutes,
  ...directoryRoutes(directoryHost(parts)),
  ...eventsRoutes({ siteUrl: parts.config.APP_URL, discussion: discussionUnder }),
  ...libraryRoutes({
    ...libraryHost(parts),
    ownerName: parts.config.OWNER_NAME,
    ownerEmail: parts.config.OWNER_EMAIL,
  }),
  ...exchangeRoutes(exchangeHost(parts)),
  ...adviceRoutes({ siteUrl: parts.config.APP_URL }),
  ...newsletterRoutes,
  ...organisationsRoutes(organisationsHost(parts)),
  ...organisationsJson,
  ...partnershipsRoutes({ ...partnershipsHost, siteUrl: parts.config.APP_URL }),
  ...partnershipsJson,
  ...casesRoutes(workHost),
  ...participantRoutes({ auth: parts.auth, siteUrl: parts.config.APP_URL }),
];

/** Work that happens outside a request. */
export const moduleJobs = (parts: Parts): readonly Job[] => [
  ...mailJobs(parts.config),
  ...auditJobs(parts.config),
  ...accountsJobs(parts),
  ...fileJobs,
  ...organisationsJobs(parts.config),
  ...partnershipsJobs(parts.config),
  ...formJobs,
  ...siteJobs,
  ...casesJobs(parts),
  ...directoryJobs({ siteUrl: parts.config.APP_URL, db: parts.db }),
  ...libraryJobs({ siteUrl: parts.config.APP_URL, db: parts.db, askOwn: ownAnswers(parts) }),
  ...eventsJobs(parts.config.APP_URL),
  ...adviceJobs({ siteUrl: parts.config.APP_URL }, mailHost(parts)),
  ...newsletterJobs(parts.config.APP_URL),
  ...exchangeJobs(exchangeHost(parts)),
  ...participantJobs(parts),
];

/** What this site answers to anybody who opens an address of its own, asked without a network. */
function ownAnswers(parts: Parts) {
  let app: Hono<Env> | undefined;
  return async (path: string) => {
    app ??= createApp(parts);
    const { status, headers } = await app.fetch(new Request(parts.config.APP_URL + path));
    return { status, location: headers.get('location') };
  };
}

/** The whole application as one function from Request to Response; the server and the tests both use it. */
export function createApp(parts: Parts): Hono<Env> {
  const { config, db, auth, clock } = parts;
  const app = new Hono<Env>();
  const host: Host = { db, clock, actorOf: actorFinder(parts), langOf, render: render(config) };

  app.use(async (c, next) => {
    c.set('requestId', newRequestId());
    await next();
    c.header('x-request-id', c.get('requestId'));
    // Open data may stand in the pages of others; everything else is kept to this site.
    if (c.res.headers.get('access-control-allow-origin') === '*')
      c.header('cross-origin-resource-policy', 'cross-origin');
  });
  app.use(observe);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'", "'inline-speculation-rules'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      crossOriginResourcePolicy: 'same-origin',
      xFrameOptions: 'DENY',
      // A laptop is reached over plain HTTP; behind TLS the proxy sets this header.
      strictTransportSecurity: config.APP_URL.startsWith('https:')
        ? 'max-age=31536000; includeSubDomains'
        : false,
    }),
  );
  app.use(bodyLimit({ maxSize: 12 * 1024 * 1024, onError: (c) => errorResponse(c, host, 'too_large', 413) }));
  const limited = rateLimit({ proxies: config.TRUST_PROXY });
  for (const path of ['/api/*', '/hsds/*', '/data/*', '/oai', '/library/:slug/pdf', '/library/:slug/epub'])
    app.use(path, limited);
  app.use(auth.middleware);

  app.get('/assets/*', serveAsset);
  app.get('/favicon.ico', serveAsset);
  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) => {
    try {
      await db.ping();
      return c.text('ready');
    } catch {
      return c.text('the database does not answer', 503);
    }
  });
  app.get('/metrics', metrics(db, config.METRICS_TOKEN));
  app.get('/api/openapi.json', (c) => c.json(openApi(moduleRoutes(parts), config.APP_URL)));

  for (const route of moduleRoutes(parts)) {
    if (route.kind === 'open') app.options(route.path, preflight);
    app.on(route.method, route.path, noStore, dispatch(host, route));
  }

  app.notFound((c) => errorResponse(c, host, 'not_found', 404));
  app.onError((error, c) => {
    const code = (error as { code?: unknown }).code;
    const known = error.name === 'AppError' && typeof code === 'string';
    if (!known)
      log.error(
        { requestId: c.get('requestId'), method: c.req.method, ...safeError(error) },
        'request failed',
      );
    return errorResponse(c, host, error);
  });
  return app;
}

/** Pages of signed-in people never stay in a shared cache or behind the back button of a shared computer. */
async function noStore(c: Context, next: () => Promise<void>): Promise<void> {
  await next();
  if (!c.res.headers.has('cache-control'))
    c.res.headers.set('cache-control', c.req.header('cookie') ? 'no-store' : 'no-cache');
}

function serveAsset(c: Context): Response {
  const asset = assets.serve(new URL(c.req.url).pathname);
  if (!asset) return c.text('not found', 404);
  return new Response(asset.body, {
    headers: {
      'content-type': asset.type,
      'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  });
}
