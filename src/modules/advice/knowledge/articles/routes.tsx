import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { questionOf } from '../../service.ts';
import { handOver, takeBack } from './handing/service.ts';
import { listArticles } from './listing/service.ts';
import { ArticlePage } from './pages/article.tsx';
import { ArticlesPage, BeginPage } from './pages/list.tsx';
import { articleBody, decideBody, emptyBody, idParams } from './schema.ts';
import { begin, decide, ofQuestion, openArticle, openFindings, saveArticle } from './service.ts';

const adviser = { permission: 'advice.answer', personal: true } as const;
const one = { ...adviser, params: idParams } as const;
const to = (id: string) => redirect(`/advice/knowledge/${id}`);

async function articlePage(
  ctx: Ctx,
  id: string,
  sent: {
    values?: Record<string, unknown>;
    errors?: readonly { field: string; message: string }[];
    now?: Record<string, unknown>;
  } = {},
) {
  const view = await openArticle(ctx, id);
  const { article } = view;
  const shown = (day: string | null) => (day === null ? '' : formatDate(day, ctx.lang));
  const acts = Object.fromEntries(
    article.acts.flatMap(({ act, articles }, i) => [
      [`act_${i + 1}`, act],
      [`articles_${i + 1}`, articles],
    ]),
  );
  return (
    <ArticlePage
      view={view}
      keys={{ write: newId(), decide: newId(), again: newId() }}
      values={
        sent.values && 'body' in sent.values
          ? sent.values
          : {
              ...article,
              ...acts,
              legal_state_on: shown(article.legalStateOn),
              review_by: shown(article.reviewBy),
              theme: article.theme ?? '',
            }
      }
      errors={sent.errors}
      {...(sent.now && { now: sent.now })}
    />
  );
}

/** From an answer to a public article. */
export const articleRoutes: readonly Route[] = [
  page('/advice/knowledge', adviser, async (ctx) => <ArticlesPage lines={await listArticles(ctx)} />),
  page('/advice/knowledge/questions/:id', one, async (ctx, { params }) => {
    const question = await questionOf(ctx, params.id);
    const there = await ofQuestion(ctx, question.id);
    await record(ctx, { action: 'view', objectType: 'question', objectId: question.id, classes: ['D1'] });
    return there ? to(there.id) : <BeginPage questionId={question.id} formKey={newId()} />;
  }),
  form('/advice/knowledge/questions/:id', { ...one, body: emptyBody }, async (ctx, { params }) =>
    to(await begin(ctx, params.id)),
  ),
  page('/advice/knowledge/:id', one, (ctx, { params }) => articlePage(ctx, params.id)),
  form(
    '/advice/knowledge/:id',
    { ...one, body: articleBody },
    async (ctx, { params, body }) => {
      await saveArticle(ctx, params.id, body);
      if (body.step !== 'hand') return to(params.id);
      // What was found only now is decided first; it stands in the list then.
      if ((await openFindings(ctx, params.id)) > 0)
        return redirect(`/advice/knowledge/${params.id}#findings`);
      await handOver(ctx, params.id);
      return to(params.id);
    },
    (ctx, { params, values, errors, current }) =>
      articlePage(ctx, params.id, { values, errors, ...(current && { now: { ...current } }) }),
  ),
  form(
    '/advice/knowledge/:id/decide',
    { ...one, body: decideBody },
    async (ctx, { params, values }) => {
      const text = (name: string) => (typeof values[name] === 'string' ? values[name] : '');
      const chosen = Object.keys(values)
        .filter((name) => name.startsWith('d.'))
        .map(
          (name) => [name.slice(2), { decision: text(name), reason: text(`r.${name.slice(2)}`) }] as const,
        );
      await decide(ctx, params.id, new Map(chosen));
      return redirect(`/advice/knowledge/${params.id}#findings`);
    },
    (ctx, { params, errors }) => articlePage(ctx, params.id, { errors }),
  ),
  form('/advice/knowledge/:id/again', { ...one, body: emptyBody }, async (ctx, { params }) => {
    await takeBack(ctx, params.id);
    return to(params.id);
  }),
];
