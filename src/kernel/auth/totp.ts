import { symmetricDecrypt } from 'better-auth/crypto';
import type pg from 'pg';
import { attempt } from './calls.ts';
import type { Library } from './library.ts';

/** What a person puts into the code generator of their phone, and the codes for the day the phone is lost. */
export interface TotpSetup {
  /** `otpauth://…`, for a QR code. */
  readonly uri: string;
  /** The same secret in letters, for typing. */
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
}

/** Management of the second factor by its owner. `headers` carry the cookie of their session. */
export function createTotp(pool: pg.Pool, library: Library) {
  return {
    /** Begins a second factor: makes its secret and recovery codes, which count only after `confirmTotp`. */
    beginTotp: async (password: string, headers: Headers): Promise<boolean> =>
      (await attempt(() => library.api.enableTwoFactor({ body: { password }, headers }))) !== null,
    /** What to put into the code generator, while the second factor waits for its first code; null otherwise. */
    pendingTotp: async (account: { accountId: string; email: string }): Promise<TotpSetup | null> => {
      const { rows } = await pool.query<{ secret: string }>(
        'select secret from auth.two_factor where user_id = $1 and verified = false',
        [account.accountId],
      );
      const encrypted = rows[0]?.secret;
      if (!encrypted) return null;
      const key = (await library.$context).secretConfig;
      const secret = base32(await symmetricDecrypt({ key, data: encrypted }));
      const codes = await library.api.viewBackupCodes({ body: { userId: account.accountId } });
      const label = encodeURIComponent(`Splot:${account.email}`);
      const uri = `otpauth://totp/${label}?secret=${secret}&issuer=Splot&digits=6&period=30`;
      return { uri, secret, recoveryCodes: codes.backupCodes };
    },
    /** Ends the set-up with the first code; the browser gets a new session. Null when the code is wrong. */
    confirmTotp: async (code: string, headers: Headers): Promise<readonly string[] | null> => {
      const answer = await attempt(() =>
        library.api.verifyTOTP({ body: { code: code.replace(/\D/g, '') }, headers, returnHeaders: true }),
      );
      return answer?.headers.getSetCookie() ?? null;
    },
    /** Switches the second factor off; the browser gets a new session. Null when the password is wrong. */
    removeTotp: async (password: string, headers: Headers): Promise<readonly string[] | null> => {
      const answer = await attempt(() =>
        library.api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
      );
      return answer?.headers.getSetCookie() ?? null;
    },
  };
}

export type Totp = ReturnType<typeof createTotp>;

/** RFC 4648 without padding, as code generators expect it. */
function base32(text: string): string {
  const bits = [...Buffer.from(text)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const groups = bits.match(/.{1,5}/g) ?? [];
  return groups.map((g) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'[Number.parseInt(g.padEnd(5, '0'), 2)]).join('');
}
