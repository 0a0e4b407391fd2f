import { calendarResponse } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { open, page, type Route } from '#kernel/http/routes.ts';
import { countyDrawing } from '#modules/territory/api.ts';
import type { PartnershipsHost } from '../schema.ts';
import { calendarQuery } from './calendar/schema.ts';
import { calendarFile, calendarOf, regionNamed, regions } from './calendar/service.ts';
import { callRoutes } from './calls/routes.tsx';
import { CalendarPage } from './pages/calendar.tsx';
import { RegionPage } from './pages/region.tsx';
import { regionQuery } from './schema.ts';
import { chosenLines, type Region, regionFile, regionOf, regionView } from './service.ts';

/** Where nobody says which voivodeship: the first by code. */
const FIRST = '02';
const view = { permission: 'region.view' } as const;

/** A voivodeship as a whole, its calls and its calendar. */
export const regionRoutes = (host: PartnershipsHost): Route[] => {
  const siteUrl = host.siteUrl ?? '';
  const calendarPage = async (ctx: Ctx, region: Region, own: boolean) => (
    <CalendarPage
      {...(await calendarOf(ctx, region))}
      regions={await regions(ctx)}
      siteUrl={siteUrl}
      own={own}
      organises={own && ctx.actor.permissions.has('events.organise')}
    />
  );
  return [
    page('/region', { ...view, query: regionQuery }, async (ctx, { query }) => {
      const shown = await regionView(ctx, host, query.year);
      return (
        <RegionPage
          view={shown}
          chosen={chosenLines(shown, query)}
          query={query}
          drawing={await countyDrawing(ctx, { group: shown.region.code })}
        />
      );
    }),
    page('/region/partnerships.csv', { ...view, query: regionQuery }, (ctx, { query }) =>
      regionFile(ctx, host, query.year),
    ),
    page('/region/calendar', view, async (ctx) => calendarPage(ctx, await regionOf(ctx), true)),
    ...callRoutes(),
    page('/network/calendar', { permission: 'public', query: calendarQuery }, async (ctx, { query }) =>
      calendarPage(ctx, await regionNamed(ctx, query.region ?? FIRST), false),
    ),
    open(
      '/network/calendar.ics',
      { summary: 'Events and last days of calls of a voivodeship, as a calendar', query: calendarQuery },
      async (ctx, { query }) =>
        calendarResponse(
          await calendarFile(
            { ...ctx, lang: query.lang ?? 'pl' },
            await regionNamed(ctx, query.region ?? FIRST),
            siteUrl,
          ),
        ),
    ),
  ];
};
