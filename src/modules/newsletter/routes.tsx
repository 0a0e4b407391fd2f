import { currentRequest } from '#kernel/auth/request.ts';
import type { Ctx } from '#kernel/context.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { LinkPage, NotePage, WishPage } from './pages/wish.tsx';
import { emptyBody, wishBody, wishQuery } from './schema.ts';
import { asked, confirm, leave, offered, subscribe } from './service.ts';

const open = { permission: 'public' } as const;

async function linkPage(ctx: Ctx, token: string, kind: 'confirm' | 'leave') {
  const wish = await asked(ctx, token, kind);
  if (!wish) return <NotePage note="void" />;
  if (kind === 'confirm' && wish.confirmed) return <NotePage note="confirmed" />;
  return <LinkPage token={token} kind={kind} wish={wish} />;
}

/** Letters about what is new: asked for, confirmed from a letter, left by one click. */
export const newsletterRoutes: readonly Route[] = [
  page('/newsletter', { ...open, query: wishQuery }, async (ctx, { query }) => (
    <WishPage
      offered={await offered(ctx)}
      values={{ themes: query.theme ? [query.theme] : [], region: query.region, cadence: 'weekly' }}
    />
  )),
  form(
    '/newsletter',
    { ...open, body: wishBody },
    async (ctx, { body }) => {
      await subscribe(ctx, body, currentRequest().address);
      return redirect('/newsletter/sent');
    },
    async (ctx, { values, errors }) => (
      <WishPage offered={await offered(ctx)} values={values} errors={errors} />
    ),
  ),
  page('/newsletter/sent', open, async () => <NotePage note="sent" />),
  page('/newsletter/left', open, async () => <NotePage note="left" />),
  page('/newsletter/confirm/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    linkPage(ctx, params.token, 'confirm'),
  ),
  form(
    '/newsletter/confirm/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      await confirm(ctx, params.token);
      return redirect(`/newsletter/confirm/${params.token}`);
    },
  ),
  page('/newsletter/leave/:token', { ...open, params: tokenParams }, (ctx, { params }) =>
    linkPage(ctx, params.token, 'leave'),
  ),
  // Also what a mail program sends for one click in its own window (RFC 8058).
  form(
    '/newsletter/leave/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      await leave(ctx, params.token);
      return redirect('/newsletter/left');
    },
  ),
];
