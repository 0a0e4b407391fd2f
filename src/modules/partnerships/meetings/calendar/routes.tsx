import { calendarResponse } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { tokenParams } from '#kernel/forms/guest.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { type At, emptyBody, placeParams } from '../schema.ts';
import { placeOf } from '../service.ts';
import { CalendarMadePage, CalendarPage } from './pages/calendar.tsx';
import { calendarOf, subscribe, subscribedSince, unsubscribe } from './service.ts';

const work = { permission: 'work' } as const;

/** The calendar of meetings to subscribe to. */
export const calendarRoutes = (at: At): Route[] => [
  page(`${at.base}/calendar`, { ...work, params: placeParams }, async (ctx, { params }) => (
    <CalendarPage place={await placeOf(ctx, at.kind, params.id)} since={await subscribedSince(ctx)} />
  )),
  // Not `form`: the answer is a page and not a redirect, since the address is shown this once and is kept nowhere.
  {
    ...work,
    method: 'POST',
    kind: 'form',
    path: `${at.base}/calendar`,
    params: placeParams,
    body: emptyBody,
    handle: async (ctx: Ctx, { params }: { params: { id: string } }) => {
      const place = await placeOf(ctx, at.kind, params.id);
      const token = await subscribe(ctx);
      return <CalendarMadePage place={place} address={`${at.host.siteUrl}/meetings/calendar/${token}`} />;
    },
  },
  form(
    `${at.base}/calendar/end`,
    { ...work, params: placeParams, body: emptyBody },
    async (ctx, { params }) => {
      const { base } = await placeOf(ctx, at.kind, params.id);
      await unsubscribe(ctx);
      return redirect(`${base}/calendar`);
    },
  ),
];

export const subscriptionRoutes: readonly Route[] = [
  page('/meetings/calendar/:token', { permission: 'public', params: tokenParams }, async (ctx, { params }) =>
    calendarResponse(await calendarOf(ctx, params.token)),
  ),
];
