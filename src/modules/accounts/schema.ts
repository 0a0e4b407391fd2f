import { z } from 'zod';
import type { Auth } from '#kernel/auth/auth.ts';
import type { Ctx } from '#kernel/context.ts';

/** A worker of an institution, or a participant's own window, that an account may act as. */
export interface ActingChoice {
  /** What the session keeps in `actingAs`. */
  readonly id: string;
  /** The institution, or what a participant calls their window. */
  readonly title: string;
  /** Functions in words; empty when there is nothing to add. */
  readonly detail: string;
}

/** What the composition root lends to this module. */
export interface AccountsHost {
  readonly auth: Auth;
  readonly actingChoices: (ctx: Ctx, accountId: string) => Promise<readonly ActingChoice[]>;
  /** Joins the account to what it was invited for; runs in the request that accepts the invitation. */
  readonly invitationAccepted?: (
    ctx: Ctx,
    accepted: { invitationId: string; accountId: string },
  ) => Promise<void>;
}

/**
 * An address to go to after signing in: a path of this site, or null. Browsers read `//host` and `/\host` as another
 * site and skip control characters, so an address is taken only if it means the same after being parsed.
 */
export function ownPath(value: unknown): string | null {
  if (typeof value !== 'string' || !/^\/(?![/\\])[^\\\s\p{Cc}]*$/u.test(value)) return null;
  const here = 'http://splot.invalid';
  if (!URL.canParse(value, here)) return null;
  const url = new URL(value, here);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // A path such as /.//host/ turns into //host/ only here.
  return url.origin === here && !path.startsWith('//') && !/^\/sign-(in|out)\b/.test(url.pathname)
    ? path
    : null;
}

const next = z.unknown().transform(ownPath).optional();
const password = z.string().max(1000);

export const signInQuery = z.object({
  next,
  problem: z.enum(['single']).optional().catch(undefined),
  done: z.enum(['password', 'invitation', 'out']).optional().catch(undefined),
});
export const nextQuery = z.object({ next });
export const signInBody = z.object({
  email: z.string().trim().min(1).max(254),
  password: password.min(1),
  next,
});
export const codeBody = z.object({ code: z.string().trim().min(1).max(40), next });
export const singleBody = z.object({ next });
export const newPasswordBody = z.object({ password });
export const forgottenBody = z.object({ email: z.email('email').max(254) });
export const emptyBody = z.object({});

/**
 * Why a form of this module was refused, as it travels from the service to the form shown again. A pause carries the
 * instant it ends at.
 */
export type Refusal =
  | 'refused'
  | 'locked'
  | 'wrong_code'
  | 'expired'
  | 'wrong_password'
  | 'short'
  | 'long'
  | 'obvious';
export const refusal = (code: Refusal, until?: Date | null): string =>
  until ? `${code}@${until.toISOString()}` : code;
export function readRefusal(message: string): { code: string; until: Date | null } {
  const [code = '', until] = message.split('@', 2);
  return { code, until: until ? new Date(until) : null };
}
