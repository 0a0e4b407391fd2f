import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import {
  access,
  caseDetail,
  casePage,
  casesQuery,
  dictionaryParams,
  event,
  overviewParams,
  personOfCase,
  term,
} from './schema.ts';
import { accessOf, caseOf, dictionary, pageOfCases, personOf, timelineOf } from './service.ts';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P3',
  personal: true,
} as const;
const one = { ...read, params: overviewParams } as const;

export const overviewRoutes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/dictionaries/:name',
    {
      permission: 'case.read',
      summary: 'A dictionary: need, service, financing, outcome …, in force today',
      params: dictionaryParams,
      response: z.array(term),
    },
    (ctx, { params }) => dictionary(ctx, params.name),
  ),
  api(
    'GET',
    '/api/v1/cases',
    {
      ...read,
      summary: 'The cases of the worker, newest first, page by page',
      query: casesQuery,
      response: casePage,
    },
    (ctx, { query }) => pageOfCases(ctx, query),
  ),
  api(
    'GET',
    '/api/v1/cases/:id',
    { ...one, summary: 'A case: state, what it waits for, team', response: caseDetail },
    (ctx, { params }) => caseOf(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/timeline',
    { ...one, summary: 'What happened in a case, newest first', response: z.array(event) },
    (ctx, { params }) => timelineOf(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/person',
    { ...one, summary: 'The person of a case, as far as the caller may know them', response: personOfCase },
    (ctx, { params }) => personOf(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/access',
    { ...one, purpose: 'P5', summary: 'Who sees what of a case, on what basis', response: access },
    (ctx, { params }) => accessOf(ctx, params.id),
  ),
];
