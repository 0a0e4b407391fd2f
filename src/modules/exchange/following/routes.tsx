import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { DiscussionPage } from '../pages/discussion.tsx';
import {
  commentPath,
  discussionPath,
  type ExchangeHost,
  emptyBody,
  idParams,
  kindParams,
  pageQuery,
} from '../schema.ts';
import { discussion, holdVisitor, subjectOf } from '../service.ts';
import { WishPage } from './pages/wish.tsx';
import { wishBody } from './schema.ts';
import { findUseful, follow, followWish, takeBack, unfollow, usefulWish } from './service.ts';

const open = { permission: 'public' } as const;
const known = async (ctx: Ctx): Promise<boolean> => (await holdVisitor(ctx)) || ctx.actor.kind !== 'public';

/** A discussion page by page; letters about it; what was useful. */
export const followingRoutes = (host: ExchangeHost): readonly Route[] => [
  page(
    '/discussions/:kind/:id',
    { ...open, params: kindParams, query: pageQuery },
    async (ctx, { params, query }) => (
      <DiscussionPage
        data={await discussion(ctx, await subjectOf(ctx, host, params.kind, params.id), query)}
      />
    ),
  ),
  page('/discussions/:kind/:id/follow', { ...open, params: kindParams }, async (ctx, { params }) => (
    <WishPage wish={await followWish(ctx, host, params, await known(ctx))} />
  )),
  form(
    '/discussions/:kind/:id/follow',
    { ...open, params: kindParams, body: wishBody },
    async (ctx, { params, body }) => {
      const wish = await followWish(ctx, host, params, await known(ctx));
      const asked = await follow(ctx, wish, body);
      return redirect(asked ? '/comments/sent' : discussionPath(wish.subject));
    },
    async (ctx, { params, values, errors }) => (
      <WishPage
        wish={await followWish(ctx, host, params, await known(ctx))}
        values={values}
        errors={errors}
      />
    ),
  ),
  form(
    '/discussions/:kind/:id/unfollow',
    { ...open, params: kindParams, body: emptyBody },
    async (ctx, { params }) => {
      await known(ctx);
      return redirect(discussionPath(await unfollow(ctx, host, params)));
    },
  ),
  page('/comments/:id/useful', { ...open, params: idParams }, async (ctx, { params }) => (
    <WishPage wish={await usefulWish(ctx, host, params.id, await known(ctx))} />
  )),
  form(
    '/comments/:id/useful',
    { ...open, params: idParams, body: wishBody },
    async (ctx, { params, body }) => {
      const asked = await findUseful(ctx, await usefulWish(ctx, host, params.id, await known(ctx)), body);
      return redirect(asked ? '/comments/sent' : `${commentPath(params.id)}?done=useful`);
    },
    async (ctx, { params, values, errors }) => (
      <WishPage
        wish={await usefulWish(ctx, host, params.id, await known(ctx))}
        values={values}
        errors={errors}
      />
    ),
  ),
  form(
    '/comments/:id/not-useful',
    { ...open, params: idParams, body: emptyBody },
    async (ctx, { params }) => {
      await known(ctx);
      await takeBack(ctx, params.id);
      return redirect(commentPath(params.id));
    },
  ),
];
