import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { fileResponse } from '#kernel/files/files.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { emptyBody } from '../../schema.ts';
import { type At, meetingParams } from '../schema.ts';
import { mayPlan, mayPropose, mayWrite, meetingOf, placeOf, require } from '../service.ts';
import { AgendaPage } from './pages/agenda.tsx';
import { RemoveFilePage } from './pages/files.tsx';
import { PointPage } from './pages/point.tsx';
import { fileBody, fileParams, moveBody, pointBody, pointParams, takeBody } from './schema.ts';
import * as service from './service.ts';

const work = { permission: 'work' } as const;
type Params = { id: string; meetingId: string };
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
}

/** The agenda of a meeting and its documents. */
export function agendaRoutes(at: At): Route[] {
  const base = `${at.base}/:meetingId`;
  const to = (params: Params) => `${at.base.replace(':id', params.id)}/${params.meetingId}/agenda`;
  const place = (ctx: Ctx, params: Params) => placeOf(ctx, at.kind, params.id);
  async function agendaPage(ctx: Ctx, params: Params, sent: Sent) {
    const where = await place(ctx, params);
    const meeting = await meetingOf(ctx, where, params.meetingId);
    const mayChange = mayPlan(meeting).allowed || mayWrite(meeting, ctx.now).allowed;
    return (
      <AgendaPage
        place={where}
        meeting={meeting}
        points={await service.pointsOf(ctx, meeting.id)}
        due={mayChange ? await service.dueFor(ctx, where, meeting, at.host.agenda) : []}
        files={await service.filesOf(ctx, meeting)}
        mayChange={mayChange}
        mayPropose={mayPropose(meeting, ctx.now).allowed}
        formKey={newId()}
        {...sent}
      />
    );
  }
  async function pointPage(
    ctx: Ctx,
    params: Params & { pointId: string },
    sent: Sent & { now?: Readonly<Record<string, unknown>> },
  ) {
    const where = await place(ctx, params);
    const meeting = await meetingOf(ctx, where, params.meetingId);
    require(mayPlan(meeting).allowed ? mayPlan(meeting) : mayWrite(meeting, ctx.now));
    const point = await service.pointOf(ctx, meeting, params.pointId);
    return <PointPage place={where} meeting={meeting} point={point} formKey={newId()} {...sent} />;
  }
  return [
    page(`${base}/agenda`, { ...work, params: meetingParams }, (ctx, { params }) =>
      agendaPage(ctx, params, {}),
    ),
    form(
      `${base}/agenda`,
      { ...work, params: meetingParams, body: pointBody },
      async (ctx, { params, body }) => {
        await service.addPoint(ctx, await place(ctx, params), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => agendaPage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/agenda/due`,
      { ...work, params: meetingParams, body: takeBody },
      async (ctx, { params, body }) => {
        await service.takeDue(ctx, await place(ctx, params), params.meetingId, body.due, at.host.agenda);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => agendaPage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/agenda/:pointId/move`,
      { ...work, params: pointParams, body: moveBody },
      async (ctx, { params, body }) => {
        await service.movePoint(ctx, await place(ctx, params), params.meetingId, params.pointId, body.to);
        return redirect(to(params));
      },
    ),
    page(`${base}/agenda/:pointId`, { ...work, params: pointParams }, (ctx, { params }) =>
      pointPage(ctx, params, {}),
    ),
    form(
      `${base}/agenda/:pointId`,
      { ...work, params: pointParams, body: pointBody },
      async (ctx, { params, body }) => {
        await service.changePoint(ctx, await place(ctx, params), params.meetingId, params.pointId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors, current }) =>
        pointPage(ctx, params, { values, errors, now: current ?? undefined }),
    ),
    form(
      `${base}/files`,
      { ...work, params: meetingParams, body: fileBody },
      async (ctx, { params, body }) => {
        await service.addFile(ctx, await place(ctx, params), params.meetingId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => agendaPage(ctx, params, { values, errors }),
    ),
    page(`${base}/files/:fileId`, { ...work, params: fileParams }, async (ctx, { params }) => {
      const meeting = await meetingOf(ctx, await place(ctx, params), params.meetingId);
      return fileResponse(await service.opened(ctx, meeting, params.fileId));
    }),
    page(`${base}/files/:fileId/remove`, { ...work, params: fileParams }, async (ctx, { params }) => {
      const where = await place(ctx, params);
      const meeting = await meetingOf(ctx, where, params.meetingId);
      const file = await service.removable(ctx, meeting, params.fileId);
      return <RemoveFilePage place={where} meeting={meeting} file={file} formKey={newId()} />;
    }),
    form(
      `${base}/files/:fileId/remove`,
      { ...work, params: fileParams, body: emptyBody },
      async (ctx, { params }) => {
        await service.takeDown(ctx, await place(ctx, params), params.meetingId, params.fileId);
        return redirect(to(params));
      },
    ),
  ];
}
