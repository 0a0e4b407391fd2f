import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import {
  ForgottenPage,
  InvitationPage,
  LinkSentPage,
  NewPasswordPage,
  VoidLinkPage,
} from '../pages/links.tsx';
import { inWords } from '../pages/refusals.tsx';
import { type AccountsHost, emptyBody, forgottenBody, newPasswordBody } from '../schema.ts';
import { askForPassword, confirmInvitation, openAccount, redirectWith, setForgotten } from '../service.ts';
import { text } from '../text.pl.ts';

const open = { permission: 'public' } as const;

/** What a mail leads to: an invitation, and a new password. */
export const linkRoutes = (host: AccountsHost): Route[] => [
  page('/invitation/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    invitationPage(ctx, host, params.token),
  ),
  form(
    '/invitation/:token',
    { ...open, params: tokenParams, body: newPasswordBody },
    async (ctx, { params, body }) => {
      const outcome = await openAccount(ctx, host, params.token, body.password);
      return redirect(outcome === 'accepted' ? '/sign-in?done=invitation' : `/invitation/${params.token}`);
    },
    (ctx, { params, errors }) => invitationPage(ctx, host, params.token, inWords(errors, ctx.lang, ctx.now)),
  ),
  form(
    '/invitation/:token/confirm',
    { permission: 'signed-in', params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      const outcome = await confirmInvitation(ctx, host, params.token);
      return redirect(outcome === 'accepted' ? '/account/acting' : `/invitation/${params.token}`);
    },
  ),
  page('/password/forgotten', open, async () => <ForgottenPage />),
  form(
    '/password/forgotten',
    { ...open, body: forgottenBody },
    async (ctx, { body }) => {
      await askForPassword(ctx, host, body.email);
      return redirect('/password/forgotten/sent');
    },
    async (ctx, { values, errors }) => (
      <ForgottenPage values={values} errors={inWords(errors, ctx.lang, ctx.now)} />
    ),
  ),
  page('/password/forgotten/sent', open, async () => <LinkSentPage />),
  page('/password/new/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    newPasswordPage(ctx, host, params.token),
  ),
  form(
    '/password/new/:token',
    { ...open, params: tokenParams, body: newPasswordBody },
    async (ctx, { params, body }) => {
      const set = await setForgotten(ctx, host, params.token, body.password);
      return set
        ? redirectWith('/sign-in?done=password', host.auth.forget())
        : redirect(`/password/new/${params.token}`);
    },
    (ctx, { params, errors }) => newPasswordPage(ctx, host, params.token, inWords(errors, ctx.lang, ctx.now)),
  ),
];

async function invitationPage(
  ctx: Ctx,
  host: AccountsHost,
  token: string,
  errors?: ReturnType<typeof inWords>,
) {
  const t = text[ctx.lang].invitation;
  const invitation = await host.auth.invitation(token);
  if (!invitation) return <VoidLinkPage title={t.void}>{t.voidMore}</VoidLinkPage>;
  const session = await host.auth.session(currentRequest().headers);
  return (
    <InvitationPage
      invitation={invitation}
      token={token}
      signedInAs={session?.email ?? null}
      errors={errors}
    />
  );
}

async function newPasswordPage(
  ctx: Ctx,
  host: AccountsHost,
  token: string,
  errors?: ReturnType<typeof inWords>,
) {
  const t = text[ctx.lang].forgotten;
  const id = await host.auth.resetAccount(token);
  const account = id && (await host.auth.account(id));
  if (!account)
    return (
      <VoidLinkPage title={t.void} again={{ href: '/password/forgotten', label: t.again }}>
        {t.voidMore}
      </VoidLinkPage>
    );
  return <NewPasswordPage token={token} email={account.email} errors={errors} />;
}
