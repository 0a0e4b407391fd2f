import { createHmac } from 'node:crypto';
import type pg from 'pg';
import type { AuthOptions } from './auth.ts';

/** How many failures are free, how long the first pause is, how long the longest, and after how long all is forgotten. */
interface Rule {
  readonly free: number;
  readonly pauseMs: number;
  readonly longestMs: number;
  readonly forgetMs: number;
}

const MINUTE = 60_000;
/**
 * A whole office may share one address, hence its patience. The pause of an account stays short, since anybody who
 * knows the e-mail can cause it; even so it leaves under a hundred guesses a day.
 */
export const RULES = {
  account: { free: 4, pauseMs: MINUTE, longestMs: 15 * MINUTE, forgetMs: 24 * 60 * MINUTE },
  code: { free: 4, pauseMs: MINUTE, longestMs: 15 * MINUTE, forgetMs: 24 * 60 * MINUTE },
  address: { free: 29, pauseMs: MINUTE, longestMs: 60 * MINUTE, forgetMs: 60 * MINUTE },
  /** Requests for a new password from one address; each counts, there is no success. */
  reset: { free: 19, pauseMs: 10 * MINUTE, longestMs: 60 * MINUTE, forgetMs: 60 * MINUTE },
} as const satisfies Record<string, Rule>;
export type RuleName = keyof typeof RULES;

/** A guess that is being made: counted before it is checked, so that guesses at once cannot pass together. */
export interface Turn {
  /** Set when no guess may be made now. */
  readonly refusedUntil: Date | null;
  /** Set when this guess, if wrong, was the last before a pause. */
  readonly locksUntil: Date | null;
  readonly taken: readonly {
    readonly rule: RuleName;
    readonly key: string;
    readonly lockedUntil: Date | null;
  }[];
}

/** A code is good once, within the minute and a half in which it is right. */
const REPLAY = '2 minutes';

export function createAttempts(options: AuthOptions, pool: pg.Pool) {
  const { clock, secret } = options;
  const keyOf = (rule: string, subject: string) =>
    `${rule}:${createHmac('sha256', secret).update(`attempt:${rule}:${subject}`).digest('base64url')}`;

  async function takeOne(
    rule: RuleName,
    key: string,
  ): Promise<{ refused: Date | null; lockedUntil: Date | null }> {
    const { free, pauseMs, longestMs, forgetMs } = RULES[rule];
    const now = clock();
    const { rows } = await pool.query<{ locked_until: Date | null }>(
      `insert into auth.attempt as a (key, failures, at) values ($1, 1, $2)
       on conflict (key) do update set at = $2,
         failures = case when a.at < $3 then 1 else a.failures + 1 end,
         locked_until = case when a.at >= $3 and a.failures >= $4
           then $2 + least($6::float8, $5::float8 * power(2, least(a.failures - $4, 20))) * interval '1 millisecond' end
       where a.locked_until is null or a.locked_until <= $2
       returning locked_until`,
      [key, now, new Date(now.getTime() - forgetMs), free, pauseMs, longestMs],
    );
    if (rows[0]) return { refused: null, lockedUntil: rows[0].locked_until };
    const locked = await pool.query<{ locked_until: Date | null }>(
      'select locked_until from auth.attempt where key = $1',
      [key],
    );
    // The row may have been freed between the two statements; then a moment's patience is enough.
    return { refused: locked.rows[0]?.locked_until ?? new Date(now.getTime() + 1000), lockedUntil: null };
  }

  async function giveBack(turn: Pick<Turn, 'taken'>): Promise<void> {
    for (const { rule, key, lockedUntil } of turn.taken) {
      if (rule === 'account' || rule === 'code') {
        await pool.query('delete from auth.attempt where key = $1', [key]);
        continue;
      }
      // A success takes back its own count only, or signing in once would buy an address thirty guesses.
      await pool.query(
        `update auth.attempt set failures = greatest(failures - 1, 0),
           locked_until = case when locked_until = $2 then null else locked_until end where key = $1`,
        [key, lockedUntil],
      );
    }
  }

  return {
    /** Counts a guess against each subject in turn; a refusal by one gives back the others. */
    take: async (subjects: readonly (readonly [RuleName, string])[]): Promise<Turn> => {
      const taken: { rule: RuleName; key: string; lockedUntil: Date | null }[] = [];
      for (const [rule, subject] of subjects) {
        const key = keyOf(rule, subject);
        const { refused, lockedUntil } = await takeOne(rule, key);
        if (refused) {
          await giveBack({ taken });
          return { refusedUntil: refused, locksUntil: null, taken: [] };
        }
        taken.push({ rule, key, lockedUntil });
      }
      const locks = taken.flatMap((t) => (t.lockedUntil ? [t.lockedUntil.getTime()] : []));
      return {
        refusedUntil: null,
        locksUntil: locks.length > 0 ? new Date(Math.max(...locks)) : null,
        taken,
      };
    },
    giveBack,
    /** False when the same code of the same account was tried just before (RFC 6238, 5.2). */
    firstUse: async (accountId: string, code: string): Promise<boolean> => {
      const { rowCount } = await pool.query(
        `insert into auth.attempt as a (key, failures, at) values ($1, 0, clock_timestamp())
         on conflict (key) do update set at = clock_timestamp() where a.at < clock_timestamp() - interval '${REPLAY}'`,
        [keyOf('used', `${accountId}:${code}`)],
      );
      return rowCount === 1;
    },
    /** Drops what no longer counts. */
    tidy: async (): Promise<void> => {
      await pool.query('delete from auth.attempt where at < $1', [
        new Date(clock().getTime() - 24 * 60 * MINUTE),
      ]);
    },
  };
}

export type Attempts = ReturnType<typeof createAttempts>;
