import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { addMonths, formatDate, startOfDay } from '#kernel/time.ts';
import { type At, emptyBody, meetingParams, placeParams } from '../schema.ts';
import {
  figuresOf,
  mayPlan,
  meetingOf,
  placeOf,
  require,
  seriesLines,
  today,
  workersOf,
} from '../service.ts';
import { CancelMeetingPage, EditMeetingPage, NewMeetingPage, type Sent } from './pages/plan.tsx';
import { SeriesPage } from './pages/series.tsx';
import { cancelBody, meetingBody, newBody, seriesParams } from './schema.ts';
import {
  callMeeting,
  cancelMeeting,
  changeMeeting,
  meetingValues,
  planMeetings,
  seriesOf,
} from './service.ts';

const work = { permission: 'work' } as const;
type Params = { id: string; meetingId: string };

/** Planning, changing, calling and cancelling meetings; series. */
export function planningRoutes(at: At): Route[] {
  const place = (ctx: Ctx, id: string) => placeOf(ctx, at.kind, id);
  const to = (params: Params) => `${at.base.replace(':id', params.id)}/${params.meetingId}`;
  async function newPage(ctx: Ctx, id: string, sent: Sent) {
    const where = await place(ctx, id);
    if (!where.runs) throw notFound();
    return <NewMeetingPage place={where} workers={await workersOf(ctx, where)} formKey={newId()} {...sent} />;
  }
  async function editPage(ctx: Ctx, params: Params, sent: Sent) {
    const where = await place(ctx, params.id);
    const meeting = await meetingOf(ctx, where, params.meetingId);
    require(mayPlan(meeting));
    const own = meetingValues(meeting);
    const values = { ...own, day: formatDate(own.day, 'pl') };
    return (
      <EditMeetingPage
        place={where}
        meeting={meeting}
        workers={await workersOf(ctx, where)}
        formKey={newId()}
        {...{ values, ...sent }}
      />
    );
  }
  async function cancelPage(ctx: Ctx, params: Params, sent: Sent) {
    const where = await place(ctx, params.id);
    const meeting = await meetingOf(ctx, where, params.meetingId);
    require(mayPlan(meeting));
    return <CancelMeetingPage place={where} meeting={meeting} formKey={newId()} {...sent} />;
  }
  return [
    page(`${at.base}/new`, { ...work, params: placeParams }, (ctx, { params }) =>
      newPage(ctx, params.id, { values: { mode: 'onsite' } }),
    ),
    form(
      `${at.base}/new`,
      { ...work, params: placeParams, body: newBody },
      async (ctx, { params, body }) => {
        const meetingId = await planMeetings(ctx, await place(ctx, params.id), body);
        return redirect(to({ ...params, meetingId }));
      },
      (ctx, { params, values, errors }) => newPage(ctx, params.id, { values, errors }),
    ),
    page(`${at.base}/series/:seriesId`, { ...work, params: seriesParams }, async (ctx, { params }) => {
      const where = await place(ctx, params.id);
      const series = await seriesOf(ctx, where, params.seriesId);
      const since = addMonths(today(ctx), -6);
      const bodies = where.bodies.map((b) => b.id);
      return (
        <SeriesPage
          place={where}
          title={series.title}
          ahead={await seriesLines(ctx, where, series.id, true)}
          past={await seriesLines(ctx, where, series.id, false)}
          figures={await figuresOf(ctx, bodies, startOfDay(since), ctx.now, series.id)}
          since={since}
        />
      );
    }),
    page(`${at.base}/:meetingId/edit`, { ...work, params: meetingParams }, (ctx, { params }) =>
      editPage(ctx, params, {}),
    ),
    form(
      `${at.base}/:meetingId/edit`,
      { ...work, params: meetingParams, body: meetingBody },
      async (ctx, { params, body }) => {
        await changeMeeting(ctx, await place(ctx, params.id), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors, current }) =>
        editPage(ctx, params, { values, errors, now: current ?? undefined }),
    ),
    page(`${at.base}/:meetingId/cancel`, { ...work, params: meetingParams }, (ctx, { params }) =>
      cancelPage(ctx, params, {}),
    ),
    form(
      `${at.base}/:meetingId/cancel`,
      { ...work, params: meetingParams, body: cancelBody },
      async (ctx, { params, body }) => {
        await cancelMeeting(ctx, await place(ctx, params.id), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => cancelPage(ctx, params, { values, errors }),
    ),
    form(
      `${at.base}/:meetingId/call`,
      { ...work, params: meetingParams, body: emptyBody },
      async (ctx, { params }) => {
        await callMeeting(ctx, await place(ctx, params.id), params.meetingId);
        return redirect(`${to(params)}/people?sent=1`);
      },
    ),
  ];
}
