import { Hono } from 'hono';
import { actorFinder, errorResponse, langOf, render } from '../src/host.tsx';
import { readConfig } from '../src/kernel/config.ts';
import { dispatch, type Host } from '../src/kernel/http/dispatch.ts';
import type { Route } from '../src/kernel/http/routes.ts';
import { type Browser, type TestApp, testApp } from './app.ts';

export interface ModuleApp extends Omit<TestApp, 'fetch'> {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}

const ORIGIN = 'http://splot.test';

/**
 * The routes of a module in this process, on a database of their own, with stand-ins for what the composition root
 * lends them. What the whole application answers is `testApp`.
 */
export async function moduleApp(routesOf: (app: TestApp) => readonly Route[]): Promise<ModuleApp> {
  const whole = await testApp();
  let now = new Date('2026-03-04T09:00:00Z');
  const clock = () => now;
  const config = readConfig({
    NODE_ENV: 'test',
    APP_URL: ORIGIN,
    SECRET: 'x'.repeat(32),
    DEMO: 'false',
    DATABASE_URL: whole.url,
  });
  const parts = { config, db: whole.db, auth: whole.auth, clock };
  const host: Host = { db: whole.db, clock, actorOf: actorFinder(parts), langOf, render: render(config) };
  const app = new Hono();
  app.use(async (c, next) => {
    c.set('requestId' as never, 'test' as never);
    await next();
  });
  app.use(whole.auth.middleware);
  for (const route of routesOf(whole)) app.on(route.method, route.path, dispatch(host, route));
  app.onError((error, c) => errorResponse(c, host, error));
  app.notFound((c) => errorResponse(c, host, 'not_found', 404));
  const browser = (cookie: string | null): Browser => {
    const send = async (path: string, init: RequestInit) => {
      const headers = new Headers(init.headers);
      if (cookie) headers.set('cookie', cookie);
      const response = await app.fetch(new Request(ORIGIN + path, { ...init, headers }));
      return {
        status: response.status,
        location: response.headers.get('location'),
        text: await response.text(),
        headers: response.headers,
      };
    };
    return {
      get: (path, headers) => send(path, { headers }),
      post: (path, values = {}) => {
        const body = new URLSearchParams();
        for (const [name, value] of Object.entries(values))
          for (const each of [value].flat()) body.append(name, each);
        return send(path, { method: 'POST', body, headers: { origin: ORIGIN } });
      },
    };
  };
  return {
    ...whole,
    fetch: (request) => app.fetch(request),
    visitor: browser(null),
    as: async (accountId) => browser(await whole.auth.sessionCookie(accountId)),
    setNow: (to) => {
      now = to;
      whole.setNow(to);
    },
  };
}
