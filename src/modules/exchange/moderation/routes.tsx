import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { commentPath, type ExchangeHost, idParams } from '../schema.ts';
import { holdVisitor } from '../service.ts';
import { MatterPage } from './pages/matter.tsx';
import { QueuePage } from './pages/queue.tsx';
import { RulesPage, ToldPage } from './pages/told.tsx';
import { appealBody, decideBody, judgeBody, queueQuery } from './schema.ts';
import { appeal, decide, figures, judge, matter, queue, told } from './service.ts';

const open = { permission: 'public' } as const;
const moderator = { permission: 'exchange.moderate' } as const;

/** The rules and their numbers; what a moderator decides; what the author is told and may answer. */
export const moderationRoutes = (host: ExchangeHost): readonly Route[] => [
  page('/comments/rules', open, async (ctx) => <RulesPage {...(await figures(ctx))} />),
  page('/moderation/comments', { ...moderator, query: queueQuery }, async (ctx, { query }) => (
    <QueuePage {...(await queue(ctx, query))} query={query} />
  )),
  page('/moderation/comments/:id', { ...moderator, params: idParams }, async (ctx, { params }) => (
    <MatterPage matter={await matter(ctx, host, params.id)} />
  )),
  form(
    '/moderation/comments/:id/decide',
    { ...moderator, params: idParams, body: decideBody },
    async (ctx, { params, body }) => {
      await decide(ctx, host, params.id, body);
      return redirect(`/moderation/comments/${params.id}`);
    },
    async (ctx, { params, values, errors }) => (
      <MatterPage matter={await matter(ctx, host, params.id)} values={values} errors={errors} />
    ),
  ),
  form(
    '/moderation/comments/:id/judge',
    { ...moderator, params: idParams, body: judgeBody },
    async (ctx, { params, body }) => {
      await judge(ctx, host, params.id, body);
      return redirect(`/moderation/comments/${params.id}`);
    },
    async (ctx, { params, values, errors }) => (
      <MatterPage matter={await matter(ctx, host, params.id)} values={values} errors={errors} />
    ),
  ),
  page('/comments/:id/decision', { ...open, params: idParams }, async (ctx, { params }) => {
    await holdVisitor(ctx);
    return <ToldPage told={await told(ctx, host, params.id)} />;
  }),
  form(
    '/comments/:id/appeal',
    { ...open, params: idParams, body: appealBody },
    async (ctx, { params, body }) => {
      await holdVisitor(ctx);
      await appeal(ctx, host, params.id, body.body);
      return redirect(`${commentPath(params.id)}?done=appealed`);
    },
    async (ctx, { params, values, errors }) => {
      await holdVisitor(ctx);
      return <ToldPage told={await told(ctx, host, params.id)} values={values} errors={errors} />;
    },
  ),
];
