import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { partParams } from '../managing/schema.ts';
import { idParams } from '../schema.ts';
import { DoorPage } from './pages/door.tsx';
import { KeptDoorPage } from './pages/kept.tsx';
import { ListPage, PeoplePage } from './pages/people.tsx';
import {
  codeBody,
  decideBody,
  doorParams,
  doorQuery,
  keepQuery,
  markBody,
  marksBody,
  walkInBody,
} from './schema.ts';
import * as service from './service.ts';

const one = { permission: 'events.organise', personal: true, params: idParams } as const;
const path = (id: string) => `/events/manage/${id}`;

async function peoplePage(ctx: Ctx, id: string, errors?: readonly FieldError[]) {
  return <PeoplePage {...(await service.peopleOf(ctx, id))} errors={errors} />;
}

/** Lists of people, and the door. */
export const peopleRoutes: readonly Route[] = [
  page('/events/manage/:id/people', one, (ctx, { params }) => peoplePage(ctx, params.id)),
  form(
    '/events/manage/:id/people/:part',
    { ...one, params: partParams, body: decideBody },
    async (ctx, { params, body }) => {
      await service.decide(ctx, params.id, params.part, body.decision, body._version);
      return redirect(`${path(params.id)}/people`);
    },
    (ctx, { params, errors }) => peoplePage(ctx, params.id, errors),
  ),
  page('/events/manage/:id/list', one, async (ctx, { params }) => (
    <ListPage {...(await service.peopleOf(ctx, params.id))} />
  )),
  page('/events/manage/:id/door', { ...one, query: doorQuery }, async (ctx, { params, query }) => (
    <DoorPage
      {...(await service.atDoor(ctx, params.id, query.date))}
      code={query.code ?? ''}
      said={query.said ?? null}
    />
  )),
  // What the door shows when it is opened without a network.
  page('/events/manage/:id/door/kept', { ...one, query: keepQuery }, async (ctx, { params, query }) => (
    <KeptDoorPage {...(await service.listToKeep(ctx, params.id, query.date))} />
  )),
  form('/events/manage/:id/door', { ...one, body: codeBody }, async (ctx, { params, body }) => {
    const said = await service.markByCode(ctx, params.id, body.code, body.date);
    return redirect(`${path(params.id)}/door?date=${body.date}&said=${said}`);
  }),
  form('/events/manage/:id/door/mark', { ...one, body: markBody }, async (ctx, { params, body }) => {
    await service.markPerson(ctx, params.id, body);
    return redirect(`${path(params.id)}/door?date=${body.date}&said=back`);
  }),
  // What the script of the door kept while there was no network.
  form('/events/manage/:id/door/sync', { ...one, body: marksBody }, async (ctx, { params, body }) =>
    Response.json(await service.sync(ctx, params.id, body.marks)),
  ),
  form(
    '/events/manage/:id/door/walk-in',
    { ...one, body: walkInBody },
    async (ctx, { params, body }) => {
      await service.walkIn(ctx, params.id, body);
      return redirect(`${path(params.id)}/door?date=${body.date}&said=marked`);
    },
    async (ctx, { params, values, errors }) => {
      const date = typeof values.date === 'string' ? values.date : undefined;
      const door = await service.atDoor(ctx, params.id, date);
      return <DoorPage {...door} code="" said={null} walkIn={{ values, errors }} />;
    },
  ),
  // Where the square code of a ticket leads when a phone reads it: to the door, for whoever keeps it.
  page('/events/door/:code', { permission: 'events.organise', params: doorParams }, async (ctx, { params }) =>
    redirect(`${path(await service.eventOfCode(ctx, params.code))}/door?code=${params.code}`),
  ),
];
