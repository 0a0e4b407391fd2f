import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import { recordReview, resumeCase, suspendCase } from '../../review/api.ts';
import { made, standing } from '../schema.ts';
import { madeIn, standingOf } from '../service.ts';
import { resumeBody, review, reviewBody, reviewParams, suspendBody, suspension } from './schema.ts';
import { reviewsFor, suspensionsFor } from './service.ts';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P4',
  personal: true,
  params: reviewParams,
} as const;
const write = { scope: 'api:cases.write', purpose: 'P4', params: reviewParams } as const;
const direct = { ...write, permission: 'case.coordinate', response: standing } as const;

export const reviewRoutes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/cases/:id/reviews',
    { ...read, summary: 'Reviews with their findings, newest first', response: z.array(review) },
    (ctx, { params }) => reviewsFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/reviews',
    {
      ...write,
      permission: 'review.record',
      summary: 'Record a review and act on its decision',
      body: reviewBody,
      response: made,
    },
    async (ctx, { params, body }) => {
      const { rowVersion: version, ...found } = body;
      return madeIn(ctx, params.id, (await recordReview(ctx, params.id, { ...found, version })).id);
    },
  ),
  api(
    'GET',
    '/api/v1/cases/:id/suspensions',
    { ...read, summary: 'When the case rested', response: z.array(suspension) },
    (ctx, { params }) => suspensionsFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/suspend',
    { ...direct, summary: 'Suspend the case until a day', body: suspendBody },
    async (ctx, { params, body }) => {
      const { rowVersion: version, ...rest } = body;
      await suspendCase(ctx, params.id, { ...rest, version });
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/resume',
    { ...direct, summary: 'Resume the case', body: resumeBody },
    async (ctx, { params, body }) => {
      await resumeCase(ctx, params.id, { resumedOn: body.resumedOn, version: body.rowVersion });
      return standingOf(ctx, params.id);
    },
  ),
];
