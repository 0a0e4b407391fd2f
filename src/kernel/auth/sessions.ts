import { createHmac, timingSafeEqual } from 'node:crypto';
import type pg from 'pg';
import type { AuthOptions } from './auth.ts';
import { COOKIE_PREFIX, type Library } from './library.ts';

/** Who is signed in, as the rest of the system sees it. */
export interface Session {
  readonly accountId: string;
  readonly email: string;
  readonly name: string;
  readonly sessionId: string;
  /** The worker or participation the account acts as; null until chosen. */
  readonly actingAs: string | null;
  /** Whether the account has a second factor. */
  readonly twoFactor: boolean;
  /** When the session ends if nothing more is done: the absolute end or the idle one, whichever comes first. */
  readonly expiresAt: Date;
}

export interface SessionSummary {
  readonly id: string;
  readonly createdAt: Date;
  readonly usedAt: Date;
  readonly userAgent: string;
}

export interface SessionLimits {
  /** Milliseconds after sign-in. */
  readonly absolute: number;
  /** Milliseconds without a request. */
  readonly idle: number;
}

/** Use is noted at most once a minute, so that most requests write nothing. */
const TOUCH_MS = 60_000;

interface Row {
  id: string;
  user_id: string;
  email: string;
  name: string;
  acting_as: string | null;
  two_factor_enabled: boolean | null;
  created_at: Date;
  updated_at: Date;
}

const FIND = {
  name: 'auth_session',
  text: `select s.id, s.user_id, s.acting_as, s.created_at, s.updated_at, u.email, u.name, u.two_factor_enabled
         from auth.session s join auth."user" u on u.id = s.user_id where s.token = $1`,
};

export function createSessions(options: AuthOptions, pool: pg.Pool, library: Library, limits: SessionLimits) {
  const { clock, secret } = options;
  const secure = options.baseUrl.startsWith('https:') ? '__Secure-' : '';
  const cookieName = (name: string) => `${secure}${COOKIE_PREFIX}.${name}`;
  const sign = (value: string) => createHmac('sha256', secret).update(value).digest();

  /** The value of a cookie of ours, if its signature holds. */
  function signedCookie(headers: Headers, name: string): string | null {
    const raw = readCookie(headers.get('cookie'), cookieName(name));
    const dot = raw?.lastIndexOf('.') ?? -1;
    if (!raw || dot < 1) return null;
    const value = raw.slice(0, dot);
    const given = Buffer.from(raw.slice(dot + 1), 'base64');
    const right = sign(value);
    return given.length === right.length && timingSafeEqual(given, right) ? value : null;
  }

  async function session(headers: Headers): Promise<Session | null> {
    const token = signedCookie(headers, 'session_token');
    if (token === null) return null;
    const { rows } = await pool.query<Row>({ ...FIND, values: [token] });
    const row = rows[0];
    if (!row) return null;
    const now = clock().getTime();
    const absoluteEnd = row.created_at.getTime() + limits.absolute;
    // A minute more than promised, since the last use is known to the minute.
    const idleEnd = row.updated_at.getTime() + limits.idle + TOUCH_MS;
    if (now >= absoluteEnd || now >= idleEnd) return null;
    if (now - row.updated_at.getTime() >= TOUCH_MS)
      await pool.query('update auth.session set updated_at = $2 where id = $1', [row.id, new Date(now)]);
    return {
      accountId: row.user_id,
      email: row.email,
      name: row.name,
      sessionId: row.id,
      actingAs: row.acting_as,
      twoFactor: row.two_factor_enabled === true,
      expiresAt: new Date(Math.min(absoluteEnd, now + limits.idle)),
    };
  }

  return {
    cookieName,
    signedCookie,
    session,
    /** Whom the session acts for from now on; remembered for the account's next session. Null clears it. */
    setActingAs: async (sessionId: string, id: string | null): Promise<void> => {
      await pool.query(
        `with s as (update auth.session set acting_as = $2 where id = $1 returning user_id)
         update auth."user" u set last_acting_as = $2 from s where u.id = s.user_id`,
        [sessionId, id],
      );
    },
    /** A real session of an account, as the value of a `Cookie` header. For tests and the demonstration. */
    sessionCookie: async (accountId: string): Promise<string> => {
      const { internalAdapter } = await library.$context;
      const made = await internalAdapter.createSession(accountId, false);
      const value = `${made.token}.${sign(made.token).toString('base64')}`;
      return `${cookieName('session_token')}=${encodeURIComponent(value)}`;
    },
    /** The live sessions of an account, latest used first. */
    sessions: async (accountId: string): Promise<SessionSummary[]> => {
      const now = clock().getTime();
      const { rows } = await pool.query<{
        id: string;
        created_at: Date;
        updated_at: Date;
        user_agent: string;
      }>(
        `select id, created_at, updated_at, coalesce(user_agent, '') as user_agent from auth.session
         where user_id = $1 and created_at > $2 and updated_at > $3 order by updated_at desc, id desc`,
        [accountId, new Date(now - limits.absolute), new Date(now - limits.idle - TOUCH_MS)],
      );
      return rows.map((r) => ({
        id: r.id,
        createdAt: r.created_at,
        usedAt: r.updated_at,
        userAgent: r.user_agent,
      }));
    },
    /** Ends one session of the account; false when it has no such session. */
    revokeSession: async (accountId: string, sessionId: string): Promise<boolean> => {
      const { rowCount } = await pool.query('delete from auth.session where id = $1 and user_id = $2', [
        sessionId,
        accountId,
      ]);
      return rowCount === 1;
    },
    /** Ends every session of the account but the one named, if any; gives how many. */
    revokeSessions: async (accountId: string, except: string | null = null): Promise<number> => {
      const { rowCount } = await pool.query(
        'delete from auth.session where user_id = $1 and id is distinct from $2::uuid',
        [accountId, except],
      );
      return rowCount ?? 0;
    },
    /** Drops sessions that ended. */
    tidy: async (): Promise<void> => {
      await pool.query('delete from auth.session where created_at < $1', [
        new Date(clock().getTime() - limits.absolute),
      ]);
    },
    /** `Set-Cookie` values that make the browser forget the session. */
    forget: (): string[] =>
      ['session_token', 'two_factor'].map(
        (name) =>
          `${cookieName(name)}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
      ),
  };
}

export type Sessions = ReturnType<typeof createSessions>;

function readCookie(header: string | null, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const equals = part.indexOf('=');
    if (equals < 0 || part.slice(0, equals).trim() !== name) continue;
    try {
      return decodeURIComponent(part.slice(equals + 1).trim());
    } catch {
      return null;
    }
  }
  return null;
}
