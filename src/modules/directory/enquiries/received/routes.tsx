import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { listQuery } from '../bought/schema.ts';
import { keyParams } from '../schema.ts';
import type { Sent } from './pages/forms.tsx';
import { ReceivedListPage } from './pages/list.tsx';
import { ReceivedPage } from './pages/received.tsx';
import { abuseBody, askBody, declineBody, quoteBody } from './schema.ts';
import { ask, decline, quote, receivedList, receivedView, refuseSender } from './service.ts';

const open = { permission: 'public', params: keyParams } as const;

const received = async (ctx: Ctx, key: string, sent?: Sent) => (
  <ReceivedPage view={await receivedView(ctx, key)} sent={sent} questionId={newId()} />
);
const back = (key: string) => redirect(`/enquiries/received/${key}`);
const again =
  (name: Sent['form']) =>
  (
    ctx: Ctx,
    given: { params: { key: string }; values: FormValues; errors: readonly FieldError[] },
  ): Promise<unknown> =>
    received(ctx, given.params.key, { form: name, values: given.values, errors: given.errors });

/** The word `received` stands before `/enquiries/:key`. */
export const receivedRoutes: readonly Route[] = [
  page('/enquiries/received', { permission: 'work', query: listQuery }, async (ctx, { query }) => (
    <ReceivedListPage {...(await receivedList(ctx, query.page))} page={query.page} />
  )),
  page('/enquiries/received/:key', open, (ctx, { params }) => received(ctx, params.key)),
  form(
    '/enquiries/received/:key/quote',
    { ...open, body: quoteBody },
    async (ctx, { params, body }) => {
      await quote(ctx, params.key, body);
      return back(params.key);
    },
    again('quote'),
  ),
  form(
    '/enquiries/received/:key/decline',
    { ...open, body: declineBody },
    async (ctx, { params, body }) => {
      await decline(ctx, params.key, body);
      return back(params.key);
    },
    again('decline'),
  ),
  form(
    '/enquiries/received/:key/ask',
    { ...open, body: askBody },
    async (ctx, { params, body }) => {
      await ask(ctx, params.key, body);
      return back(params.key);
    },
    again('ask'),
  ),
  form(
    '/enquiries/received/:key/abuse',
    { ...open, body: abuseBody },
    async (ctx, { params, body }) => {
      await refuseSender(ctx, params.key, body);
      return back(params.key);
    },
    again('abuse'),
  ),
];
