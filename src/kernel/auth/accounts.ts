import type pg from 'pg';
import { AppError } from '../errors.ts';
import { newId } from '../ids.ts';
import type { AuthOptions } from './auth.ts';
import type { Library } from './library.ts';

export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly twoFactor: boolean;
}

export interface NewAccount {
  readonly email: string;
  readonly name: string;
  /** The password, or its hash by `hashPassword` when many accounts share one (the demonstration). */
  readonly password: string | { readonly hash: string };
  readonly id?: string;
}

export const plainEmail = (email: string): string => email.trim().toLowerCase();

export function createAccounts(options: AuthOptions, pool: pg.Pool, library: Library) {
  const hashPassword = async (password: string): Promise<string> =>
    (await library.$context).password.hash(password);

  async function find(where: 'id' | 'email', value: string): Promise<Account | null> {
    const { rows } = await pool.query<{ id: string; email: string; name: string; two: boolean | null }>(
      `select id, email, name, two_factor_enabled as two from auth."user" where ${where} = $1`,
      [value],
    );
    const row = rows[0];
    return row ? { id: row.id, email: row.email, name: row.name, twoFactor: row.two === true } : null;
  }

  return {
    hashPassword,
    account: (id: string): Promise<Account | null> => find('id', id),
    accountByEmail: (email: string): Promise<Account | null> => find('email', plainEmail(email)),
    /** Makes an account that may sign in at once. Throws `conflict` when the e-mail has one. Gives its id. */
    createAccount: async (input: NewAccount): Promise<string> => {
      const hash =
        typeof input.password === 'string' ? await hashPassword(input.password) : input.password.hash;
      const { rows } = await pool.query<{ id: string }>(
        `with made as (
           insert into auth."user" (id, name, email, email_verified, created_at, updated_at, two_factor_enabled)
           values ($1, $2, $3, true, $6, $6, false) on conflict (email) do nothing returning id)
         insert into auth.account (id, account_id, provider_id, user_id, password, created_at, updated_at)
         select $4, made.id::text, 'credential', made.id, $5, $6, $6 from made returning user_id as id`,
        [input.id ?? newId(), input.name.trim(), plainEmail(input.email), newId(), hash, options.clock()],
      );
      const id = rows[0]?.id;
      if (!id) throw new AppError('conflict', { reason: 'account_exists' });
      return id;
    },
    /** Whether this is the password of the account. */
    passwordIs: async (accountId: string, password: string): Promise<boolean> => {
      const { rows } = await pool.query<{ password: string }>(
        `select password from auth.account where user_id = $1 and provider_id = 'credential' and password is not null`,
        [accountId],
      );
      const hash = rows[0]?.password;
      return hash !== undefined && (await library.$context).password.verify({ hash, password });
    },
    /** Deletes an account with its sessions and everything it signs in by. Nothing happens when there is none. */
    removeAccount: async (accountId: string): Promise<void> => {
      await pool.query(`delete from auth."user" where id = $1`, [accountId]);
    },
    setPassword: async (accountId: string, password: string): Promise<void> => {
      await pool.query(
        `update auth.account set password = $2, updated_at = $3 where user_id = $1 and provider_id = 'credential'`,
        [accountId, await hashPassword(password), options.clock()],
      );
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
