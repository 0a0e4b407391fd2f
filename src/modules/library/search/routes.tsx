import { page, type Route } from '#kernel/http/routes.ts';
import { DOCUMENT_KINDS, LIST_PAGE } from '../schema.ts';
import { list, themes } from '../service.ts';
import { ActPage, KnowledgePage } from './pages/knowledge.tsx';
import { actParams, searchQuery } from './schema.ts';
import { actView, find } from './service.ts';

const open = { permission: 'public' } as const;
const NEWEST = 6;

export const searchRoutes: readonly Route[] = [
  page('/knowledge', { ...open, query: searchQuery }, async (ctx, { query }) => {
    const { q, theme } = query;
    const kinds = theme ? DOCUMENT_KINDS : (['news', 'commentary', 'advice'] as const);
    return (
      <KnowledgePage
        query={query}
        found={q === '' ? null : await find(ctx, query)}
        themes={await themes(ctx)}
        newest={(await list(ctx, kinds, { theme }, theme ? LIST_PAGE : NEWEST)).items}
        publications={(await list(ctx, ['publication'], {}, NEWEST)).items}
      />
    );
  }),
  page('/knowledge/acts/:act', { ...open, params: actParams }, async (ctx, { params }) => (
    <ActPage act={await actView(ctx, params.act)} />
  )),
];
