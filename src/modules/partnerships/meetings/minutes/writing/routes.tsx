import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { pointOf } from '../../agenda/service.ts';
import { type At, emptyBody } from '../../schema.ts';
import { mayWrite, meetingOf, placeOf, require, workersOf } from '../../service.ts';
import { WritePointPage } from '../pages/point.tsx';
import { decisionBody, dropParams, notesBody, pointParams, taskBody } from '../schema.ts';
import { minutesOf } from '../service.ts';
import { decide, dropItem, giveTask, writeNotes } from './service.ts';

const work = { permission: 'work' } as const;
type Params = { id: string; meetingId: string; pointId: string };
interface Sent {
  values?: FormValues;
  errors?: readonly FieldError[];
  now?: Readonly<Record<string, unknown>>;
}

/** A point of a draft: notes, decisions, tasks. */
export function writingRoutes(at: At): Route[] {
  const base = `${at.base}/:meetingId/minutes/:pointId`;
  const to = (p: Params) => `${at.base.replace(':id', p.id)}/${p.meetingId}/minutes/${p.pointId}`;
  const place = (ctx: Ctx, params: Params) => placeOf(ctx, at.kind, params.id);
  async function pointPage(ctx: Ctx, params: Params, sent: Sent) {
    const where = await place(ctx, params);
    const meeting = await meetingOf(ctx, where, params.meetingId);
    require(mayWrite(meeting, ctx.now));
    const minutes = await minutesOf(ctx, meeting);
    const point = minutes?.content.points.find((p) => p.id === params.pointId);
    if (!point) throw notFound();
    return (
      <WritePointPage
        place={where}
        meeting={meeting}
        point={point}
        version={(await pointOf(ctx, meeting, point.id)).rowVersion}
        workers={await workersOf(ctx, where)}
        formKey={newId()}
        {...sent}
      />
    );
  }
  return [
    page(base, { ...work, params: pointParams }, (ctx, { params }) => pointPage(ctx, params, {})),
    form(
      base,
      { ...work, params: pointParams, body: notesBody },
      async (ctx, { params, body }) => {
        await writeNotes(ctx, await place(ctx, params), params.meetingId, params.pointId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors, current }) =>
        pointPage(ctx, params, { values, errors, now: current ?? undefined }),
    ),
    form(
      `${base}/decisions`,
      { ...work, params: pointParams, body: decisionBody },
      async (ctx, { params, body }) => {
        await decide(ctx, await place(ctx, params), params.meetingId, params.pointId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => pointPage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/tasks`,
      { ...work, params: pointParams, body: taskBody },
      async (ctx, { params, body }) => {
        await giveTask(ctx, await place(ctx, params), params.meetingId, params.pointId, body);
        return redirect(to(params));
      },
      (ctx, { params, values, errors }) => pointPage(ctx, params, { values, errors }),
    ),
    form(
      `${base}/drop/:kind/:itemId`,
      { ...work, params: dropParams, body: emptyBody },
      async (ctx, { params }) => {
        await dropItem(ctx, await place(ctx, params), params.meetingId, params.kind, params.itemId);
        return redirect(to(params));
      },
    ),
  ];
}
