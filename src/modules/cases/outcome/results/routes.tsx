import { page, type Route } from '#kernel/http/routes.ts';
import { ResultsPage } from './pages/results.tsx';
import { partnershipParams, rangeQuery } from './schema.ts';
import { effectiveness, rangeOf } from './service.ts';

export const routes: readonly Route[] = [
  page(
    '/results',
    { permission: 'office.view', purpose: 'P7', query: rangeQuery },
    async (ctx, { query }) => (
      <ResultsPage action="/results" back="/work" figures={await effectiveness(ctx, rangeOf(ctx, query))} />
    ),
  ),
  page(
    '/partnerships/:id/results',
    { permission: 'partnership.process', purpose: 'P7', params: partnershipParams, query: rangeQuery },
    async (ctx, { params, query }) => (
      <ResultsPage
        action={`/partnerships/${params.id}/results`}
        back={`/partnerships/${params.id}`}
        figures={await effectiveness(ctx, { ...rangeOf(ctx, query), partnershipId: params.id })}
      />
    ),
  ),
];
