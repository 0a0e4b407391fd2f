import { open, page, type Route } from '#kernel/http/routes.ts';
import { addDays, warsawDate } from '#kernel/time.ts';
import { catalogue } from './catalogue/service.ts';
import { DataPage } from './pages/data.tsx';
import { fileParams, fileQuery } from './schema.ts';
import { dataState, datasetFile } from './service.ts';

/** The whole base to take away: files, the catalogue that describes them, and the page about both. */
export const openDataRoutes = (siteUrl: string): Route[] => [
  page('/data', { permission: 'public' }, async (ctx) => {
    const state = await dataState(ctx);
    return (
      <DataPage
        siteUrl={siteUrl}
        changedAt={state.changed_at}
        rows={{
          entities: state.entities ?? 0,
          offers: state.offers ?? 0,
          support: state.support ?? 0,
          terms: state.terms ?? 0,
        }}
        yesterday={addDays(warsawDate(ctx.now), -1)}
      />
    );
  }),
  open('/data/catalogue.jsonld', { summary: 'The catalogue as DCAT-AP 3' }, async (ctx) => {
    const { changed_at } = await dataState(ctx);
    return new Response(JSON.stringify(catalogue(siteUrl, changed_at)), {
      headers: { 'content-type': 'application/ld+json; charset=utf-8' },
    });
  }),
  open(
    '/data/:file',
    { summary: 'A dataset as a file', params: fileParams, query: fileQuery },
    async (_ctx, { params, query }) =>
      datasetFile(params.file.dataset, params.file.format, query.modified_after ?? null),
  ),
];
