import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { FEED_TYPES } from '#kernel/feed/feed.ts';
import { form, open, page, type Route } from '#kernel/http/routes.ts';
import type { LibraryHost } from '../reading/schema.ts';
import { answerOai } from './oai/service.ts';
import { FEED_FORMATS, FEED_NAMES, type FeedHost, feedQuery } from './schema.ts';
import { feedOf } from './service.ts';

/** What is published, for programs: feeds of each section and theme, and harvesting by libraries. */
export const feedRoutes = (host: FeedHost & Pick<LibraryHost, 'embeds'>): readonly Route[] => {
  const oai = async (ctx: Ctx, sent: URLSearchParams) =>
    new Response(await answerOai(ctx, sent, host), {
      headers: { 'content-type': 'text/xml; charset=utf-8', 'access-control-allow-origin': '*' },
    });
  return [
    ...FEED_NAMES.flatMap((name) =>
      FEED_FORMATS.map((format) =>
        open(
          `/${name}/feed.${format}`,
          { summary: `What was published last in /${name}, as a feed`, query: feedQuery },
          async (ctx, { query }) =>
            new Response(await feedOf(ctx, name, query.theme, format, host), {
              headers: { 'content-type': FEED_TYPES[format] },
            }),
        ),
      ),
    ),
    page('/oai', { permission: 'public' }, (ctx, { search }) => oai(ctx, new URLSearchParams(search))),
    form('/oai', { permission: 'public', body: z.unknown() }, (ctx, { values }) =>
      oai(
        ctx,
        new URLSearchParams(
          Object.entries(values).flatMap(([name, value]) =>
            [value].flat().map((each) => [name, String(each)]),
          ),
        ),
      ),
    ),
  ];
};
