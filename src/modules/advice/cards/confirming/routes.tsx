import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { ConfirmCardPage } from './pages/confirm.tsx';
import { answerBody, tokenParams } from './schema.ts';
import { answerCard, linked } from './service.ts';

const open = { permission: 'public', personal: true, params: tokenParams } as const;

/** Where whoever was advised reads the card and answers, without an account. */
export const confirmingRoutes: readonly Route[] = [
  page('/advice/card/:token', open, async (ctx, { params: { token } }) => (
    <ConfirmCardPage card={await linked(ctx, token)} token={token} />
  )),
  form(
    '/advice/card/:token',
    { ...open, body: answerBody },
    async (ctx, { params, body }) => {
      await answerCard(ctx, params.token, body);
      return redirect(`/advice/card/${params.token}`);
    },
    async (ctx, { params: { token }, values, errors }) => (
      <ConfirmCardPage card={await linked(ctx, token)} token={token} values={values} errors={errors} />
    ),
  ),
];
