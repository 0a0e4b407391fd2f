import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import {
  acceptReferral,
  answerQuestion,
  askBack,
  declineReferral,
  takeReferral,
  withdrawReferral,
} from '../../referral/api.ts';
import {
  acceptBody,
  accepted,
  after,
  answerBody,
  candidate,
  declineBody,
  inviteBody,
  questionBody,
  referBody,
  referral,
  referralPage,
  referralParams,
  referralsQuery,
  searchBody,
  sent,
  takeBody,
  withdrawBody,
} from './schema.ts';
import { invite, pageOfReferrals, refer, referralAfter, referralOf, searchPeople } from './service.ts';

const read = { permission: 'case.read', scope: 'api:referrals.read', purpose: 'P1', personal: true } as const;
const send = { permission: 'case.refer', scope: 'api:referrals.write', purpose: 'P1' } as const;
const answer = {
  permission: 'referral.answer',
  scope: 'api:referrals.write',
  purpose: 'P1',
  params: referralParams,
  response: after,
} as const;

export const referralRoutes: readonly Route[] = [
  api(
    'POST',
    '/api/v1/people/search',
    {
      ...send,
      personal: true,
      summary: 'Who this may be: similar people of the partnership, before a new one is registered',
      body: searchBody,
      response: z.array(candidate),
    },
    (ctx, { body }) => searchPeople(ctx, body),
  ),
  api(
    'POST',
    '/api/v1/referrals',
    {
      ...send,
      summary: 'Refer a person: opens the case and sends the packet',
      body: referBody,
      response: sent,
    },
    (ctx, { body }) => refer(ctx, body),
  ),
  api(
    'GET',
    '/api/v1/referrals',
    { ...read, summary: 'Referrals received or sent', query: referralsQuery, response: referralPage },
    (ctx, { query }) => pageOfReferrals(ctx, query),
  ),
  api(
    'GET',
    '/api/v1/referrals/:id',
    { ...read, summary: 'A referral with what was sent', params: referralParams, response: referral },
    (ctx, { params }) => referralOf(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/referrals/:id/take',
    { ...answer, summary: 'Take a referral to consider', body: takeBody },
    async (ctx, { params, body }) => {
      await takeReferral(ctx, params.id, body.rowVersion);
      return referralAfter(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/referrals/:id/accept',
    { ...answer, summary: 'Accept a referral', body: acceptBody, response: accepted },
    async (ctx, { params, body }) => ({
      caseId: await acceptReferral(ctx, {
        referralId: params.id,
        version: body.rowVersion,
        coordinatorId: body.coordinatorId,
        basisCode: body.basis,
      }),
    }),
  ),
  api(
    'POST',
    '/api/v1/referrals/:id/decline',
    { ...answer, summary: 'Decline a referral, with a reason of the dictionary decline', body: declineBody },
    async (ctx, { params, body }) => {
      const { rowVersion: version, code, note } = body;
      await declineReferral(ctx, { referralId: params.id, version, code, note });
      return referralAfter(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/referrals/:id/question',
    { ...answer, summary: 'Ask the sender back', body: questionBody },
    async (ctx, { params, body }) => {
      await askBack(ctx, params.id, body.question, body.rowVersion);
      return referralAfter(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/referrals/:id/answer',
    { ...send, summary: 'Answer the question', params: referralParams, body: answerBody, response: after },
    async (ctx, { params, body }) => {
      await answerQuestion(ctx, params.id, body.answer, body.rowVersion);
      return referralAfter(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/referrals/:id/withdraw',
    { ...send, summary: 'Take a referral back', params: referralParams, body: withdrawBody, response: after },
    async (ctx, { params, body }) => {
      await withdrawReferral(ctx, { referralId: params.id, version: body.rowVersion, code: body.code });
      return referralAfter(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/referrals',
    {
      ...send,
      summary: 'Invite a further institution to a case under way',
      params: referralParams,
      body: inviteBody,
      response: sent,
    },
    (ctx, { params, body }) => invite(ctx, params.id, body),
  ),
];
