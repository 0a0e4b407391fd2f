import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import {
  confirmWarning,
  recordPaperSignature,
  saveInstrument,
  setProgress,
  signPlan,
  startSigning,
  withdrawSigning,
} from '../../../plan/api.ts';
import { empty, made, standing } from '../../schema.ts';
import { madeIn, standingOf } from '../../service.ts';
import {
  confirmBody,
  instrument,
  instrumentBody,
  instrumentChange,
  instrumentParams,
  lineageParams,
  paperBody,
  planParams,
  progressBody,
  signingBody,
} from '../schema.ts';
import { instrumentsFor } from '../service.ts';

const write = {
  permission: 'plan.write',
  scope: 'api:cases.write',
  purpose: 'P3',
  params: planParams,
  response: standing,
} as const;
const sign = { ...write, permission: 'plan.sign' } as const;

/** What follows the writing of a plan: warnings, signatures, progress, linked instruments. */
export const signingRoutes: readonly Route[] = [
  api(
    'POST',
    '/api/v1/cases/:id/plan/warnings/confirm',
    { ...sign, summary: 'Confirm a warning by its key', body: confirmBody },
    async (ctx, { params, body }) => {
      await confirmWarning(ctx, params.id, body.key);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/start-signing',
    { ...sign, summary: 'Fix the text and open the signing', body: signingBody },
    async (ctx, { params, body }) => {
      await startSigning(ctx, params.id, body.rowVersion);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/withdraw-signing',
    { ...sign, summary: 'Take the signing back; signatures given no longer count', body: empty },
    async (ctx, { params }) => {
      await withdrawSigning(ctx, params.id);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/signatures',
    {
      ...sign,
      summary: 'Sign for the own institution, and as coordinator where the worker is one',
      body: empty,
    },
    async (ctx, { params }) => {
      await signPlan(ctx, params.id);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/paper-signatures',
    { ...sign, summary: 'Record that the person or the guardian signed on paper', body: paperBody },
    async (ctx, { params, body }) => {
      await recordPaperSignature(ctx, params.id, body);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/plan/progress/:lineageId',
    {
      ...write,
      permission: 'case.read',
      summary: 'Say how far an item of the plan in force is',
      params: lineageParams,
      body: progressBody,
    },
    async (ctx, { params, body }) => {
      const { state, reason, rowVersion: version } = body;
      await setProgress(ctx, params.id, params.lineageId, { state, reason, version });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'GET',
    '/api/v1/cases/:id/plan/instruments',
    {
      permission: 'case.read',
      scope: 'api:cases.read',
      purpose: 'P3',
      personal: true,
      params: planParams,
      summary: 'Instruments of law that live in the offices’ own systems: numbers and dates',
      response: z.array(instrument),
    },
    (ctx, { params }) => instrumentsFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/instruments',
    { ...write, summary: 'Link an instrument', body: instrumentBody, response: made },
    async (ctx, { params, body }) => madeIn(ctx, params.id, await saveInstrument(ctx, params.id, body)),
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/plan/instruments/:instrumentId',
    { ...write, summary: 'Change a linked instrument', params: instrumentParams, body: instrumentChange },
    async (ctx, { params, body }) => {
      const { rowVersion: version, ...fields } = body;
      await saveInstrument(ctx, params.id, fields, { id: params.instrumentId, version });
      return standingOf(ctx, params.id);
    },
  ),
];
