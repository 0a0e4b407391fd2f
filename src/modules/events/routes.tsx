import { fileResponse, openFile } from '#kernel/files/files.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { warsawDate } from '#kernel/time.ts';
import { afterRoutes } from './after/routes.tsx';
import { feedRoutes } from './feeds/routes.tsx';
import { managingRoutes } from './managing/routes.tsx';
import { EventPage } from './pages/event.tsx';
import { EventsPage } from './pages/list.tsx';
import { peopleRoutes } from './people/routes.tsx';
import { registeringRoutes } from './registering/routes.tsx';
import { type EventsHost, eventsQuery, idParams, slugParams } from './schema.ts';
import {
  datesOfMonth,
  eventView,
  fileOf,
  listed,
  mayAsk,
  organises,
  regionOptions,
  themeOptions,
} from './service.ts';

const open = { permission: 'public' } as const;

/** Every address of events. `/events/:slug` takes any word, so it is the last. */
export const eventsRoutes = (host: EventsHost): Route[] => [
  page('/events', { ...open, query: eventsQuery }, async (ctx, { query }) => {
    const { month } = query;
    const [found, cells, themes, regions] = await Promise.all([
      month ? { events: [], total: 0 } : listed(ctx, query),
      month ? datesOfMonth(ctx, query, month) : [],
      themeOptions(ctx),
      regionOptions(ctx),
    ]);
    return (
      <EventsPage
        books={ctx.actor.permissions.has('events.book')}
        query={query}
        {...found}
        month={month ? { shown: month, cells } : null}
        themes={themes}
        regions={regions}
        thisMonth={warsawDate(ctx.now).slice(0, 7)}
        siteUrl={host.siteUrl}
      />
    );
  }),
  ...peopleRoutes,
  ...managingRoutes,
  ...afterRoutes(host.siteUrl),
  ...registeringRoutes(host),
  ...feedRoutes(host.siteUrl),
  page('/events/file/:id', { ...open, params: idParams }, async (ctx, { params }) =>
    fileResponse(await openFile(ctx, await fileOf(ctx, params.id))),
  ),
  page('/events/:slug', { ...open, params: slugParams }, async (ctx, { params }) => {
    const view = await eventView(ctx, params);
    return (
      <EventPage
        {...view}
        open={mayAsk(ctx, view)}
        mayManage={organises(ctx, view.event)}
        siteUrl={host.siteUrl}
        discussion={await host.discussion?.(ctx, { kind: 'event', id: view.event.id })}
      />
    );
  }),
];
