import type { Ctx } from '#kernel/context.ts';
import { form, page, type Rejected, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { terms } from '../../service.ts';
import { ReferralPage } from '../pages/referral.tsx';
import { referralParams, takeBody } from '../schema.ts';
import { referralView } from '../show/service.ts';
import { AskPage, DeclinePage, WithdrawPage } from './pages/answers.tsx';
import { acceptBody, answerBody, askBody, declineBody, withdrawBody } from './schema.ts';
import {
  acceptReferral,
  answerQuestion,
  askBack,
  declineReferral,
  openFor,
  takeReferral,
  withdrawReferral,
} from './service.ts';

const answer = {
  permission: 'referral.answer',
  purpose: 'P1',
  personal: true,
  params: referralParams,
} as const;
const send = { permission: 'case.refer', purpose: 'P1', personal: true, params: referralParams } as const;

type Again = Rejected<{ id: string }>;

const back = (at: 'accept' | 'answer' | undefined) => async (ctx: Ctx, a: Again) => (
  <ReferralPage
    view={await referralView(ctx, a.params.id)}
    failedAt={at}
    values={a.values}
    errors={a.errors}
  />
);
const declinePage = async (ctx: Ctx, id: string, a?: Again) => (
  <DeclinePage
    referral={await openFor(ctx, id, 'decline')}
    formKey={newId()}
    reasons={await terms(ctx, 'decline')}
    values={a?.values}
    errors={a?.errors}
  />
);
const askPage = async (ctx: Ctx, id: string, a?: Again) => (
  <AskPage referral={await openFor(ctx, id, 'ask')} formKey={newId()} values={a?.values} errors={a?.errors} />
);
const withdrawPage = async (ctx: Ctx, id: string, a?: Again) => (
  <WithdrawPage
    referral={await openFor(ctx, id, 'withdraw')}
    formKey={newId()}
    reasons={await terms(ctx, 'withdrawal')}
    values={a?.values}
    errors={a?.errors}
  />
);

export const answerRoutes: readonly Route[] = [
  form(
    '/referrals/:id/take',
    { ...answer, body: takeBody },
    async (ctx, { params, body }) => {
      await takeReferral(ctx, params.id, body._version);
      return redirect(`/referrals/${params.id}`);
    },
    back(undefined),
  ),
  form(
    '/referrals/:id/accept',
    { ...answer, body: acceptBody },
    async (ctx, { params, body }) => {
      const caseId = await acceptReferral(ctx, {
        referralId: params.id,
        version: body._version,
        coordinatorId: body.coordinator || undefined,
        basisCode: body.basis || undefined,
      });
      return redirect(`/cases/${caseId}`);
    },
    back('accept'),
  ),
  page('/referrals/:id/decline', answer, (ctx, { params }) => declinePage(ctx, params.id)),
  form(
    '/referrals/:id/decline',
    { ...answer, body: declineBody },
    async (ctx, { params, body }) => {
      await declineReferral(ctx, {
        referralId: params.id,
        version: body._version,
        code: body.code,
        note: body.note,
      });
      // The recipient sees nothing of it any more, so it goes back to its list.
      return redirect('/referrals');
    },
    (ctx, a) => declinePage(ctx, a.params.id, a),
  ),
  page('/referrals/:id/ask', answer, (ctx, { params }) => askPage(ctx, params.id)),
  form(
    '/referrals/:id/ask',
    { ...answer, body: askBody },
    async (ctx, { params, body }) => {
      await askBack(ctx, params.id, body.question, body._version);
      return redirect(`/referrals/${params.id}`);
    },
    (ctx, a) => askPage(ctx, a.params.id, a),
  ),
  form(
    '/referrals/:id/answer',
    { ...send, body: answerBody },
    async (ctx, { params, body }) => {
      await answerQuestion(ctx, params.id, body.answer, body._version);
      return redirect(`/referrals/${params.id}`);
    },
    back('answer'),
  ),
  page('/referrals/:id/withdraw', send, (ctx, { params }) => withdrawPage(ctx, params.id)),
  form(
    '/referrals/:id/withdraw',
    { ...send, body: withdrawBody },
    async (ctx, { params, body }) => {
      await withdrawReferral(ctx, { referralId: params.id, version: body._version, code: body.code });
      return redirect(`/referrals/${params.id}`);
    },
    (ctx, a) => withdrawPage(ctx, a.params.id, a),
  ),
];
