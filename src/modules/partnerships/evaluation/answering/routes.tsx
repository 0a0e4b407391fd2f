import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { AnswerPage, EnterPage, ThanksPage, UsedPage } from './pages/answer.tsx';
import { answerBody, enterBody, tokenParams } from './schema.ts';
import { answer, enteredCode, openedBy } from './service.ts';

const open = { permission: 'public' } as const;

/**
 * Answers without an account. No form here has a key: a stored double-submit answer would keep the path, and with it the
 * code. Nothing is written into the access record either.
 */
export const answeringRoutes: Route[] = [
  page('/evaluation', open, async () => <EnterPage />),
  form(
    '/evaluation',
    { ...open, body: enterBody },
    async (ctx, { body }) => redirect(`/evaluation/${await enteredCode(ctx, body.code)}`),
    async (_, { values, errors }) => <EnterPage values={values} errors={errors} />,
  ),
  page('/evaluation/thanks', open, async () => <ThanksPage />),
  page('/evaluation/:token', { ...open, params: tokenParams }, async (ctx, { params }) => {
    const opened = await openedBy(ctx, params.token);
    return opened ? <AnswerPage opened={opened} code={params.token} /> : <UsedPage />;
  }),
  form(
    '/evaluation/:token',
    { ...open, params: tokenParams, body: answerBody },
    async (ctx, { params, body, values }) => {
      await answer(ctx, params.token, body, values);
      return redirect('/evaluation/thanks');
    },
    async (ctx, { params, values, errors }) => {
      const opened = await openedBy(ctx, params.token);
      return opened ? (
        <AnswerPage opened={opened} code={params.token} values={values} errors={errors} />
      ) : (
        <UsedPage />
      );
    },
  ),
];
