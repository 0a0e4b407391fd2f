import { currentRequest } from '#kernel/auth/request.ts';
import { typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { linkRoutes } from './links/routes.tsx';
import { inWords, withoutSecrets } from './pages/refusals.tsx';
import { CodePage, SignInPage } from './pages/sign-in.tsx';
import {
  type AccountsHost,
  codeBody,
  emptyBody,
  nextQuery,
  ownPath,
  signInBody,
  signInQuery,
  singleBody,
} from './schema.ts';
import { finish, landing, leaveFor, note, noteRefusal, redirectWith } from './service.ts';
import { settingsRoutes } from './settings/routes.tsx';

const open = { permission: 'public' } as const;

/** Every address of sign-in and of one's own account. Needs `auth.middleware` before it. */
export const accountsRoutes = (host: AccountsHost): Route[] => [
  ...signIn(host),
  ...linkRoutes(host),
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
  form('/sign-in/single', { ...open, body: singleBody }, async (ctx, { body }) => {
    const started = await host.auth.startSingle(body.next ?? '/', currentRequest());
    return started ? leaveFor(ctx, started.url, started.cookies) : redirect('/sign-in?problem=single');
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
