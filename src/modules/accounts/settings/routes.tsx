import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { inWords } from '../pages/refusals.tsx';
import { type AccountsHost, emptyBody, nextQuery, ownPath } from '../schema.ts';
import { noteRefusal, redirectWith, requireSession } from '../service.ts';
import { AccountPage, ActingPage } from './pages/account.tsx';
import { ChangePasswordPage, TotpPage } from './pages/security.tsx';
import {
  actingBody,
  changePasswordBody,
  confirmBody,
  passwordBody,
  sessionParams,
  settingsQuery,
} from './schema.ts';
import {
  actAs,
  beginTotp,
  changePassword,
  confirmTotp,
  endOtherSessions,
  endSession,
  removeTotp,
} from './service.ts';

const own = { permission: 'signed-in' } as const;

/** One's own account: whom to act for, devices, password, second factor. */
export const settingsRoutes = (host: AccountsHost): Route[] => [
  page('/account', { ...own, query: settingsQuery }, async (ctx, { query }) => {
    const session = await requireSession(host);
    const [sessions, choices] = await Promise.all([
      host.auth.sessions(session.accountId),
      host.actingChoices(ctx, session.accountId),
    ]);
    return (
      <AccountPage
        session={session}
        sessions={sessions}
        choices={choices}
        done={query.done}
        tokens={ctx.actor.permissions.has('work')}
      />
    );
  }),
  page('/account/acting', { ...own, query: nextQuery }, async (ctx, { query }) => {
    const session = await requireSession(host);
    const choices = await host.actingChoices(ctx, session.accountId);
    return <ActingPage choices={choices} current={session.actingAs} next={query.next ?? null} />;
  }),
  form('/account/acting', { ...own, body: actingBody }, async (ctx, { body }) => {
    await actAs(ctx, host, body.id);
    return redirect(ownPath(body.next) ?? '/');
  }),
  form('/account/sessions', { ...own, body: emptyBody }, async (ctx) => {
    await endOtherSessions(ctx, host);
    return redirect('/account?done=sessions');
  }),
  form(
    '/account/sessions/:id',
    { ...own, params: sessionParams, body: emptyBody },
    async (ctx, { params }) => {
      await endSession(ctx, host, params.id);
      return redirect('/account?done=sessions');
    },
  ),
  page('/account/password', own, async () => (
    <ChangePasswordPage email={(await requireSession(host)).email} />
  )),
  form(
    '/account/password',
    { ...own, body: changePasswordBody },
    async (ctx, { body }) => {
      await changePassword(ctx, host, body);
      return redirect('/account?done=password');
    },
    async (ctx, { errors }) => {
      const { email } = await requireSession(host);
      return <ChangePasswordPage email={email} errors={await refused(ctx, errors)} />;
    },
  ),
  page('/account/code', own, (ctx) => totpPage(ctx, host)),
  form(
    '/account/code',
    { ...own, body: passwordBody },
    async (_, { body }) => {
      await beginTotp(host, body.passwordNow);
      return redirect('/account/code');
    },
    (ctx, { errors }) => totpPage(ctx, host, errors),
  ),
  form(
    '/account/code/confirm',
    { ...own, body: confirmBody },
    async (ctx, { body }) => redirectWith('/account?done=totp_on', await confirmTotp(ctx, host, body.code)),
    async (ctx, { errors }) => totpPage(ctx, host, errors),
  ),
  form(
    '/account/code/off',
    { ...own, body: passwordBody },
    async (ctx, { body }) =>
      redirectWith('/account?done=totp_off', await removeTotp(ctx, host, body.passwordNow)),
    (ctx, { errors }) => totpPage(ctx, host, errors),
  ),
];

/** A wrong password of somebody signed in is a failed guess like any other. */
async function refused(ctx: Ctx, errors: readonly FieldError[]): Promise<FieldError[]> {
  await noteRefusal(
    ctx,
    errors.filter((error) => error.field === 'passwordNow'),
    ctx.actor.accountId,
  );
  return inWords(errors, ctx.lang, ctx.now);
}

async function totpPage(ctx: Ctx, host: AccountsHost, errors?: readonly FieldError[]) {
  const session = await requireSession(host);
  const setup = session.twoFactor ? null : await host.auth.pendingTotp(session);
  return <TotpPage on={session.twoFactor} setup={setup} errors={errors && (await refused(ctx, errors))} />;
}
