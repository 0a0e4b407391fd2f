import { createHash } from 'node:crypto';
import type { Ctx } from '#kernel/context.ts';
import { parametersOf, type SearchQuery } from '../schema.ts';
import { search } from '../service.ts';
import { text } from '../text.pl.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (value: string): string =>
  // What XML 1.0 cannot hold at all is left out.
  value
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? '');

/** What changed last among the answers to a search, as Atom 1.0; newest first. */
export async function feedOf(ctx: Ctx, query: SearchQuery, siteUrl: string): Promise<string> {
  const t = text[ctx.lang];
  const { hits } = await search(ctx, { ...query, sort: 'changed', page: 1 });
  const parameters = parametersOf({ ...query, page: 1 });
  const tail = parameters ? `?${escaped(parameters)}` : '';
  const [newest] = hits;
  const updated = newest?.updatedAt ?? new Date(0);
  const key = createHash('sha256').update(parameters).digest('hex').slice(0, 32);
  const entries = hits.map(
    (hit) => `  <entry>
    <id>urn:uuid:${hit.id}</id>
    <title>${escaped(hit.name)}</title>
    <link rel="alternate" type="text/html" href="${siteUrl}/directory/${hit.id}"/>
    <updated>${hit.updatedAt.toISOString()}</updated>
    <summary>${escaped([hit.locality, hit.summary].filter(Boolean).join(' · '))}</summary>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${ctx.lang}">
  <id>tag:splot,2026:directory:${key}</id>
  <title>${escaped(t.feedTitle(query.q || t.whole))}</title>
  <updated>${updated.toISOString()}</updated>
  <author><name>Splot</name></author>
  <link rel="self" type="application/atom+xml" href="${siteUrl}/directory/atom.xml${tail}"/>
  <link rel="alternate" type="text/html" href="${siteUrl}/directory${tail}"/>
${entries.join('\n')}
</feed>
`;
}
