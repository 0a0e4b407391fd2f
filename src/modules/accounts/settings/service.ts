import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { type AccountsHost, refusal } from '../schema.ts';
import { judgePassword, note, requireSession } from '../service.ts';

/** Makes the session act as one of the account's choices. Throws `not_found` for any other. */
export async function actAs(ctx: Ctx, host: AccountsHost, id: string): Promise<void> {
  const session = await requireSession(host);
  const choices = await host.actingChoices(ctx, session.accountId);
  if (!choices.some((choice) => choice.id === id)) throw notFound();
  await host.auth.setActingAs(session.sessionId, id);
  await note(ctx, 'acting_changed', session.accountId, { acting_as: id });
}

export async function endSession(ctx: Ctx, host: AccountsHost, id: string): Promise<void> {
  const session = await requireSession(host);
  if (!(await host.auth.revokeSession(session.accountId, id))) throw notFound();
  await note(ctx, 'session_revoked', session.accountId, { session: id });
}

export async function endOtherSessions(ctx: Ctx, host: AccountsHost): Promise<void> {
  const session = await requireSession(host);
  const ended = await host.auth.revokeSessions(session.accountId, session.sessionId);
  if (ended > 0) await note(ctx, 'session_revoked', session.accountId, { sessions: String(ended) });
}

/** Asks for the password once more before something that a stolen session must not do. */
async function confirmed(host: AccountsHost, passwordNow: string) {
  const session = await requireSession(host);
  const { right, lockedUntil, looked } = await host.auth.confirmPassword(session, passwordNow);
  if (!looked) throw invalid({ field: '', message: refusal('locked', lockedUntil) });
  if (!right) throw invalid({ field: 'passwordNow', message: refusal('wrong_password', lockedUntil) });
  return session;
}

/** Sets another password and ends every other session. */
export async function changePassword(
  ctx: Ctx,
  host: AccountsHost,
  input: { passwordNow: string; password: string },
): Promise<void> {
  const session = await confirmed(host, input.passwordNow);
  judgePassword(input.password, [session.email, session.name]);
  await host.auth.setPassword(session.accountId, input.password);
  await host.auth.revokeSessions(session.accountId, session.sessionId);
  await note(ctx, 'password_changed', session.accountId, { by: 'owner' });
}

/** Begins a second factor; it counts only after `confirmTotp`. */
export async function beginTotp(host: AccountsHost, passwordNow: string): Promise<void> {
  const session = await confirmed(host, passwordNow);
  if (!session.twoFactor) await host.auth.beginTotp(passwordNow, currentRequest().headers);
}

/** Gives the cookies of the new session. */
export async function confirmTotp(ctx: Ctx, host: AccountsHost, code: string): Promise<readonly string[]> {
  const session = await requireSession(host);
  const cookies = await host.auth.confirmTotp(code, currentRequest().headers);
  if (!cookies) throw invalid({ field: 'code', message: refusal('wrong_code') });
  await note(ctx, 'totp_on', session.accountId);
  return cookies;
}

/** Gives the cookies of the new session. */
export async function removeTotp(
  ctx: Ctx,
  host: AccountsHost,
  passwordNow: string,
): Promise<readonly string[]> {
  const session = await confirmed(host, passwordNow);
  const cookies = await host.auth.removeTotp(passwordNow, currentRequest().headers);
  await note(ctx, 'totp_off', session.accountId);
  return cookies ?? [];
}
