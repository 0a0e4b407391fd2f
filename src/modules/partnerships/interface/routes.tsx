import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import { ownPartnerships } from '../service.ts';
import { partnership, partnershipLine, partnershipParams } from './schema.ts';
import { ownPartnership } from './service.ts';

const read = { permission: 'signed-in', scope: 'api:organisations.read' } as const;

export const routes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/partnerships',
    { ...read, summary: 'Partnerships of the own institution', response: z.array(partnershipLine) },
    (ctx) => ownPartnerships(ctx),
  ),
  api(
    'GET',
    '/api/v1/partnerships/:id',
    {
      ...read,
      summary: 'A partnership with its members and area',
      params: partnershipParams,
      response: partnership,
    },
    (ctx, { params }) => ownPartnership(ctx, params.id),
  ),
];
