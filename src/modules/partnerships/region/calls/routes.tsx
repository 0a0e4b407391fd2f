import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { voivodeships } from '#modules/territory/api.ts';
import { emptyBody, idParams } from '../../schema.ts';
import { regionOf } from '../service.ts';
import { CallPage } from './pages/call.tsx';
import { CallsPage, OwnCallsPage } from './pages/calls.tsx';
import { CancelCallPage, WriteCallPage } from './pages/write.tsx';
import { callBody, callsQuery, interestBody } from './schema.ts';
import {
  callToEdit,
  callView,
  cancelCall,
  markInterest,
  ownCalls,
  publishedCalls,
  saveCall,
} from './service.ts';

const open = { permission: 'public' } as const;
const publish = { permission: 'region.publish' } as const;

const regions = async (ctx: Ctx) =>
  (await voivodeships(ctx)).map(({ code, name }) => ({ value: code ?? '', label: name ?? '' }));

const callPage = async (ctx: Ctx, id: string) => (
  <CallPage {...(await callView(ctx, id))} day={warsawDate(ctx.now)} formKey={newId()} />
);

/** Calls for projects: everybody reads them, the region writes them, partnerships say that they are interested. */
export const callRoutes = (): Route[] => [
  page('/network/calls', { ...open, query: callsQuery }, async (ctx, { query }) => (
    <CallsPage
      calls={await publishedCalls(ctx, query)}
      query={query}
      regions={await regions(ctx)}
      day={warsawDate(ctx.now)}
    />
  )),
  page('/network/calls/:id', { ...open, params: idParams }, (ctx, { params }) => callPage(ctx, params.id)),
  form(
    '/network/calls/:id/interest',
    { permission: 'partnership.manage', params: idParams, body: interestBody },
    async (ctx, { params, body }) => {
      await markInterest(ctx, params.id, body);
      return redirect(`/network/calls/${params.id}`);
    },
    (ctx, { params }) => callPage(ctx, params.id),
  ),
  page('/region/calls', { permission: 'region.view' }, async (ctx) => (
    <OwnCallsPage {...(await ownCalls(ctx))} day={warsawDate(ctx.now)} />
  )),
  page('/region/calls/new', publish, async (ctx) => {
    await regionOf(ctx);
    return <WriteCallPage call={null} formKey={newId()} />;
  }),
  form(
    '/region/calls/new',
    { ...publish, body: callBody },
    async (ctx, { body }) => redirect(`/network/calls/${await saveCall(ctx, null, body)}`),
    async (ctx, { values, errors }) => {
      await regionOf(ctx);
      return <WriteCallPage call={null} formKey={newId()} values={values} errors={errors} />;
    },
  ),
  page('/region/calls/:id/edit', { ...publish, params: idParams }, async (ctx, { params }) => (
    <WriteCallPage call={await callToEdit(ctx, params.id)} formKey={newId()} />
  )),
  form(
    '/region/calls/:id/edit',
    { ...publish, params: idParams, body: callBody },
    async (ctx, { params, body }) => redirect(`/network/calls/${await saveCall(ctx, params.id, body)}`),
    async (ctx, { params, values, errors }) => (
      <WriteCallPage
        call={await callToEdit(ctx, params.id)}
        formKey={newId()}
        values={values}
        errors={errors}
      />
    ),
  ),
  page('/region/calls/:id/cancel', { ...publish, params: idParams }, async (ctx, { params }) => (
    <CancelCallPage call={await callToEdit(ctx, params.id)} formKey={newId()} />
  )),
  form(
    '/region/calls/:id/cancel',
    { ...publish, params: idParams, body: emptyBody },
    async (ctx, { params }) => {
      await cancelCall(ctx, params.id);
      return redirect(`/network/calls/${params.id}`);
    },
  ),
];
