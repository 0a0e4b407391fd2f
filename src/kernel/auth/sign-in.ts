import type pg from 'pg';
import { type Accounts, plainEmail } from './accounts.ts';
import type { Attempts } from './attempts.ts';
import type { AuthOptions } from './auth.ts';
import { agentOnly, attempt, cookieHeader, only } from './calls.ts';
import { type Library, PROVIDER, SINGLE_PATH } from './library.ts';
import type { Session, Sessions } from './sessions.ts';

/** Where a request comes from. */
export interface From {
  readonly headers: Headers;
  /** The network address, for counting failures; kept as a keyed hash alone. */
  readonly address: string;
  /** The query of the address as it came, with its question mark; empty without one. */
  readonly query: string;
}

export type SignIn =
  | { readonly kind: 'signed_in'; readonly session: Session; readonly cookies: readonly string[] }
  /** The password was right; the code of the second factor is still needed. */
  | { readonly kind: 'code'; readonly accountId: string; readonly cookies: readonly string[] }
  /** Wrong; `lockedUntil` when this was one time too many. `accountId` is for the audit record alone. */
  | { readonly kind: 'refused'; readonly accountId: string | null; readonly lockedUntil: Date | null }
  | { readonly kind: 'locked'; readonly until: Date }
  /** The sign-in was not finished in ten minutes; it starts again. */
  | { readonly kind: 'expired' };

export function createSignIn(
  options: AuthOptions,
  pool: pg.Pool,
  library: Library,
  parts: { accounts: Accounts; attempts: Attempts; sessions: Sessions },
) {
  const { accounts, attempts, sessions } = parts;

  /** Ours is the session of the new cookie; whatever session the browser had before ends. */
  async function signedIn(cookies: readonly string[], before: Headers): Promise<SignIn> {
    const session = await sessions.session(cookieHeader(cookies));
    if (!session) throw new Error('the sign-in library made no session');
    const old = sessions.signedCookie(before, 'session_token');
    if (old)
      await pool.query('delete from auth.session where token = $1 and id <> $2', [old, session.sessionId]);
    return { kind: 'signed_in', session, cookies };
  }

  async function waiting(headers: Headers): Promise<string | null> {
    const identifier = sessions.signedCookie(headers, 'two_factor');
    if (!identifier) return null;
    const { rows } = await pool.query<{ value: string }>(
      'select value from auth.verification where identifier = $1 and expires_at > clock_timestamp()',
      [identifier],
    );
    return rows[0]?.value ?? null;
  }

  return {
    /** First step. Counts the guess per account and per address before it looks at the password. */
    signIn: async (input: { email: string; password: string }, from: From): Promise<SignIn> => {
      const email = plainEmail(input.email);
      const turn = await attempts.take([
        ['address', from.address],
        ['account', email],
      ]);
      if (turn.refusedUntil) return { kind: 'locked', until: turn.refusedUntil };
      const answer = await attempt(() =>
        library.api.signInEmail({
          body: { email, password: input.password },
          headers: agentOnly(from.headers),
          returnHeaders: true,
        }),
      );
      const account = await accounts.accountByEmail(email);
      if (!answer || !account)
        return { kind: 'refused', accountId: account?.id ?? null, lockedUntil: turn.locksUntil };
      await attempts.giveBack(turn);
      const cookies = answer.headers.getSetCookie();
      return account.twoFactor
        ? { kind: 'code', accountId: account.id, cookies }
        : signedIn(cookies, from.headers);
    },
    /** Second step: a code of six figures, or a recovery code, which is used up by it. */
    verifyCode: async (code: string, from: From): Promise<SignIn> => {
      const accountId = await waiting(from.headers);
      if (!accountId) return { kind: 'expired' };
      const turn = await attempts.take([
        ['address', from.address],
        ['code', accountId],
      ]);
      if (turn.refusedUntil) return { kind: 'locked', until: turn.refusedUntil };
      const typed = code.toLowerCase().replace(/[^a-z0-9]/g, '');
      const pending = from.headers.get('cookie') ?? '';
      const headers = agentOnly(from.headers);
      headers.set('cookie', only(pending, sessions.cookieName('two_factor')));
      const answer = /^\d{6}$/.test(typed)
        ? (await attempts.firstUse(accountId, typed)) &&
          (await attempt(() =>
            library.api.verifyTOTP({ body: { code: typed }, headers, returnHeaders: true }),
          ))
        : await attempt(() =>
            library.api.verifyBackupCode({
              body: { code: `${typed.slice(0, 5)}-${typed.slice(5)}` },
              headers,
              returnHeaders: true,
            }),
          );
      if (!answer) return { kind: 'refused', accountId, lockedUntil: turn.locksUntil };
      await attempts.giveBack(turn);
      return signedIn(answer.headers.getSetCookie(), from.headers);
    },
    /** The account that waits for its code in this browser; null when none does or the ten minutes are over. */
    waitingForCode: waiting,
    /** Where to send the browser for the single sign-on; null when none is configured or it does not answer. */
    startSingle: async (next: string, from: From): Promise<{ url: string; cookies: string[] } | null> => {
      if (!options.oidc) return null;
      const answer = await attempt(() =>
        library.api.signInSocial({
          body: {
            provider: PROVIDER,
            callbackURL: next,
            errorCallbackURL: '/sign-in?problem=single',
            disableRedirect: true,
          },
          headers: agentOnly(from.headers),
          returnHeaders: true,
        }),
      );
      return answer?.response.url
        ? { url: answer.response.url, cookies: answer.headers.getSetCookie() }
        : null;
    },
    /** The answer of the single sign-on: a session, or null with the reason kept to ourselves. `next` is where to go. */
    finishSingle: async (
      from: From,
    ): Promise<{ signIn: SignIn | null; next: string; cookies: readonly string[] }> => {
      const headers = agentOnly(from.headers);
      headers.set('cookie', from.headers.get('cookie') ?? '');
      const url = `${options.baseUrl}${SINGLE_PATH}/callback/${PROVIDER}${from.query}`;
      const response = await library.handler(new Request(url, { headers }));
      const cookies = response.headers.getSetCookie();
      const next = response.headers.get('location') ?? '/sign-in?problem=single';
      const made = cookies.some(
        (c) => c.startsWith(`${sessions.cookieName('session_token')}=`) && !/max-age=0/i.test(c),
      );
      return { signIn: made ? await signedIn(cookies, from.headers) : null, next, cookies };
    },
    /** Somebody signed in types the password again. It counts as a guess; during a pause it is not looked at. */
    confirmPassword: async (
      account: { accountId: string; email: string },
      password: string,
    ): Promise<{ looked: boolean; right: boolean; lockedUntil: Date | null }> => {
      const turn = await attempts.take([['account', account.email]]);
      if (turn.refusedUntil) return { looked: false, right: false, lockedUntil: turn.refusedUntil };
      if (!(await accounts.passwordIs(account.accountId, password)))
        return { looked: true, right: false, lockedUntil: turn.locksUntil };
      await attempts.giveBack(turn);
      return { looked: true, right: true, lockedUntil: null };
    },
  };
}

export type SignInSteps = ReturnType<typeof createSignIn>;
