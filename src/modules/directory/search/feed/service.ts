import { createHash } from 'node:crypto';
import type { Ctx } from '#kernel/context.ts';
import { writeAtom } from '#kernel/feed/feed.ts';
import { parametersOf, type SearchQuery } from '../schema.ts';
import { search } from '../service.ts';
import { text } from '../text.pl.ts';

/** What changed last among the answers to a search, as Atom 1.0; newest first. */
export async function feedOf(ctx: Ctx, query: SearchQuery, siteUrl: string): Promise<string> {
  const t = text[ctx.lang];
  const { hits } = await search(ctx, { ...query, sort: 'changed', page: 1 });
  const parameters = parametersOf({ ...query, page: 1 });
  const tail = parameters ? `?${parameters}` : '';
  const key = createHash('sha256').update(parameters).digest('hex').slice(0, 32);
  return writeAtom({
    id: `tag:splot,2026:directory:${key}`,
    title: t.feedTitle(query.q || t.whole),
    lang: ctx.lang,
    self: `${siteUrl}/directory/atom.xml${tail}`,
    home: `${siteUrl}/directory${tail}`,
    author: 'Splot',
    updated: hits[0]?.updatedAt ?? new Date(0),
    entries: hits.map((hit) => ({
      id: `urn:uuid:${hit.id}`,
      title: hit.name,
      url: `${siteUrl}/directory/${hit.id}`,
      updated: hit.updatedAt,
      summary: [hit.locality, hit.summary].filter(Boolean).join(' · '),
    })),
  });
}
