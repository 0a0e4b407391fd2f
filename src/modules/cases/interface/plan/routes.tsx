import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import {
  abandonPlan,
  addGoal,
  addItem,
  changePlan,
  createPlan,
  editGoal,
  editItem,
  removeGoal,
  removeItem,
  setArrangements,
} from '../../plan/api.ts';
import { empty, made, standing } from '../schema.ts';
import { madeIn, standingOf } from '../service.ts';
import {
  arrangementsBody,
  goalBody,
  goalChange,
  goalParams,
  itemBody,
  itemChange,
  itemParams,
  plan,
  planParams,
  planView,
  readinessView,
  versionLine,
  versionParams,
} from './schema.ts';
import { arrangements, newItem, planFor, readinessFor, versionFor, versionsFor } from './service.ts';
import { signingRoutes } from './signing/routes.tsx';

const read = {
  permission: 'case.read',
  scope: 'api:cases.read',
  purpose: 'P3',
  personal: true,
  params: planParams,
} as const;
const write = {
  permission: 'plan.write',
  scope: 'api:cases.write',
  purpose: 'P3',
  params: planParams,
  response: standing,
} as const;
const making = { ...write, response: made } as const;

export const planRoutes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/cases/:id/plan',
    { ...read, summary: 'The plan in force and the version being written', response: planView },
    (ctx, { params }) => planFor(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/plan/versions',
    { ...read, summary: 'Versions of the plan', response: z.array(versionLine) },
    (ctx, { params }) => versionsFor(ctx, params.id),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/plan/versions/:version',
    { ...read, summary: 'One version of the plan', params: versionParams, response: plan },
    (ctx, { params }) => versionFor(ctx, params.id, params.version),
  ),
  api(
    'GET',
    '/api/v1/cases/:id/plan/readiness',
    {
      ...read,
      summary: 'Warnings, and what is missing before the plan can be signed',
      response: readinessView,
    },
    (ctx, { params }) => readinessFor(ctx, params.id),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan',
    { ...making, summary: 'Begin the plan, or give the version already begun', body: empty },
    async (ctx, { params }) => madeIn(ctx, params.id, await createPlan(ctx, params.id)),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/change',
    { ...making, summary: 'Begin a next version of the plan in force', body: empty },
    async (ctx, { params }) => madeIn(ctx, params.id, await changePlan(ctx, params.id)),
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/abandon',
    { ...write, summary: 'Give up the version being written', body: empty },
    async (ctx, { params }) => {
      await abandonPlan(ctx, params.id);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/goals',
    { ...making, summary: 'Add a goal', body: goalBody },
    async (ctx, { params, body }) => madeIn(ctx, params.id, await addGoal(ctx, params.id, body)),
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/plan/goals/:goalId',
    { ...write, summary: 'Change a goal', params: goalParams, body: goalChange },
    async (ctx, { params, body }) => {
      await editGoal(ctx, params.id, params.goalId, body.rowVersion, body);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'DELETE',
    '/api/v1/cases/:id/plan/goals/:goalId',
    { ...write, summary: 'Take a goal and its items out of the draft', params: goalParams },
    async (ctx, { params }) => {
      await removeGoal(ctx, params.id, params.goalId);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'POST',
    '/api/v1/cases/:id/plan/goals/:goalId/items',
    { ...making, summary: 'Add an item to a goal', params: goalParams, body: itemBody },
    async (ctx, { params, body }) =>
      madeIn(ctx, params.id, await addItem(ctx, params.id, params.goalId, newItem(body))),
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/plan/items/:itemId',
    { ...write, summary: 'Change an item', params: itemParams, body: itemChange },
    async (ctx, { params, body }) => {
      await editItem(ctx, params.id, params.itemId, body.rowVersion, newItem(body));
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'DELETE',
    '/api/v1/cases/:id/plan/items/:itemId',
    { ...write, summary: 'Take an item out of the draft', params: itemParams },
    async (ctx, { params }) => {
      await removeItem(ctx, params.id, params.itemId);
      return standingOf(ctx, params.id);
    },
  ),
  api(
    'PUT',
    '/api/v1/cases/:id/plan/arrangements',
    {
      ...write,
      summary: 'What the person undertakes, the next review, how contact is kept',
      body: arrangementsBody,
    },
    async (ctx, { params, body }) => {
      await setArrangements(ctx, params.id, body.rowVersion, arrangements(body));
      return standingOf(ctx, params.id);
    },
  ),
  ...signingRoutes,
];
