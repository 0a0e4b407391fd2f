import { FEED_TYPES } from '#kernel/feed/feed.ts';
import { open, type Route } from '#kernel/http/routes.ts';
import { type ExchangeHost, kindParams } from '../schema.ts';
import { feedOf } from './service.ts';

/** The newest comments under a page, for programs. */
export const feedRoutes = (host: ExchangeHost): readonly Route[] => [
  open(
    '/discussions/:kind/:id/comments.atom',
    { summary: 'The newest comments under a page, as an Atom feed', params: kindParams },
    async (ctx, { params }) =>
      new Response(await feedOf(ctx, host, params), { headers: { 'content-type': FEED_TYPES.atom } }),
  ),
];
