import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { AskNetworkPage, PracticePage, QuestionsPage } from './pages/questions.tsx';
import { practiceBody, questionBody, questionsQuery, topicParams } from './schema.ts';
import { askNetwork, askView, linkPractice, practices, questions } from './service.ts';

const work = { permission: 'work' } as const;

async function question(ctx: Ctx, topic: string) {
  const found = (await questions(ctx, '')).find(({ topicId }) => topicId === topic);
  if (!found?.links) throw notFound();
  return { question: found, practices: await practices(ctx) };
}

/** Questions to the network: asked and answered in groups, gathered here by subject. */
export const questionRoutes = (): Route[] => [
  page('/network/questions', { ...work, query: questionsQuery }, async (ctx, { query }) => (
    <QuestionsPage
      questions={await questions(ctx, query.term)}
      terms={(await askView(ctx)).terms}
      term={query.term}
    />
  )),
  page('/network/questions/new', work, async (ctx) => (
    <AskNetworkPage {...(await askView(ctx))} formKey={newId()} />
  )),
  form(
    '/network/questions/new',
    { ...work, body: questionBody },
    async (ctx, { body }) => redirect(`/groups/topics/${await askNetwork(ctx, body)}`),
    async (ctx, { values, errors }) => (
      <AskNetworkPage {...(await askView(ctx))} formKey={newId()} values={values} errors={errors} />
    ),
  ),
  page('/network/questions/:topic/practice', { ...work, params: topicParams }, async (ctx, { params }) => (
    <PracticePage {...(await question(ctx, params.topic))} formKey={newId()} />
  )),
  form(
    '/network/questions/:topic/practice',
    { ...work, params: topicParams, body: practiceBody },
    async (ctx, { params, body }) => {
      await linkPractice(ctx, params.topic, body.practice);
      return redirect('/network/questions');
    },
    async (ctx, { params, values, errors }) => (
      <PracticePage
        {...(await question(ctx, params.topic))}
        formKey={newId()}
        values={values}
        errors={errors}
      />
    ),
  ),
];
