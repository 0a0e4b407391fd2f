import type { Lang } from '../i18n.ts';
import { escaped } from '../markdown/xhtml.ts';

export interface Feed {
  /** A URI that stays the same as long as the feed is the same. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly lang: Lang;
  /** The address of this very feed in this very format. */
  readonly self: string;
  /** The page that says the same to people. */
  readonly home: string;
  readonly author: string;
  /** When anything in it changed last. */
  readonly updated: Date;
  readonly entries: readonly Entry[];
}

export interface Entry {
  /** A URI that stays the same when title or address change. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly updated: Date;
  readonly published?: Date;
  readonly authors?: readonly string[];
  readonly categories?: readonly Category[];
  /** Plain text. */
  readonly summary?: string;
  /** The whole, as XHTML with absolute addresses. */
  readonly html?: string;
  /** When it is not the language of the feed. */
  readonly lang?: string;
}

export interface Category {
  readonly term: string;
  readonly label: string;
}

export const FEED_TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const;
export type FeedFormat = keyof typeof FEED_TYPES;

export function writeFeed(feed: Feed, format: FeedFormat): string {
  if (format === 'atom') return writeAtom(feed);
  return format === 'rss' ? writeRss(feed) : writeJsonFeed(feed);
}

const DECLARATION = '<?xml version="1.0" encoding="utf-8"?>\n';

/** Atom 1.0 (RFC 4287). */
export function writeAtom(feed: Feed): string {
  const entries = feed.entries.map((entry) => {
    const lang = entry.lang && entry.lang !== feed.lang ? ` xml:lang="${escaped(entry.lang)}"` : '';
    return `  <entry${lang}>
    <id>${escaped(entry.id)}</id>
    <title>${escaped(entry.title)}</title>
    <link rel="alternate" type="text/html" href="${escaped(entry.url)}"/>
    <updated>${entry.updated.toISOString()}</updated>
${lines(
  entry.published && `<published>${entry.published.toISOString()}</published>`,
  ...(entry.authors ?? []).map((name) => `<author><name>${escaped(name)}</name></author>`),
  ...(entry.categories ?? []).map(
    ({ term, label }) => `<category term="${escaped(term)}" label="${escaped(label)}"/>`,
  ),
  entry.summary !== undefined && `<summary>${escaped(entry.summary)}</summary>`,
  entry.html !== undefined && `<content type="html">${escaped(entry.html)}</content>`,
)}  </entry>\n`;
  });
  return `${DECLARATION}<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
  <id>${escaped(feed.id)}</id>
  <title>${escaped(feed.title)}</title>
${feed.description ? `  <subtitle>${escaped(feed.description)}</subtitle>\n` : ''}  <updated>${feed.updated.toISOString()}</updated>
  <author><name>${escaped(feed.author)}</name></author>
  <link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>
  <link rel="alternate" type="text/html" href="${escaped(feed.home)}"/>
${entries.join('')}</feed>
`;
}

/** RSS 2.0 with what its best-practice profile asks for: its own address, guids, dates of RFC 822. */
export function writeRss(feed: Feed): string {
  const items = feed.entries.map(
    (entry) => `    <item>
    <title>${escaped(entry.title)}</title>
    <link>${escaped(entry.url)}</link>
    <guid isPermaLink="false">${escaped(entry.id)}</guid>
    <pubDate>${(entry.published ?? entry.updated).toUTCString()}</pubDate>
${lines(
  ...(entry.authors ?? []).map((name) => `<dc:creator>${escaped(name)}</dc:creator>`),
  ...(entry.categories ?? []).map(({ label }) => `<category>${escaped(label)}</category>`),
  entry.summary !== undefined && `<description>${escaped(entry.summary)}</description>`,
  entry.html !== undefined && `<content:encoded>${escaped(entry.html)}</content:encoded>`,
)}    </item>\n`,
  );
  return `${DECLARATION}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel>
    <title>${escaped(feed.title)}</title>
    <link>${escaped(feed.home)}</link>
    <description>${escaped(feed.description || feed.title)}</description>
    <language>${feed.lang}</language>
    <lastBuildDate>${feed.updated.toUTCString()}</lastBuildDate>
    <atom:link rel="self" type="application/rss+xml" href="${escaped(feed.self)}"/>
${items.join('')}  </channel>
</rss>
`;
}

/** JSON Feed 1.1. */
export function writeJsonFeed(feed: Feed): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    description: feed.description || undefined,
    language: feed.lang,
    authors: [{ name: feed.author }],
    items: feed.entries.map((entry) => ({
      id: entry.id,
      url: entry.url,
      title: entry.title,
      summary: entry.summary,
      // An item has one or the other content.
      ...(entry.html === undefined ? { content_text: entry.summary ?? '' } : { content_html: entry.html }),
      date_published: (entry.published ?? entry.updated).toISOString(),
      date_modified: entry.updated.toISOString(),
      authors: entry.authors?.map((name) => ({ name })),
      tags: entry.categories?.map(({ label }) => label),
      language: entry.lang,
    })),
  });
}

const lines = (...parts: readonly (string | false | undefined)[]): string =>
  parts.flatMap((part) => (part ? [`    ${part}\n`] : [])).join('');
