import { open, page, type Route } from '#kernel/http/routes.ts';
import type { SiteHost } from '../schema.ts';
import { SiteMapPage } from './pages/site-map.tsx';
import { partQuery } from './schema.ts';
import { FILES, mapData, robots, sitemap, sitemapIndex } from './service.ts';

const xml = (body: string) =>
  new Response(body, { headers: { 'content-type': 'application/xml; charset=utf-8' } });

/** Where everything is: for people, and for programs that walk through sites. */
export const mapRoutes = ({ config }: Pick<SiteHost, 'config'>): readonly Route[] => [
  page('/site-map', { permission: 'public' }, async (ctx) => <SiteMapPage {...(await mapData(ctx))} />),
  open('/sitemap.xml', { summary: 'The list of the files of addresses (sitemaps.org)' }, async (ctx) =>
    xml(await sitemapIndex(ctx, config.APP_URL)),
  ),
  ...FILES.map((name) =>
    open(
      `/sitemap-${name}.xml`,
      { summary: `Addresses of ${name} (sitemaps.org)`, query: partQuery },
      async (ctx, { query }) => xml(await sitemap(ctx, config.APP_URL, name, query.part)),
    ),
  ),
  open(
    '/robots.txt',
    { summary: 'For programs that walk through sites' },
    async () =>
      new Response(robots(config.APP_URL, config.DEMO), {
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      }),
  ),
];
