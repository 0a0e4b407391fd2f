import { randomInt } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth, twoFactor } from 'better-auth/plugins';
import type pg from 'pg';
import { newId } from '../ids.ts';
import { log } from '../log.ts';
import type { AuthOptions } from './auth.ts';
import { MAX_PASSWORD, MIN_PASSWORD } from './passwords.ts';

export const COOKIE_PREFIX = 'splot';
/** Where the single sign-on comes back to; registered with the issuer as `<APP_URL>/sign-in/single/callback/oidc`. */
export const SINGLE_PATH = '/sign-in/single';
export const PROVIDER = 'oidc';

/** Letters and figures that cannot be mistaken for one another when copied from paper. */
const CODE_ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const codePart = () =>
  Array.from({ length: 5 }, () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)]).join('');

const snake = <T extends string>(...names: T[]) =>
  Object.fromEntries(
    names.map((name) => [name, name.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`)]),
  ) as Record<T, string>;

/** better-auth, told about our tables, our ids and our clock. It is called from the server only, never over HTTP. */
export function createLibrary(options: AuthOptions, pool: pg.Pool, absoluteSeconds: number) {
  const { clock, oidc } = options;
  return betterAuth({
    appName: 'Splot',
    baseURL: options.baseUrl,
    basePath: SINGLE_PATH,
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    // Its messages may carry what somebody typed; only that something failed is worth a line.
    logger: {
      level: 'error',
      log: (level) => level === 'error' && log.warn('sign-in library reports an error'),
    },
    rateLimit: { enabled: false },
    trustedOrigins: [new URL(options.baseUrl).origin],
    onAPIError: { errorURL: '/sign-in?problem=single' },
    advanced: {
      cookiePrefix: COOKIE_PREFIX,
      useSecureCookies: options.baseUrl.startsWith('https:'),
      // The middleware of `request.ts` compares the origin of every request that changes something.
      disableCSRFCheck: true,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: MIN_PASSWORD,
      maxPasswordLength: MAX_PASSWORD,
    },
    user: { fields: snake('emailVerified', 'createdAt', 'updatedAt') },
    session: {
      fields: snake('expiresAt', 'createdAt', 'updatedAt', 'ipAddress', 'userAgent', 'userId'),
      expiresIn: absoluteSeconds,
      disableSessionRefresh: true,
      freshAge: 0,
      additionalFields: {
        actingAs: { type: 'string', required: false, input: false, fieldName: 'acting_as' },
      },
    },
    account: {
      fields: snake(
        'accountId',
        'providerId',
        'userId',
        'accessToken',
        'refreshToken',
        'idToken',
        'accessTokenExpiresAt',
        'refreshTokenExpiresAt',
        'createdAt',
        'updatedAt',
      ),
      updateAccountOnSignIn: false,
      // Only an e-mail that the issuer calls verified joins an account; no issuer is trusted without it.
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: false },
    },
    verification: { fields: snake('expiresAt', 'createdAt', 'updatedAt') },
    databaseHooks: {
      session: {
        create: {
          // The library stamps `expiresAt` by the machine's clock; ours, which tests may set, decides in `sessions.ts`.
          before: async (session) => ({
            data: {
              ...session,
              createdAt: clock(),
              updatedAt: clock(),
              actingAs: await lastActingAs(pool, session.userId),
            },
          }),
        },
      },
      account: {
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null },
          }),
        },
      },
    },
    plugins: [
      twoFactor({
        issuer: 'Splot',
        twoFactorCookieMaxAge: 600,
        // One rule against guessing for passwords and codes alike: `attempts.ts`.
        accountLockout: { enabled: false },
        backupCodeOptions: {
          customBackupCodesGenerate: () => Array.from({ length: 10 }, () => `${codePart()}-${codePart()}`),
        },
        schema: {
          user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
          twoFactor: {
            modelName: 'two_factor',
            fields: snake('backupCodes', 'userId', 'failedVerificationCount', 'lockedUntil'),
          },
        },
      }),
      ...(oidc ? [singleSignOn(oidc)] : []),
    ],
  });
}

export type Library = ReturnType<typeof createLibrary>;

function singleSignOn(oidc: NonNullable<AuthOptions['oidc']>) {
  return genericOAuth({
    config: [
      {
        providerId: PROVIDER,
        name: oidc.name,
        discoveryUrl: `${oidc.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
      },
    ],
  });
}

async function lastActingAs(pool: pg.Pool, userId: string): Promise<string | null> {
  const { rows } = await pool.query<{ last_acting_as: string | null }>(
    'select last_acting_as from auth."user" where id = $1',
    [userId],
  );
  return rows[0]?.last_acting_as ?? null;
}
