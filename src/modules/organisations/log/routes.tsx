import { page, type Route } from '#kernel/http/routes.ts';
import type { OrganisationsHost } from '../schema.ts';
import { today } from '../service.ts';
import { LogPage } from './pages/log.tsx';
import { type LogQuery, logQuery } from './schema.ts';
import { logExport, logView } from './service.ts';

/** Supervision (P8): without this purpose the database shows no entry of the log. */
const officer = { permission: 'audit.read', purpose: 'P8', personal: true, query: logQuery } as const;

export const logRoutes = (host: OrganisationsHost): Route[] => [
  page('/audit', officer, async (ctx, { query }) => (
    <LogPage view={await logView(ctx, host, query)} query={query} exportHref={exportHref(query)} />
  )),
  page('/audit/export.csv', officer, async (ctx, { query }) => {
    const csv = await logExport(ctx, host, query);
    return new Response(csv, {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="rejestr-dostepu-${today(ctx)}.csv"`,
      },
    });
  }),
];

function exportHref({ page: _, ...query }: LogQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value) params.set(name, value);
  return `/audit/export.csv?${params}`;
}
