import { calendarResponse } from '#kernel/calendar.ts';
import { FEED_TYPES } from '#kernel/feed/feed.ts';
import { open, page, type Route } from '#kernel/http/routes.ts';
import { slugParams } from '../schema.ts';
import { eventOf } from '../service.ts';
import { feedQuery } from './schema.ts';
import { calendarFile, calendarOf, feedOf } from './service.ts';

/** Events for the calendars of others. */
export const feedRoutes = (siteUrl: string): Route[] => [
  open(
    '/events/feeds/calendar.ics',
    { summary: 'Events as a calendar to subscribe to, by topic and region', query: feedQuery },
    async (ctx, { query }) => calendarResponse(await calendarOf(ctx, query, siteUrl)),
  ),
  open(
    '/events/feeds/atom.xml',
    { summary: 'Events announced or changed last, as Atom', query: feedQuery },
    async (ctx, { query }) =>
      new Response(await feedOf(ctx, query, siteUrl), { headers: { 'content-type': FEED_TYPES.atom } }),
  ),
  page('/events/:slug/event.ics', { permission: 'public', params: slugParams }, async (ctx, { params }) =>
    calendarResponse(await calendarFile(ctx, await eventOf(ctx, params), siteUrl), params.slug),
  ),
];
