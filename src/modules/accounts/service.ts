import { html } from 'hono/html';
import { record } from '#kernel/audit/record.ts';
import { passwordProblem } from '#kernel/auth/passwords.ts';
import { currentRequest } from '#kernel/auth/request.ts';
import type { Session } from '#kernel/auth/sessions.ts';
import type { SignIn } from '#kernel/auth/sign-in.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid } from '#kernel/errors.ts';
import { type AccountsHost, readRefusal, refusal } from './schema.ts';
import { text } from './text.pl.ts';

/** Who is signed in. Throws `sign_in` when nobody is. */
export async function requireSession(host: AccountsHost): Promise<Session> {
  const session = await host.auth.session(currentRequest().headers);
  if (!session) throw new AppError('sign_in');
  return session;
}

/** A redirect that gives the browser cookies. */
export function redirectWith(to: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location: to, 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(null, { status: 303, headers });
}

/**
 * Sends the browser to the single sign-on by a page that leads on by itself. A redirect would not do: the policy of
 * our pages lets a form answer from this site alone, and browsers hold the redirects of its answer to that too.
 */
export async function leaveFor(ctx: Ctx, url: string, cookies: readonly string[]): Promise<Response> {
  const { title, leaving } = text[ctx.lang].signIn;
  const body =
    await html`<!doctype html><html lang="${ctx.lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta http-equiv="refresh" content="0;url=${url}"></head><body><p><a href="${url}">${leaving}</a></p></body></html>`;
  const headers = new Headers({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
  for (const cookie of cookies) headers.append('set-cookie', cookie);
  return new Response(String(body), { headers });
}

/** One entry about an account; the secret of a link must not stand in the log as part of the address. */
export function note(
  ctx: Ctx,
  action: string,
  accountId: string | null,
  detail: Record<string, string> = {},
): Promise<void> {
  const path = ctx.path.replace(/^(\/invitation|\/password\/new)\/[^/]+/, '$1/:token');
  return record(
    { ...ctx, path },
    {
      action,
      objectType: 'account',
      ...(accountId && { objectId: accountId }),
      detail,
    },
  );
}

/** Ends a sign-in step: on success the browser goes on, otherwise the form comes back with the reason. */
export async function finish(
  ctx: Ctx,
  host: AccountsHost,
  result: SignIn,
  next: string | null | undefined,
  field: 'code' | '',
): Promise<Response> {
  switch (result.kind) {
    case 'signed_in':
      await note(ctx, 'sign_in', result.session.accountId);
      return redirectWith(await landing(ctx, host, result.session, next ?? null), result.cookies);
    case 'code':
      return redirectWith(withNext('/sign-in/code', next ?? null), result.cookies);
    case 'refused':
      throw invalid({
        field,
        message: refusal(field === 'code' ? 'wrong_code' : 'refused', result.lockedUntil),
      });
    case 'locked':
      throw invalid({ field: '', message: refusal('locked', result.until) });
    case 'expired':
      throw invalid({ field: '', message: refusal('expired') });
  }
}

/** Keeps a refused guess in the log. Guesses during a pause are not looked at, so they leave no entry either. */
export async function noteRefusal(
  ctx: Ctx,
  errors: readonly FieldError[],
  accountId: string | null,
): Promise<void> {
  for (const { message } of errors) {
    const { code, until } = readRefusal(message);
    if (code !== 'refused' && code !== 'wrong_code' && code !== 'wrong_password') continue;
    await note(ctx, 'sign_in_failed', accountId, { step: code });
    if (until) await note(ctx, 'locked', accountId, { until: until.toISOString() });
  }
}

export const withNext = (path: string, next: string | null): string =>
  next ? `${path}?next=${encodeURIComponent(next)}` : path;

/** Where a fresh session goes: on, once it is clear whom it acts for; otherwise to the choice. */
export async function landing(
  ctx: Ctx,
  host: AccountsHost,
  session: Session,
  next: string | null,
): Promise<string> {
  const choices = await host.actingChoices(ctx, session.accountId);
  if (choices.some((choice) => choice.id === session.actingAs)) return next ?? '/';
  const [first, ...others] = choices;
  const only = first && others.length === 0 ? first.id : null;
  if (session.actingAs !== only) await host.auth.setActingAs(session.sessionId, only);
  if (only) return next ?? '/';
  if (!first) return next ?? '/account';
  return withNext('/account/acting', next);
}

/** Refuses a weak new password, with the reason beside its field. */
export function judgePassword(password: string, known: readonly string[]): void {
  const problem = passwordProblem(password, known);
  if (problem) throw invalid({ field: 'password', message: refusal(problem) });
}

/** Sends the link for a new password, with the same answer and in the same time whether there is an account. */
export async function askForPassword(ctx: Ctx, host: AccountsHost, email: string): Promise<void> {
  const { reset } = text[ctx.lang].mail;
  const { refusedUntil } = await host.auth.requestReset(email, currentRequest().address, (url) => ({
    subject: reset.subject,
    body: reset.body(url),
  }));
  if (refusedUntil) throw invalid({ field: '', message: refusal('locked', refusedUntil) });
}

/** Sets the password by the link. False when the link does not work any more. */
export async function setForgotten(
  ctx: Ctx,
  host: AccountsHost,
  token: string,
  password: string,
): Promise<boolean> {
  const accountId = await host.auth.resetAccount(token);
  const account = accountId && (await host.auth.account(accountId));
  if (!account) return false;
  judgePassword(password, [account.email, account.name]);
  if (!(await host.auth.resetPassword(token, password))) return false;
  await note(ctx, 'password_changed', account.id, { by: 'link' });
  return true;
}

/** Opens the account of an invitation. `has_account` when its owner must sign in and confirm instead. */
export async function openAccount(
  ctx: Ctx,
  host: AccountsHost,
  token: string,
  password: string,
): Promise<'accepted' | 'invalid' | 'has_account'> {
  const invitation = await host.auth.invitation(token);
  if (!invitation) return 'invalid';
  if (!invitation.hasAccount) judgePassword(password, [invitation.email, invitation.name]);
  const result = await host.auth.acceptInvitation(token, password);
  if (result.kind === 'has_account') return 'has_account';
  if (result.kind !== 'accepted') return 'invalid';
  await host.invitationAccepted?.(ctx, result);
  await note(ctx, 'invitation_accepted', result.accountId);
  return 'accepted';
}

/** Accepts an invitation by the account that is signed in. */
export async function confirmInvitation(
  ctx: Ctx,
  host: AccountsHost,
  token: string,
): Promise<'accepted' | 'invalid' | 'other_account'> {
  const result = await host.auth.confirmInvitation(token, await requireSession(host));
  if (result.kind === 'other_account') return 'other_account';
  if (result.kind !== 'accepted') return 'invalid';
  await host.invitationAccepted?.(ctx, result);
  await note(ctx, 'invitation_accepted', result.accountId);
  return 'accepted';
}
