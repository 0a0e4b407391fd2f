import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { typed } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { isId, newId } from '#kernel/ids.ts';
import { linkOf, takeLink } from '../links/service.ts';
import {
  commentPath,
  discussionPath,
  type ExchangeHost,
  emptyBody,
  idParams,
  kindParams,
} from '../schema.ts';
import { COOKIE, holdVisitor } from '../service.ts';
import { EditPage, NewCommentPage, WithdrawPage } from './pages/form.tsx';
import { LinkPage, MinePage, NotePage, ThreadPage } from './pages/thread.tsx';
import { doneQuery, editBody, newBody, newQuery, tokenParams } from './schema.ts';
import {
  editable,
  editComment,
  mine,
  threadOf,
  withdrawable,
  withdrawComment,
  writeComment,
  writing,
} from './service.ts';

const open = { permission: 'public' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

async function newPage(
  ctx: Ctx,
  host: ExchangeHost,
  about: { kind: string; id: string },
  to: string | undefined,
  sent: Sent,
) {
  const known = (await holdVisitor(ctx)) || ctx.actor.kind !== 'public';
  return (
    <NewCommentPage
      writing={await writing(ctx, host, about, to, known)}
      formKey={ctx.actor.kind === 'public' ? undefined : newId()}
      {...sent}
    />
  );
}

const answeredIn = (values: FormValues): string | undefined => {
  const to = typed(values, 'to');
  return isId(to) ? to : undefined;
};

/** Known in this browser from now on: the secret stands in a cookie that no script reads. */
function welcome(to: string, secret: string, siteUrl: string): Response {
  const secure = siteUrl.startsWith('https:') ? '; Secure' : '';
  const cookie = `${COOKIE}=${secret}; Path=/; Max-Age=${30 * 86_400}; HttpOnly; SameSite=Lax${secure}`;
  return new Response(null, { status: 303, headers: { location: to, 'set-cookie': cookie } });
}

/** Comments are written, corrected and taken back; and what the links of letters do. */
export const writingRoutes = (host: ExchangeHost): readonly Route[] => [
  page(
    '/discussions/:kind/:id/new',
    { ...open, params: kindParams, query: newQuery },
    (ctx, { params, query }) => newPage(ctx, host, params, query.to, {}),
  ),
  form(
    '/discussions/:kind/:id/new',
    { ...open, params: kindParams, body: newBody },
    async (ctx, { params, body, values }) => {
      const known = (await holdVisitor(ctx)) || ctx.actor.kind !== 'public';
      const written = await writeComment(
        ctx,
        await writing(ctx, host, params, body.to, known),
        body,
        values.file,
      );
      if (written === null || written.done === 'sent') return redirect('/comments/sent');
      return redirect(`${commentPath(written.id)}?done=${written.done}`);
    },
    (ctx, { params, ...sent }) => newPage(ctx, host, params, answeredIn(sent.values), sent),
  ),
  page('/comments/sent', open, async () => <NotePage note="sent" />),
  page('/comments/left', open, async () => <NotePage note="left" />),
  page('/comments/on', open, async () => <NotePage note="on" />),
  page('/comments/mine', { permission: 'signed-in' }, async (ctx) => (
    <MinePage rows={await mine(ctx, host)} />
  )),
  page('/comments/link/:token', { ...open, params: tokenParams }, async (ctx, { params }) => (
    <LinkPage token={params.token} link={await linkOf(ctx, host, params.token)} />
  )),
  form(
    '/comments/link/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      const link = await linkOf(ctx, host, params.token);
      const used = await takeLink(ctx, params.token);
      if (!used) return redirect(`/comments/link/${params.token}`);
      if (used.kind === 'leave') return redirect('/comments/left');
      if (used.kind === 'follow')
        return welcome(link?.subject ? discussionPath(link.subject) : '/', used.secret, host.siteUrl);
      const done = used.kind === 'mark' ? '?done=useful' : used.kind === 'quiet' ? '?done=quiet' : '';
      const to = used.commentId === null ? '/' : `${commentPath(used.commentId)}${done}`;
      return used.kind === 'quiet' ? redirect(to) : welcome(to, used.secret, host.siteUrl);
    },
  ),
  page('/comments/leave/:token', { ...open, params: tokenParams }, async (ctx, { params }) => (
    <LinkPage token={params.token} link={await linkOf(ctx, host, params.token)} />
  )),
  // Also what a mail program sends for one click in its own window (RFC 8058).
  form(
    '/comments/leave/:token',
    { ...open, params: tokenParams, body: emptyBody },
    async (ctx, { params }) => {
      const link = await linkOf(ctx, host, params.token);
      if (link?.kind === 'leave' || link?.kind === 'quiet') await takeLink(ctx, params.token);
      return redirect('/comments/left');
    },
  ),
  page('/comments/:id', { ...open, params: idParams, query: doneQuery }, async (ctx, { params, query }) => {
    await holdVisitor(ctx);
    return (
      <ThreadPage
        thread={await threadOf(ctx, host, params.id, query.done)}
        moderates={ctx.actor.permissions.has('exchange.moderate')}
      />
    );
  }),
  page('/comments/:id/edit', { ...open, params: idParams }, async (ctx, { params }) => {
    await holdVisitor(ctx);
    return <EditPage thread={await editable(ctx, host, params.id)} />;
  }),
  form(
    '/comments/:id/edit',
    { ...open, params: idParams, body: editBody },
    async (ctx, { params, body }) => {
      await holdVisitor(ctx);
      await editComment(ctx, host, params.id, body);
      return redirect(`${commentPath(params.id)}?done=edited`);
    },
    async (ctx, { params, values, errors, current }) => {
      await holdVisitor(ctx);
      const thread = await editable(ctx, host, params.id);
      return <EditPage thread={thread} values={values} errors={errors} now={current ?? undefined} />;
    },
  ),
  page('/comments/:id/withdraw', { ...open, params: idParams }, async (ctx, { params }) => {
    await holdVisitor(ctx);
    return <WithdrawPage thread={await withdrawable(ctx, host, params.id)} />;
  }),
  form('/comments/:id/withdraw', { ...open, params: idParams, body: emptyBody }, async (ctx, { params }) => {
    await holdVisitor(ctx);
    const subject = await withdrawComment(ctx, host, params.id);
    return redirect(`${subject.path}#comments`);
  }),
];
