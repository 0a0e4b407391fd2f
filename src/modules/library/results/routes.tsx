import { open, page, type Route } from '#kernel/http/routes.ts';
import { writeCsv } from '#kernel/tabular/write.ts';
import type { LibraryHost } from '../reading/schema.ts';
import { importRoutes } from './imports/routes.tsx';
import { ResultsPage } from './pages/list.tsx';
import { exportQuery, resultsQuery } from './schema.ts';
import { choices, exported, exportTable, fillsResults, results } from './service.ts';

/** The base of results of projects; a result itself is read as every document is. */
export const resultRoutes = ({ siteUrl }: Pick<LibraryHost, 'siteUrl'>): readonly Route[] => [
  page('/results-base', { permission: 'public', query: resultsQuery }, async (ctx, { query }) => (
    <ResultsPage
      {...(await results(ctx, query))}
      query={query}
      choices={await choices(ctx)}
      edits={fillsResults(ctx)}
    />
  )),
  open(
    '/results-base/export.csv',
    { summary: 'Results of projects as a table', query: exportQuery },
    async (ctx, { query }) => {
      const { headers, rows } = exportTable(ctx, await exported(ctx, query, siteUrl));
      return new Response(writeCsv(headers, rows), {
        headers: {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': 'attachment; filename="results.csv"',
        },
      });
    },
  ),
  open(
    '/results-base/export.json',
    { summary: 'Results of projects as records', query: exportQuery },
    async (ctx, { query }) => ({ results: await exported(ctx, query, siteUrl) }),
  ),
  ...importRoutes,
];
