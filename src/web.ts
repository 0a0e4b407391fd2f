import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { actorFinder, errorResponse, langOf, render } from './host.tsx';
import { compress } from './kernel/http/compress.ts';
import { conditional } from './kernel/http/conditional.ts';
import { dispatch, type Host } from './kernel/http/dispatch.ts';
import { metrics, observe } from './kernel/http/metrics.ts';
import { preflight } from './kernel/http/open.ts';
import { openApi } from './kernel/http/openapi.ts';
import { rateLimit } from './kernel/http/rate-limit.ts';
import type { Route } from './kernel/http/routes.ts';
import { newRequestId } from './kernel/ids.ts';
import { log, safeError } from './kernel/log.ts';
import type { Parts } from './parts.ts';
import { assets } from './ui/assets.ts';

export interface Env {
  Variables: { requestId: string };
}

/**
 * These routes as one function from Request to Response, behind all that stands before a route: headers, limits, session,
 * dispatcher. A test may say by `actorOf` who acts.
 */
export function serveRoutes(
  parts: Parts,
  routes: readonly Route[],
  actorOf: Host['actorOf'] = actorFinder(parts),
): Hono<Env> {
  const { config, db, auth, clock } = parts;
  const app = new Hono<Env>();
  const host: Host = { db, clock, actorOf, langOf, render: render(config) };

  app.use(compress());
  app.use(conditional());
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
        workerSrc: ["'self'"],
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
  app.get('/api/openapi.json', (c) => c.json(openApi(routes, config.APP_URL)));

  for (const route of routes) {
    if (route.kind === 'open') app.options(route.path, preflight);
    app.on(route.method, route.path, noStore(route), dispatch(host, route));
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

/**
 * Pages of signed-in people, and those a secret link opens, never stay in a shared cache or behind the back button of a
 * shared computer.
 */
const noStore =
  ({ personal, path }: Route) =>
  async (c: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const kept = !(c.req.header('cookie') || personal || path.includes('/:token'));
    if (!c.res.headers.has('cache-control'))
      c.res.headers.set('cache-control', kept ? 'no-cache' : 'no-store');
  };

function serveAsset(c: Context): Response {
  const asset = assets.serve(new URL(c.req.url).pathname);
  if (!asset) return c.text('not found', 404);
  return new Response(asset.body, {
    headers: {
      'content-type': asset.type,
      'cache-control': asset.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      ...(asset.scope && { 'service-worker-allowed': asset.scope }),
    },
  });
}
