import type pg from 'pg';
import { hashOf, newId, newSecret } from '../ids.ts';
import { type Accounts, plainEmail } from './accounts.ts';
import type { Attempts } from './attempts.ts';
import type { AuthOptions } from './auth.ts';
import type { Sessions } from './sessions.ts';

const HOUR = 3_600_000;
export const INVITATION_DAYS = 14;
export const RESET_MINUTES = 60;
const RESETS_PER_HOUR = 3;
/** Asking for a new password answers no sooner than this, so that time does not tell whether there is an account. */
const ANSWER_MS = 250;

export interface Letter {
  readonly subject: string;
  readonly body: string;
}
export interface Invitation {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** Whether the e-mail has an account already: then its owner signs in and confirms. */
  readonly hasAccount: boolean;
}
export type Accepted =
  | { readonly kind: 'accepted'; readonly accountId: string; readonly invitationId: string }
  | { readonly kind: 'invalid' | 'has_account' | 'other_account' };

/** Single-use links. The secret stands in the mail alone; the database knows its hash. */
export function createLinks(
  options: AuthOptions,
  pool: pg.Pool,
  parts: { accounts: Accounts; attempts: Attempts; sessions: Sessions },
) {
  const { clock } = options;
  const { accounts, attempts, sessions } = parts;

  async function make(
    kind: 'invitation' | 'reset',
    email: string,
    name: string,
    userId: string | null,
    ms: number,
  ) {
    const [id, token, now] = [newId(), newSecret(), clock()];
    await pool.query(
      `insert into auth.link (id, kind, token_hash, email, name, user_id, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, kind, hashOf(token), plainEmail(email), name.trim(), userId, now, new Date(now.getTime() + ms)],
    );
    return { id, token };
  }

  /** Two clicks at once: the database lets one through. */
  async function use(
    kind: 'invitation' | 'reset',
    token: string,
  ): Promise<{ id: string; userId: string } | null> {
    const { rows } = await pool.query<{ id: string; userId: string }>(
      `update auth.link set used_at = $3 where token_hash = $1 and kind = $2 and used_at is null and expires_at > $3
       returning id, user_id as "userId"`,
      [hashOf(token), kind, clock()],
    );
    return rows[0] ?? null;
  }

  async function invitation(token: string): Promise<Invitation | null> {
    const { rows } = await pool.query<Invitation>(
      `select l.id, l.email, l.name, u.id is not null as "hasAccount" from auth.link l
       left join auth."user" u on u.email = l.email
       where token_hash = $1 and kind = 'invitation' and used_at is null and expires_at > $2`,
      [hashOf(token), clock()],
    );
    return rows[0] ?? null;
  }

  const usedBy = (id: string, accountId: string) =>
    pool.query('update auth.link set used_by = $2 where id = $1', [id, accountId]);

  async function sendReset(email: string, letter: (url: string) => Letter): Promise<void> {
    const account = await accounts.accountByEmail(email);
    if (!account) return;
    const recent = await pool.query('select from auth.link where user_id = $1 and created_at > $2', [
      account.id,
      new Date(clock().getTime() - HOUR),
    ]);
    if ((recent.rowCount ?? 0) >= RESETS_PER_HOUR) return;
    const { token } = await make('reset', account.email, '', account.id, RESET_MINUTES * 60_000);
    await options.mail({ to: account.email, ...letter(`${options.baseUrl}/password/new/${token}`) });
  }

  return {
    invitation,
    /** Invites a person: `url` goes to them by mail, `id` tells the caller later which invitation was accepted. */
    createInvitation: async (input: { email: string; name: string }) => {
      const made = await make('invitation', input.email, input.name, null, INVITATION_DAYS * 24 * HOUR);
      return { ...made, url: `${options.baseUrl}/invitation/${made.token}` };
    },
    /** Opens the account of an invited person. The caller has judged the password. */
    acceptInvitation: async (token: string, password: string): Promise<Accepted> => {
      const found = await invitation(token);
      if (!found) return { kind: 'invalid' };
      if (found.hasAccount) return { kind: 'has_account' };
      const hash = await accounts.hashPassword(password);
      if (!(await use('invitation', token))) return { kind: 'invalid' };
      const accountId = await accounts.createAccount({ ...found, id: newId(), password: { hash } });
      await usedBy(found.id, accountId);
      return { kind: 'accepted', accountId, invitationId: found.id };
    },
    /** Accepts an invitation by an account that exists: the signed-in one, which must own the invited e-mail. */
    confirmInvitation: async (
      token: string,
      account: { accountId: string; email: string },
    ): Promise<Accepted> => {
      const found = await invitation(token);
      if (!found) return { kind: 'invalid' };
      if (found.email !== account.email) return { kind: 'other_account' };
      if (!(await use('invitation', token))) return { kind: 'invalid' };
      await usedBy(found.id, account.accountId);
      return { kind: 'accepted', accountId: account.accountId, invitationId: found.id };
    },
    /** Withdraws an invitation that nobody has accepted. */
    withdrawInvitation: async (id: string): Promise<void> => {
      await pool.query(`delete from auth.link where id = $1 and kind = 'invitation' and used_at is null`, [
        id,
      ]);
    },
    /**
     * Mails a link for a new password if the e-mail has an account; three an hour at most. Gives nothing away, except
     * until when the address must wait after asking too often.
     */
    requestReset: async (
      email: string,
      address: string,
      letter: (url: string) => Letter,
    ): Promise<{ refusedUntil: Date | null }> => {
      const turn = await attempts.take([['reset', address]]);
      if (turn.refusedUntil) return turn;
      await Promise.all([sendReset(email, letter), new Promise((done) => setTimeout(done, ANSWER_MS))]);
      return { refusedUntil: null };
    },
    /** The account whose password the link may set, or null when it was used or is too old. */
    resetAccount: async (token: string): Promise<string | null> => {
      const { rows } = await pool.query<{ user_id: string }>(
        `select user_id from auth.link where token_hash = $1 and kind = 'reset' and used_at is null and expires_at > $2`,
        [hashOf(token), clock()],
      );
      return rows[0]?.user_id ?? null;
    },
    /** Sets the password, ends every session of the account and makes its other links void. Null when the link is. */
    resetPassword: async (token: string, password: string): Promise<string | null> => {
      const link = await use('reset', token);
      if (!link) return null;
      await accounts.setPassword(link.userId, password);
      await sessions.revokeSessions(link.userId);
      await pool.query(`update auth.link set used_at = $2 where user_id = $1 and used_at is null`, [
        link.userId,
        clock(),
      ]);
      return link.userId;
    },
    /** Drops links that ended a month ago. */
    tidy: async (): Promise<void> => {
      await pool.query('delete from auth.link where expires_at < $1', [
        new Date(clock().getTime() - 30 * 24 * HOUR),
      ]);
    },
  };
}

export type Links = ReturnType<typeof createLinks>;
