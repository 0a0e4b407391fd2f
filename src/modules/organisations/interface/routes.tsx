import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import { me, organisation, organisationParams, worker } from './schema.ts';
import { partnerOrganisations, whoAmI, workersOf } from './service.ts';

const read = { permission: 'signed-in', scope: 'api:organisations.read' } as const;

export const routes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/me',
    { permission: 'signed-in', summary: 'Whom the token stands for, and what it opens', response: me },
    async (ctx) => whoAmI(ctx),
  ),
  api(
    'GET',
    '/api/v1/organisations',
    {
      ...read,
      summary: 'The own institution and those of its partnerships',
      response: z.array(organisation),
    },
    (ctx) => partnerOrganisations(ctx),
  ),
  api(
    'GET',
    '/api/v1/organisations/:id/workers',
    {
      ...read,
      summary: 'Workers of an institution of a common partnership, for assignment',
      params: organisationParams,
      response: z.array(worker),
    },
    (ctx, { params }) => workersOf(ctx, params.id),
  ),
];
