import { randomBytes } from 'node:crypto';
import { SYSTEM_ACTOR } from '#kernel/context.ts';
import { moduleRoutes } from '../src/app.ts';
import { createAuth } from '../src/kernel/auth/auth.ts';
import { readConfig } from '../src/kernel/config.ts';
import type { Route } from '../src/kernel/http/routes.ts';
import { sendMail } from '../src/kernel/mail.ts';
import type { Parts } from '../src/parts.ts';
import { serveRoutes } from '../src/web.ts';
import { TEST_NOW, type TestDatabase, testDatabase } from './database.ts';

type Fetch = (request: Request) => Response | Promise<Response>;

export interface Browser {
  /** GET; follows no redirect. */
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Sends a form as a browser does. A list is sent as a repeated name. */
  post(path: string, values?: Record<string, string | readonly string[]>): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
  readonly headers: Headers;
}

export interface TestApp extends TestDatabase {
  readonly parts: Parts;
  readonly fetch: (request: Request) => Response | Promise<Response>;
  readonly auth: ReturnType<typeof createAuth>;
  /** The clock of the application; move it forward to let time pass. */
  setNow(now: Date): void;
  /** Nobody signed in. */
  readonly visitor: Browser;
  /** Signed in as this account, through a real session. */
  as(accountId: string): Promise<Browser>;
}

export const ORIGIN = 'http://splot.test';

/** The whole application in this process, on a database of its own or the one given. */
export const testApp = async (start = TEST_NOW, database?: TestDatabase): Promise<TestApp> =>
  serve(moduleRoutes, database ?? (await testDatabase()), start);

/** The application with these routes alone; what others lend a module may be said by the test. */
export const moduleApp = async (
  routesOf: (parts: Parts, database: TestDatabase) => readonly Route[],
): Promise<TestApp> => serve(routesOf, await testDatabase(), TEST_NOW);

function serve(
  routesOf: (parts: Parts, database: TestDatabase) => readonly Route[],
  base: TestDatabase,
  start: Date,
): TestApp {
  let now = start;
  const clock = () => now;
  const config = readConfig({
    NODE_ENV: 'test',
    APP_URL: ORIGIN,
    SECRET: randomBytes(32).toString('hex'),
    DEMO: 'false',
    DATABASE_URL: base.url,
  });
  const auth = createAuth({
    url: base.url,
    baseUrl: ORIGIN,
    secret: config.SECRET,
    clock,
    mail: (message) =>
      base.db.transaction(
        { actor: SYSTEM_ACTOR, now, lang: 'pl', requestId: 'test', purpose: 'P5', path: 'sign-in' },
        (ctx) => sendMail(ctx, message),
      ),
  });
  const parts: Parts = { config, db: base.db, auth, clock };
  const { fetch } = serveRoutes(parts, routesOf(parts, base));
  const browser = (cookie?: string) => browserOf(fetch, cookie ? { cookie } : {});
  return {
    ...base,
    parts,
    fetch,
    auth,
    setNow: (to) => {
      now = to;
    },
    visitor: browser(),
    as: async (accountId) => browser(await auth.sessionCookie(accountId)),
    drop: async () => {
      await auth.close();
      await base.drop();
    },
  };
}

/** A browser without a screen that sends these headers each time. */
export function browserOf(fetch: Fetch, always: Readonly<Record<string, string>>): Browser {
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const headers = { ...always, ...(init.headers as Record<string, string> | undefined) };
    const response = await fetch(new Request(ORIGIN + path, { ...init, headers, redirect: 'manual' }));
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
}
