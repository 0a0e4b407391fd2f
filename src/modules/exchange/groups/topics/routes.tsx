import type { Ctx } from '#kernel/context.ts';
import type { FieldError } from '#kernel/errors.ts';
import { acceptOf, FILE_KINDS } from '#kernel/files/kinds.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { type ExchangeHost, pageQuery } from '../../schema.ts';
import { groupQuery, idParams } from '../schema.ts';
import { groupOf } from '../service.ts';
import { AskPage } from './pages/ask.tsx';
import { GroupPage } from './pages/group.tsx';
import { TopicPage } from './pages/topic.tsx';
import { arrangeBody, askBody, fileParams, pollBody, topicPath, voteBody } from './schema.ts';
import { arrange, ask, fileOf, topics, topicView, vote } from './service.ts';

const work = { permission: 'work' } as const;
interface Sent {
  readonly values?: FormValues;
  readonly errors?: readonly FieldError[];
}
const askPage = async (ctx: Ctx, id: string, kind: 'question' | 'poll', sent: Sent) => (
  <AskPage
    group={await groupOf(ctx, id)}
    kind={kind}
    accept={acceptOf(FILE_KINDS)}
    formKey={newId()}
    {...sent}
  />
);

/** What is asked in groups, answered, voted on. Words come before `/groups/:id`. */
export const topicRoutes = (host: ExchangeHost): readonly Route[] => [
  page(
    '/groups/topics/:id',
    { ...work, params: idParams, query: pageQuery },
    async (ctx, { params, query }) => <TopicPage topic={await topicView(ctx, host, params.id, query)} />,
  ),
  form(
    '/groups/topics/:id/arrange',
    { ...work, params: idParams, body: arrangeBody },
    async (ctx, { params, body }) => {
      await arrange(ctx, params.id, body.what, body.answer);
      return redirect(topicPath(params.id));
    },
  ),
  form(
    '/groups/topics/:id/vote',
    { ...work, params: idParams, body: voteBody },
    async (ctx, { params, body }) => {
      await vote(ctx, params.id, body.option);
      return redirect(topicPath(params.id));
    },
    async (ctx, { params, errors }) => (
      <TopicPage topic={await topicView(ctx, host, params.id, {})} errors={errors} />
    ),
  ),
  page('/comments/:id/files/:file', { ...work, params: fileParams }, (ctx, { params }) =>
    fileOf(ctx, params.id, params.file),
  ),
  page('/groups/:id', { ...work, params: idParams, query: groupQuery }, async (ctx, { params, query }) => (
    <GroupPage {...(await topics(ctx, params.id, query))} query={query} />
  )),
  page('/groups/:id/ask', { ...work, params: idParams }, (ctx, { params }) =>
    askPage(ctx, params.id, 'question', {}),
  ),
  form(
    '/groups/:id/ask',
    { ...work, params: idParams, body: askBody },
    async (ctx, { params, body, values }) =>
      redirect(topicPath(await ask(ctx, host, params.id, body, values.file))),
    (ctx, { params, ...sent }) => askPage(ctx, params.id, 'question', sent),
  ),
  page('/groups/:id/poll', { ...work, params: idParams }, (ctx, { params }) =>
    askPage(ctx, params.id, 'poll', {}),
  ),
  form(
    '/groups/:id/poll',
    { ...work, params: idParams, body: pollBody },
    async (ctx, { params, body }) => redirect(topicPath(await ask(ctx, host, params.id, body, null))),
    (ctx, { params, ...sent }) => askPage(ctx, params.id, 'poll', sent),
  ),
];
