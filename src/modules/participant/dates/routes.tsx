import { page, type Route } from '#kernel/http/routes.ts';
import { OWN } from '../schema.ts';
import { noteView, requireWindow } from '../service.ts';
import { DatesPage } from './pages/dates.tsx';
import { dateParams } from './schema.ts';
import { calendarFile, dateFile, datesAhead, datesPast, reviewAhead } from './service.ts';

export const dateRoutes = (host: { readonly siteUrl: string }): readonly Route[] => [
  page('/my/dates', OWN, async (ctx) => {
    const w = await requireWindow(ctx);
    await noteView(ctx, w, 'dates', ['D6']);
    return (
      <DatesPage
        ahead={await datesAhead(ctx, w.caseId)}
        past={await datesPast(ctx, w.caseId)}
        reviewOn={await reviewAhead(ctx, w.caseId)}
      />
    );
  }),
  page('/my/calendar.ics', OWN, (ctx) => calendarFile(ctx, host.siteUrl)),
  page('/my/dates/:id/calendar.ics', { ...OWN, params: dateParams }, (ctx, { params }) =>
    dateFile(ctx, params.id, host.siteUrl),
  ),
];
