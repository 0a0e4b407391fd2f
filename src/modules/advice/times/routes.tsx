import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { ledDesk, topicOptions } from '../setup/api.ts';
import { RulesPage } from './pages/rules.tsx';
import { deskParams, emptyBody, questionParams, ruleBody, ruleParams } from './schema.ts';
import { addRule, endRule, rulesOf, startWaiting, stopWaiting } from './service.ts';

const one = { permission: 'work', params: deskParams } as const;
const question = { permission: 'advice.answer', params: questionParams, body: emptyBody } as const;
const RULES = '/advice/desk/settings/:desk/times';

async function rulesPage(
  ctx: Ctx,
  id: string,
  { values, errors }: Partial<Pick<Rejected<unknown>, 'values' | 'errors'>> = {},
) {
  const desk = await ledDesk(ctx, id);
  return (
    <RulesPage
      desk={desk}
      rules={await rulesOf(ctx, id)}
      topics={await topicOptions(ctx)}
      formKey={newId()}
      values={values}
      errors={errors}
    />
  );
}

/** The times of a desk, and whether those of a question run. */
export const timesRoutes: readonly Route[] = [
  page(RULES, one, (ctx, { params }) => rulesPage(ctx, params.desk)),
  form(
    RULES,
    { ...one, body: ruleBody },
    async (ctx, { params, body }) => {
      await addRule(ctx, params.desk, body);
      return redirect(`/advice/desk/settings/${params.desk}/times`);
    },
    (ctx, again) => rulesPage(ctx, again.params.desk, again),
  ),
  form(
    `${RULES}/:rule/end`,
    { permission: 'work', params: ruleParams, body: emptyBody },
    async (ctx, { params }) => {
      await endRule(ctx, params.desk, params.rule);
      return redirect(`/advice/desk/settings/${params.desk}/times`);
    },
  ),
  form('/advice/desk/questions/:id/wait', question, async (ctx, { params }) => {
    await startWaiting(ctx, params.id);
    return redirect(`/advice/desk/questions/${params.id}`);
  }),
  form('/advice/desk/questions/:id/go-on', question, async (ctx, { params }) => {
    await stopWaiting(ctx, params.id);
    return redirect(`/advice/desk/questions/${params.id}`);
  }),
];
