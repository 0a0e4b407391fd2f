import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import {
  confirmClosing,
  recordTry,
  recordUnreachable,
  reopenCase,
  takeBackClosing,
  withdrawCase,
} from '../../outcome/api.ts';
import { empty, made, standing } from '../schema.ts';
import { madeIn, standingOf } from '../service.ts';
import {
  followUp,
  followUpBody,
  outcomeBody,
  outcomeParams,
  outcomeView,
  stageParams,
  takeBackBody,
  tryBody,
  withdrawBody,
} from './schema.ts';
import { close, follow, followUpsFor, outcomeFor } from './service.ts';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P4',
  personal: true,
  params: outcomeParams,
} as const;
const direct = {
  permission: 'case.coordinate',
  scope: 'api:cases.write',
  purpose: 'P4',
  params: outcomeParams,
  response: standing,
} as const;
const join = { ...direct, permission: 'case.read' } as const;
const stage = { ...join, params: stageParams } as const;

export const outcomeRoutes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/cases/:id/outcome',
    { ...read, summary: 'The result and the state of the closing', response: outcomeView },
    (ctx, { params }) => outcomeFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/outcome',
    {
      ...direct,
      summary: 'Record the result with its evidence; partners confirm the closing',
      body: outcomeBody,
    },
    async (ctx, { params, body }) => {
      await close(ctx, params.id, body);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/closing-confirmations',
    { ...join, summary: 'Confirm the closing for the own institution', body: empty },
    async (ctx, { params }) => {
      await confirmClosing(ctx, params.id);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/closing/take-back',
    { ...direct, summary: 'Take the closing back', body: takeBackBody },
    async (ctx, { params, body }) => {
      await takeBackClosing(ctx, params.id, body.rowVersion);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'GET',
    '/api/v1/cases/:id/follow-ups',
    { ...read, summary: 'Follow-ups F0, F3, F6, F12', response: z.array(followUp) },
    (ctx, { params }) => followUpsFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/follow-ups/:stage',
    {
      ...stage,
      summary: 'Record what became of the person',
      body: followUpBody,
      response: standing.extend({ needsHelp: z.boolean() }),
    },
    async (ctx, { params, body }) => ({
      ...(await follow(ctx, params.id, params.stage, body)),
      ...(await standingOf(ctx, params.id)),
    }),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/follow-ups/:stage/tries',
    { ...stage, summary: 'Record a try to reach the person', body: tryBody },
    async (ctx, { params, body }) => {
      await recordTry(ctx, params.id, { ...body, stage: params.stage });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/follow-ups/:stage/unreachable',
    { ...stage, summary: 'The person could not be reached, after three tries', body: empty },
    async (ctx, { params }) => {
      await recordUnreachable(ctx, params.id, params.stage);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/withdraw',
    { ...direct, summary: 'End the case on the statement of the person', body: withdrawBody },
    async (ctx, { params, body }) => {
      await withdrawCase(ctx, params.id, body);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/reopen',
    {
      ...direct,
      summary: 'A new case of the same person, linked with this one',
      body: empty,
      response: made,
    },
    async (ctx, { params }) => {
      const id = await reopenCase(ctx, params.id);
      return madeIn(ctx, id, id);
    },
  ),
];
