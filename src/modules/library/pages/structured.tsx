import { StructuredData } from '#ui/structured.tsx';
import type { DocumentKind, Shown } from '../schema.ts';

const TYPES: Readonly<Partial<Record<DocumentKind, string>>> = {
  news: 'NewsArticle',
  commentary: 'OpinionNewsArticle',
  publication: 'Book',
  chapter: 'Chapter',
  page: 'WebPage',
};

export function DocumentData({ shown, siteUrl }: { shown: Shown; siteUrl: string }) {
  const { facts } = shown;
  const publication = facts.kind === 'publication' ? facts : null;
  return (
    <StructuredData
      data={{
        '@type': TYPES[shown.kind] ?? 'Article',
        '@id': `${siteUrl}${shown.path}`,
        url: `${siteUrl}${shown.path}`,
        headline: shown.title,
        name: shown.title,
        description: shown.lead || undefined,
        inLanguage: shown.lang,
        datePublished: shown.publishedAt.toISOString(),
        dateModified: shown.updatedAt.toISOString(),
        version: String(shown.number),
        keywords: shown.tags.length > 0 ? shown.tags.join(', ') : undefined,
        about: shown.themes.map((theme) => theme.name),
        image: shown.imageId === null ? undefined : `${siteUrl}/library/images/${shown.imageId}`,
        isPartOf: shown.parent ? { '@id': `${siteUrl}${shown.parent.path}` } : undefined,
        isbn: publication?.isbn || undefined,
        license: publication?.licence || undefined,
        author: publication?.authors.map((name) => ({ '@type': 'Organization', name })),
        publisher: { '@type': 'Organization', name: publication?.publisher || 'Splot' },
      }}
    />
  );
}
