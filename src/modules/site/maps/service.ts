import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { escaped } from '#kernel/markdown/xhtml.ts';
import { upcomingEvents } from '#modules/events/api.ts';
import { addresses, countAddresses, shelves, themes } from '#modules/library/api.ts';
import * as queries from './queries.ts';
import { type Address, IN_FILE, type MapData, ON_SHELF, STILL } from './schema.ts';

/** What is published, by shelf, for the map of the site. */
export const mapData = async (ctx: Ctx): Promise<MapData> => ({
  themes: await themes(ctx),
  shelves: await shelves(ctx, ON_SHELF),
  events: await upcomingEvents(ctx, { limit: ON_SHELF }),
});

interface Source {
  readonly count: (ctx: Ctx) => Promise<number>;
  readonly piece: (ctx: Ctx, limit: number, offset: number) => Promise<readonly Address[]>;
}

/** Files of addresses for search engines, by what they hold. */
const SOURCES = {
  pages: { count: async () => STILL.length, piece: async () => STILL.map((path) => ({ path })) },
  documents: { count: countAddresses, piece: addresses },
  events: {
    count: async (ctx) => (await queries.countEvents(ctx)).n ?? 0,
    piece: async (ctx, limit, offset) =>
      (await queries.findEvents(ctx, limit, offset)).map(({ slug, updatedAt }) => ({
        path: `/events/${slug ?? ''}`,
        updatedAt,
      })),
  },
  entities: {
    count: async (ctx) => (await queries.countEntities(ctx)).n ?? 0,
    piece: async (ctx, limit, offset) =>
      (await queries.findEntities(ctx, limit, offset)).map(({ id }) => ({ path: `/directory/${id ?? ''}` })),
  },
} as const satisfies Record<string, Source>;
type SourceName = keyof typeof SOURCES;
export const FILES = Object.keys(SOURCES) as readonly SourceName[];

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The file that names the others; one that would be empty is left out. */
export async function sitemapIndex(ctx: Ctx, siteUrl: string): Promise<string> {
  const files: string[] = [];
  for (const name of FILES) {
    const parts = Math.ceil((await SOURCES[name].count(ctx)) / IN_FILE);
    for (let part = 1; part <= parts; part++)
      files.push(`${siteUrl}/sitemap-${name}.xml${part === 1 ? '' : `?part=${part}`}`);
  }
  const items = files.map((loc) => `  <sitemap><loc>${escaped(loc)}</loc></sitemap>\n`);
  return `${DECLARATION}<sitemapindex xmlns="${NAMESPACE}">\n${items.join('')}</sitemapindex>\n`;
}

/** One file of addresses. Throws `not_found` beyond the last one. */
export async function sitemap(ctx: Ctx, siteUrl: string, name: SourceName, part: number): Promise<string> {
  const found = await SOURCES[name].piece(ctx, IN_FILE, (part - 1) * IN_FILE);
  if (found.length === 0 || (name === 'pages' && part > 1)) throw notFound();
  const items = found.map(({ path, updatedAt }: Address) => {
    const changed = updatedAt ? `<lastmod>${updatedAt.toISOString()}</lastmod>` : '';
    return `  <url><loc>${escaped(siteUrl + path)}</loc>${changed}</url>\n`;
  });
  return `${DECLARATION}<urlset xmlns="${NAMESPACE}">\n${items.join('')}</urlset>\n`;
}

/** What is no page to find: work of people who are signed in, steps of forms, preferences. */
const CLOSED = ['/preferences', '/sign-in', '/session', '/report', '/api/', '/work', '/my', '/library/edit'];

/** For programs that walk through sites. In a demonstration everything is invented, so that nobody should find it. */
export const robots = (siteUrl: string, demo: boolean): string =>
  [
    ...(demo ? ['# A demonstration: every person and institution in it is invented.'] : []),
    'User-agent: *',
    ...(demo ? ['Disallow: /'] : CLOSED.map((path) => `Disallow: ${path}`)),
    '',
    `Sitemap: ${siteUrl}/sitemap.xml`,
    '',
  ].join('\n');
