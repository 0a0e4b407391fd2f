import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import {
  ForgottenPage,
  InvitationPage,
  LinkSentPage,
  NewPasswordPage,
  VoidLinkPage,
} from './pages/links.tsx';
import { inWords, withoutSecrets } from './pages/refusals.tsx';
import { CodePage, SignInPage } from './pages/sign-in.tsx';
import {
  type AccountsHost,
  codeBody,
  emptyBody,
  forgottenBody,
  newPasswordBody,
  nextQuery,
  ownPath,
  signInBody,
  signInQuery,
  singleBody,
  tokenParams,
} from './schema.ts';
import {
  askForPassword,
  confirmInvitation,
  finish,
  landing,
  note,
  noteRefusal,
  openAccount,
  redirectWith,
  setForgotten,
} from './service.ts';
import { settingsRoutes } from './settings/routes.tsx';
import { text } from './text.pl.ts';

const open = { permission: 'public' } as const;

/** Every address of sign-in and of one's own account. Needs `auth.middleware` before it. */
export const accountsRoutes = (host: AccountsHost): Route[] => [
  ...signIn(host),
  ...links(host),
  ...settingsRoutes(host),
];

const signIn = (host: AccountsHost): Route[] => [
  page('/sign-in', { ...open, query: signInQuery }, async (ctx, { query }) => {
    const session = await host.auth.session(currentRequest().headers);
    if (session) return redirect(await landing(ctx, host, session, query.next ?? null));
    return (
      <SignInPage
        next={query.next ?? null}
        singleName={host.auth.singleName}
        problem={query.problem}
        done={query.done}
      />
    );
  }),
  form(
    '/sign-in',
    { ...open, body: signInBody },
    async (ctx, { body }) => finish(ctx, host, await host.auth.signIn(body, currentRequest()), body.next, ''),
    async (ctx, { values, errors }) => {
      const account = await host.auth.accountByEmail(typed(values, 'email'));
      await noteRefusal(ctx, errors, account?.id ?? null);
      return (
        <SignInPage
          next={ownPath(values.next)}
          singleName={host.auth.singleName}
          values={withoutSecrets(values)}
          errors={inWords(errors, ctx.lang, ctx.now)}
        />
      );
    },
  ),
  form('/sign-in/single', { ...open, body: singleBody }, async (_, { body }) => {
    const started = await host.auth.startSingle(body.next ?? '/', currentRequest());
    return started ? redirectWith(started.url, started.cookies) : redirect('/sign-in?problem=single');
  }),
  page('/sign-in/single/callback/oidc', open, async (ctx) => {
    const from = currentRequest();
    const { signIn: result, next, cookies } = await host.auth.finishSingle(from);
    if (result?.kind === 'signed_in') return finish(ctx, host, result, ownPath(next), '');
    return redirectWith('/sign-in?problem=single', cookies);
  }),
  page('/sign-in/code', { ...open, query: nextQuery }, async (_, { query }) => {
    const waiting = await host.auth.waitingForCode(currentRequest().headers);
    return waiting ? <CodePage next={query.next ?? null} /> : redirect('/sign-in');
  }),
  form(
    '/sign-in/code',
    { ...open, body: codeBody },
    async (ctx, { body }) =>
      finish(ctx, host, await host.auth.verifyCode(body.code, currentRequest()), body.next, 'code'),
    async (ctx, { values, errors }) => {
      await noteRefusal(ctx, errors, await host.auth.waitingForCode(currentRequest().headers));
      return <CodePage next={ownPath(values.next)} errors={inWords(errors, ctx.lang, ctx.now)} />;
    },
  ),
  form('/sign-out', { ...open, body: emptyBody }, async (ctx) => {
    const session = await host.auth.session(currentRequest().headers);
    if (session) {
      await host.auth.revokeSession(session.accountId, session.sessionId);
      await note(ctx, 'sign_out', session.accountId);
    }
    return redirectWith('/sign-in?done=out', host.auth.forget());
  }),
];

const links = (host: AccountsHost): Route[] => [
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
