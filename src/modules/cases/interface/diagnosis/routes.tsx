import { api, type Route } from '#kernel/http/routes.ts';
import { setConclusion, setOwnView } from '../../assessment/api.ts';
import { approveDiagnosis, startDiagnosis } from '../../diagnosis/api.ts';
import { empty, made, standing } from '../schema.ts';
import { madeIn, standingOf } from '../service.ts';
import {
  approveBody,
  conclusionBody,
  diagnosis,
  diagnosisParams,
  numberParams,
  ownViewBody,
  partsBody,
} from './schema.ts';
import { diagnosisOf, fill } from './service.ts';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P2',
  personal: true,
  response: diagnosis,
} as const;
const write = {
  permission: 'diagnosis.write',
  scope: 'api:cases.write',
  purpose: 'P2',
  params: diagnosisParams,
  response: standing,
} as const;

export const diagnosisRoutes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/cases/:id/diagnosis',
    { ...read, summary: 'The newest diagnosis', params: diagnosisParams },
    (ctx, { params }) => diagnosisOf(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/diagnosis/:number',
    { ...read, summary: 'A diagnosis by its number', params: numberParams },
    (ctx, { params }) => diagnosisOf(ctx, params.id, params.number),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/diagnosis',
    {
      ...write,
      permission: 'case.coordinate',
      summary: 'Begin a diagnosis anew; the last one is its start',
      body: empty,
      response: made,
    },
    async (ctx, { params }) => madeIn(ctx, params.id, await startDiagnosis(ctx, params.id)),
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/diagnosis/parts',
    { ...write, summary: 'Fill parts owned by the own institution', body: partsBody },
    async (ctx, { params, body }) => {
      await fill(ctx, params.id, body);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/diagnosis/own-view',
    { ...write, summary: 'What the person says of their situation and strengths', body: ownViewBody },
    async (ctx, { params, body }) => {
      const { ownView: own_view, strengths, rowVersion: _version } = body;
      await setOwnView(ctx, params.id, { own_view, strengths, _version });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/diagnosis/conclusion',
    { ...write, summary: 'The common conclusion and the meeting it was agreed at', body: conclusionBody },
    async (ctx, { params, body }) => {
      const { conclusion, meetingOn, present, rowVersion: _version } = body;
      await setConclusion(ctx, params.id, { conclusion, meeting_on: meetingOn ?? '', present, _version });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/diagnosis/approve',
    { ...write, summary: 'Approve the diagnosis for the own institution', body: approveBody },
    async (ctx, { params, body }) => {
      await approveDiagnosis(ctx, params.id, body.contentVersion);
      return standingOf(ctx, params.id);
    },
  ),
];
