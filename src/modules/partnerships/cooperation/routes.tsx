import { page, type Route } from '#kernel/http/routes.ts';
import { idParams } from '../schema.ts';
import { CooperationPage } from './pages/cooperation.tsx';
import { type CasesHost, cooperationQuery } from './schema.ts';
import { cooperationView } from './service.ts';

/** Who works with whom, and how a partnership fares: for its members. */
export const cooperationRoutes = (host: Partial<CasesHost>): Route[] => [
  page(
    '/partnerships/:id/cooperation',
    { permission: 'work', params: idParams, query: cooperationQuery },
    async (ctx, { params, query }) => (
      <CooperationPage view={await cooperationView(ctx, host, params.id, query.year)} show={query.show} />
    ),
  ),
];
