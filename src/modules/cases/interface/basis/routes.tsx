import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import { completeBasis, giveClause, recordBasis, recordStatutory } from '../../basis/api.ts';
import { empty, standing } from '../schema.ts';
import { standingOf } from '../service.ts';
import {
  basis,
  basisBody,
  basisParams,
  clauseBody,
  completeBody,
  consent,
  consentBody,
  consentParams,
  narrowBody,
  withdrawBody,
} from './schema.ts';
import { basisFor, consentsFor, narrow, recordAll, withdraw } from './service.ts';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P2',
  personal: true,
  params: basisParams,
} as const;
const write = {
  permission: 'case.coordinate',
  scope: 'api:cases.write',
  purpose: 'P2',
  params: basisParams,
  response: standing,
} as const;
const change = { ...write, permission: 'case.read', purpose: 'P5', params: consentParams } as const;

export const basisRoutes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/cases/:id/basis',
    { ...read, summary: 'Clauses, legal bases and what is missing before diagnosis', response: basis },
    (ctx, { params }) => basisFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/clauses',
    { ...write, summary: 'Record that the person received the information clause', body: clauseBody },
    async (ctx, { params, body }) => {
      const { version, lang, givenOn, form } = body;
      await giveClause(ctx, params.id, { clause: `${version}|${lang}`, given_on: givenOn, form });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/bases',
    { ...write, summary: 'Record on what basis an institution receives which classes', body: basisBody },
    async (ctx, { params, body }) => {
      const { institutionId, validTo, ...rest } = body;
      await recordBasis(ctx, params.id, institutionId, { ...rest, valid_to: validTo ?? '' });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/bases/statutory',
    {
      ...write,
      summary: 'Record the statutory bases of all public bodies at once',
      body: empty,
      response: standing.extend({ recorded: z.int() }),
    },
    async (ctx, { params }) => ({
      recorded: await recordStatutory(ctx, params.id),
      ...(await standingOf(ctx, params.id)),
    }),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/consents',
    { ...read, purpose: 'P5', summary: 'The ledger of consents', response: z.array(consent) },
    (ctx, { params }) => consentsFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/consents',
    {
      ...write,
      purpose: 'P5',
      summary: 'Record a consent form: one consent for each institution',
      body: consentBody,
      response: standing.extend({ consentIds: z.array(z.uuid()) }),
    },
    async (ctx, { params, body }) => ({
      consentIds: await recordAll(ctx, params.id, body),
      ...(await standingOf(ctx, params.id)),
    }),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/consents/:consentId/withdraw',
    {
      ...change,
      summary: 'Withdraw a consent; the recipient loses what rests on it at once',
      body: withdrawBody,
    },
    async (ctx, { params, body }) => {
      await withdraw(ctx, params.id, params.consentId, body.saidOn);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/consents/:consentId/narrow',
    { ...change, summary: 'Leave a consent with fewer classes', body: narrowBody },
    async (ctx, { params, body }) => {
      await narrow(ctx, params.id, params.consentId, body.classes);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/complete-basis',
    { ...write, summary: 'Lead the case to diagnosis', body: completeBody },
    async (ctx, { params, body }) => {
      await completeBasis(ctx, params.id, body.rowVersion);
      return standingOf(ctx, params.id);
    },
  ),
];
