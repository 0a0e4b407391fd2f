import type { Ctx } from '#kernel/context.ts';
import { type FieldError, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, formatTime, warsawDate } from '#kernel/time.ts';
import { emptyBody, idParams } from '../../schema.ts';
import { eventView } from '../../service.ts';
import { addMaterial, withdrawMaterial } from '../materials/service.ts';
import { DatePage, DatesPage, SessionPage } from '../pages/dates.tsx';
import { MaterialPage } from '../pages/parts.tsx';
import { dateBody, datesBody, materialBody, partParams, sessionBody } from '../schema.ts';
import { ownEvent } from '../service.ts';
import * as service from './service.ts';

const one = { permission: 'events.organise', params: idParams } as const;
const part = { permission: 'events.organise', params: partParams } as const;
const to = (id: string) => redirect(`/events/manage/${id}`);
interface Again {
  readonly values?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
}

/** Of what is over or called off the dates stay as they were. */
async function openEvent(ctx: Ctx, id: string) {
  const event = await ownEvent(ctx, id);
  if (event.state === 'held' || event.state === 'cancelled') throw notFound();
  return event;
}

async function datesPage(ctx: Ctx, id: string, again: Again = {}) {
  return <DatesPage event={await openEvent(ctx, id)} formKey={newId()} {...again} />;
}
async function datePage(ctx: Ctx, id: string, at: string, again: Again = {}) {
  const event = await openEvent(ctx, id);
  const date = event.occurrences.find((o) => o.id === at);
  if (!date) throw notFound();
  const values = {
    day: formatDate(warsawDate(date.startsAt), 'pl'),
    from: formatTime(date.startsAt),
    to: formatTime(date.endsAt),
    notePl: date.notePl,
    noteEn: date.noteEn,
  };
  return <DatePage event={event} part={at} formKey={newId()} values={values} {...again} />;
}
async function sessionPage(ctx: Ctx, id: string, at: string | null, again: Again = {}) {
  const event = await ownEvent(ctx, id);
  const { sessions } = await eventView(ctx, { id });
  const found = sessions.find((s) => s.id === at);
  if (at !== null && !found) throw notFound();
  const values = found
    ? {
        ...found,
        occurrence: found.occurrenceId,
        from: formatTime(found.startsAt),
        to: formatTime(found.endsAt),
      }
    : { occurrence: event.occurrences[0]?.id };
  return <SessionPage event={event} part={at} formKey={newId()} values={values} {...again} />;
}
async function materialPage(ctx: Ctx, id: string, again: Again = {}) {
  return <MaterialPage event={await ownEvent(ctx, id)} formKey={newId()} {...again} />;
}

/** Dates, sessions and files of an event. */
export const partRoutes: readonly Route[] = [
  page('/events/manage/:id/dates', one, (ctx, { params }) => datesPage(ctx, params.id)),
  form(
    '/events/manage/:id/dates',
    { ...one, body: datesBody },
    async (ctx, { params, body }) => {
      await service.addDates(ctx, await openEvent(ctx, params.id), body);
      return to(params.id);
    },
    (ctx, { params, values, errors }) => datesPage(ctx, params.id, { values, errors }),
  ),
  page('/events/manage/:id/dates/:part', part, (ctx, { params }) => datePage(ctx, params.id, params.part)),
  form(
    '/events/manage/:id/dates/:part',
    { ...part, body: dateBody },
    async (ctx, { params, body }) => {
      await service.moveDate(ctx, await openEvent(ctx, params.id), params.part, body);
      return to(params.id);
    },
    (ctx, { params, values, errors }) => datePage(ctx, params.id, params.part, { values, errors }),
  ),
  form('/events/manage/:id/dates/:part/drop', { ...part, body: emptyBody }, async (ctx, { params }) => {
    await service.dropDate(ctx, await openEvent(ctx, params.id), params.part);
    return to(params.id);
  }),
  page('/events/manage/:id/sessions', one, (ctx, { params }) => sessionPage(ctx, params.id, null)),
  form(
    '/events/manage/:id/sessions',
    { ...one, body: sessionBody },
    async (ctx, { params, body }) => {
      await service.saveSession(ctx, await ownEvent(ctx, params.id), null, body);
      return to(params.id);
    },
    (ctx, { params, values, errors }) => sessionPage(ctx, params.id, null, { values, errors }),
  ),
  page('/events/manage/:id/sessions/:part', part, (ctx, { params }) =>
    sessionPage(ctx, params.id, params.part),
  ),
  form(
    '/events/manage/:id/sessions/:part',
    { ...part, body: sessionBody },
    async (ctx, { params, body }) => {
      await service.saveSession(ctx, await ownEvent(ctx, params.id), params.part, body);
      return to(params.id);
    },
    (ctx, { params, values, errors }) => sessionPage(ctx, params.id, params.part, { values, errors }),
  ),
  form('/events/manage/:id/sessions/:part/drop', { ...part, body: emptyBody }, async (ctx, { params }) => {
    await service.dropSession(ctx, await ownEvent(ctx, params.id), params.part);
    return to(params.id);
  }),
  page('/events/manage/:id/materials', one, (ctx, { params }) => materialPage(ctx, params.id)),
  form(
    '/events/manage/:id/materials',
    { ...one, body: materialBody },
    async (ctx, { params, body }) => {
      await addMaterial(ctx, await ownEvent(ctx, params.id), body);
      return to(params.id);
    },
    (ctx, { params, values, errors }) => materialPage(ctx, params.id, { values, errors }),
  ),
  form(
    '/events/manage/:id/materials/:part/withdraw',
    { ...part, body: emptyBody },
    async (ctx, { params }) => {
      await withdrawMaterial(ctx, await ownEvent(ctx, params.id), params.part);
      return to(params.id);
    },
  ),
];
