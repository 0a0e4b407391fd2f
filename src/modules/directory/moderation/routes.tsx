import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { mergeRoutes } from './merge/routes.tsx';
import { MatterPage } from './pages/matter.tsx';
import { CheckPage, QueuePage } from './pages/queue.tsx';
import { acceptBody, checkBody, matterParams, queueQuery, rejectBody } from './schema.ts';
import { accept, checkedRecord, markByHand, matterView, paperOf, queue, reject } from './service.ts';

const editor = { permission: 'directory.edit' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}

const matterPage = async (ctx: Ctx, id: string, sent: Sent) => (
  <MatterPage view={await matterView(ctx, id)} formKey={newId()} {...sent} />
);
const checkPage = async (ctx: Ctx, id: string, sent: Sent) => (
  <CheckPage record={await checkedRecord(ctx, id)} formKey={newId()} {...sent} />
);

/** What waits for the editors of the base, and what they do with it. */
export const moderationRoutes: readonly Route[] = [
  page('/directory/moderation', { ...editor, query: queueQuery }, async (ctx, { query }) => (
    <QueuePage {...(await queue(ctx, query))} query={query} />
  )),
  page('/directory/moderation/:id', { ...editor, params: matterParams }, (ctx, { params }) =>
    matterPage(ctx, params.id, {}),
  ),
  page('/directory/moderation/:id/paper', { ...editor, params: matterParams }, (ctx, { params }) =>
    paperOf(ctx, params.id),
  ),
  form(
    '/directory/moderation/:id/accept',
    { ...editor, params: matterParams, body: acceptBody },
    async (ctx, { params, body }) => {
      await accept(ctx, params.id, body);
      return redirect(`/directory/moderation/${params.id}`);
    },
    (ctx, { params, ...sent }) => matterPage(ctx, params.id, sent),
  ),
  form(
    '/directory/moderation/:id/reject',
    { ...editor, params: matterParams, body: rejectBody },
    async (ctx, { params, body }) => {
      await reject(ctx, params.id, body);
      return redirect(`/directory/moderation/${params.id}`);
    },
    (ctx, { params, ...sent }) => matterPage(ctx, params.id, sent),
  ),
  page('/directory/:id/check', { ...editor, params: matterParams }, (ctx, { params }) =>
    checkPage(ctx, params.id, {}),
  ),
  form(
    '/directory/:id/check',
    { ...editor, params: matterParams, body: checkBody },
    async (ctx, { params, body }) => {
      await markByHand(ctx, params.id, body.note);
      return redirect('/directory/moderation?kind=check');
    },
    (ctx, { params, ...sent }) => checkPage(ctx, params.id, sent),
  ),
  ...mergeRoutes,
];
