import type { MiddlewareHandler } from 'hono';
import pg from 'pg';
import { type Accounts, createAccounts } from './accounts.ts';
import { createAttempts } from './attempts.ts';
import { createLibrary } from './library.ts';
import { createLinks, type Links } from './links.ts';
import { requestMiddleware } from './request.ts';
import { createSessions, type Sessions } from './sessions.ts';
import { createSignIn, type SignInSteps } from './sign-in.ts';
import { createTotp, type Totp } from './totp.ts';

export interface AuthOptions {
  /** Address of the database; its login must be a member of `splot_auth`. */
  readonly url: string;
  /** Where people reach the system; decides whether cookies are Secure. */
  readonly baseUrl: string;
  readonly secret: string;
  readonly mail: (message: { to: string; subject: string; body: string }) => Promise<unknown>;
  readonly clock: () => Date;
  readonly oidc?: {
    readonly issuer: string;
    readonly clientId: string;
    readonly clientSecret: string;
    readonly name: string;
  };
  /** Hours a session lasts; 12 when not said. */
  readonly sessionHours?: number;
  /** Minutes without use after which a session ends; 60 when not said. */
  readonly idleMinutes?: number;
  /** Trusted proxies in front, whose X-Forwarded-For is believed; none when not said. */
  readonly proxies?: number;
  /** Connections of the small pool; 4 when not said. */
  readonly max?: number;
}

/** Sign-in. Its own pool works as the role `splot_auth`, the only one that reaches the schema `auth`. */
export interface Auth
  extends Omit<Sessions, 'signedCookie' | 'cookieName'>,
    Accounts,
    Omit<Links, 'tidy'>,
    SignInSteps,
    Totp {
  /** Stands before every route: refuses cross-site changes, and lets sign-in pages read the request. */
  readonly middleware: MiddlewareHandler;
  readonly mail: AuthOptions['mail'];
  /** The name of the single sign-on on its button; null when none is configured. */
  readonly singleName: string | null;
  /** Deletes sessions, links and counters that ended; for a nightly job. */
  tidy(): Promise<void>;
  close(): Promise<void>;
}

export function createAuth(options: AuthOptions): Auth {
  const limits = {
    absolute: (options.sessionHours ?? 12) * 3_600_000,
    idle: (options.idleMinutes ?? 60) * 60_000,
  };
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max ?? 4,
    options: '-c role=splot_auth -c search_path=auth',
    application_name: 'splot sign-in',
  });
  // A connection that dies while idle must not end the process; the next query reports it.
  pool.on('error', () => {});
  const library = createLibrary(options, pool, limits.absolute / 1000);
  const sessions = createSessions(options, pool, library, limits);
  const accounts = createAccounts(options, pool, library);
  const attempts = createAttempts(options, pool);
  const links = createLinks(options, pool, { accounts, attempts, sessions });
  return {
    ...sessions,
    ...accounts,
    ...links,
    ...createSignIn(options, pool, library, { accounts, attempts, sessions }),
    ...createTotp(pool, library),
    middleware: requestMiddleware(options.baseUrl, options.proxies ?? 0),
    mail: options.mail,
    singleName: options.oidc?.name ?? null,
    tidy: async () => {
      await Promise.all([sessions.tidy(), links.tidy(), attempts.tidy()]);
    },
    close: () => pool.end(),
  };
}
