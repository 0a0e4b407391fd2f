import { escaped } from '#kernel/markdown/xhtml.ts';
import { warsawDate } from '#kernel/time.ts';
import { factsOf } from '../../../facts/schema.ts';
import { type Named, pathOf } from '../../../schema.ts';
import { kindOf } from '../../../service.ts';
import type { HeaderRow, RecordRow } from '../queries.ts';

export const identifierOf = (siteUrl: string, id: string): string => `oai:${new URL(siteUrl).hostname}:${id}`;

/** The header of a record: what it is, when it changed, the sets it is in, and whether it is gone. */
export function headerOf(row: HeaderRow, siteUrl: string): string {
  const sets = [`kind-${row.kind}`, ...(row.themes ?? []).map((theme) => `theme-${theme}`)];
  return `<header${row.gone ? ' status="deleted"' : ''}>
<identifier>${escaped(identifierOf(siteUrl, row.id))}</identifier>
<datestamp>${(row.at ?? '').replace(/\.\d+Z$/, 'Z')}</datestamp>
${sets.map((set) => `<setSpec>${escaped(set)}</setSpec>`).join('\n')}
</header>`;
}

/** What a document is in Dublin Core, in every language it has. */
export function dublinCoreOf(
  versions: readonly RecordRow[],
  themes: readonly string[],
  names: ReadonlyMap<string, Named>,
  siteUrl: string,
): string {
  const [first] = versions;
  if (!first) return '';
  const kind = kindOf(first.kind);
  const facts = factsOf(kind, first.facts);
  const book = facts.kind === 'publication' ? facts : null;
  const result = facts.kind === 'result' ? facts : null;
  const parentPath =
    first.parentSlug === null || first.parentKind === null
      ? ''
      : siteUrl + pathOf(kindOf(first.parentKind), first.parentSlug, null);
  const elements: readonly (readonly [name: string, value: string, lang?: string])[] = [
    ...versions.map((each) => ['title', each.title, each.lang] as const),
    ...(book?.authors ?? []).map((name) => ['creator', name] as const),
    ...themes.map((theme) => ['subject', names.get(theme)?.name ?? theme, 'pl'] as const),
    ...first.tags.map((tag) => ['subject', tag, 'pl'] as const),
    ...versions.map((each) => ['description', each.lead, each.lang] as const),
    ['publisher', book?.publisher || 'Splot'],
    ...(result?.partners ?? []).map((name) => ['contributor', name] as const),
    ['date', first.publishedAt === null ? '' : warsawDate(first.publishedAt)],
    ['type', 'Text'],
    ['type', kind],
    ['format', 'text/html'],
    ...(kind === 'publication'
      ? ([
          ['format', 'application/pdf'],
          ['format', 'application/epub+zip'],
        ] as const)
      : []),
    ['identifier', siteUrl + pathOf(kind, first.slug, first.parentSlug)],
    ['identifier', book?.isbn ? `urn:isbn:${book.isbn}` : ''],
    [
      'identifier',
      book?.doi ? `https://doi.org/${book.doi.replace(/^https?:\/\/(dx\.)?doi\.org\//, '')}` : '',
    ],
    ...versions.map((each) => ['language', each.lang] as const),
    ['relation', parentPath],
    ['rights', (book ?? result)?.licence ?? ''],
  ];
  const lines = elements
    .filter(([, value]) => value !== '')
    .map(
      ([name, value, lang]) =>
        `<dc:${name}${lang ? ` xml:lang="${escaped(lang)}"` : ''}>${escaped(value)}</dc:${name}>`,
    );
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
${lines.join('\n')}
</oai_dc:dc>`;
}
