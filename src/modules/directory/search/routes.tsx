import { z } from 'zod';
import { FEED_TYPES } from '#kernel/feed/feed.ts';
import { tagOf } from '#kernel/http/conditional.ts';
import { page, type Route } from '#kernel/http/routes.ts';
import { countyDrawing } from '#modules/territory/api.ts';
import { freshnessRules } from '../record/api.ts';
import { feedOf } from './feed/service.ts';
import { DirectoryPage } from './pages/directory.tsx';
import { savedRoutes } from './saved/routes.tsx';
import { readQuery, type SearchResult } from './schema.ts';
import { baseFigures, names, search } from './service.ts';

/** An address of a search may hold anything; `readQuery` takes what makes sense and names the rest. */
const anything = z.record(z.string(), z.string());

/** The part of the country the result is about. */
function focusOf({ place, query }: SearchResult): { group: string } | undefined {
  const code =
    place === null
      ? query.county || query.voivodeship
      : place.kind === 'locality'
        ? place.county
        : place.code;
  return code === '' ? undefined : { group: code.slice(0, 2) };
}

export const searchRoutes = (siteUrl: string): readonly Route[] => [
  page('/directory', { permission: 'public', query: anything }, async (ctx, input) => {
    const { query, ignored } = readQuery(input.query);
    const result = await search(ctx, query);
    const focus = focusOf(result);
    const drawing = await countyDrawing(ctx, focus);
    return (
      <DirectoryPage
        result={result}
        ignored={ignored}
        names={await names(ctx)}
        rules={await freshnessRules(ctx)}
        figures={await baseFigures(ctx)}
        // In the whole country the outlines of voivodeships would weigh as much as ten answers.
        drawing={focus ? drawing : { ...drawing, borders: '' }}
      />
    );
  }),
  page('/directory/atom.xml', { permission: 'public', query: anything }, async (ctx, input) => {
    const feed = await feedOf(ctx, readQuery(input.query).query, siteUrl);
    return new Response(feed, { headers: { 'content-type': FEED_TYPES.atom, etag: tagOf(feed) } });
  }),
  ...savedRoutes,
];
