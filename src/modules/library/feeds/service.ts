import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { type Entry, type FeedFormat, writeFeed } from '#kernel/feed/feed.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { toXhtml } from '#kernel/markdown/xhtml.ts';
import type { LibraryHost } from '../reading/schema.ts';
import { pictured, writtenOut } from '../reading/service.ts';
import { pathOf } from '../schema.ts';
import { kindOf, themes } from '../service.ts';
import { type EntryRow, findEntries } from './queries.ts';
import { FEEDS, type FeedName } from './schema.ts';
import { text } from './text.pl.ts';

const ENTRIES = 20;

/** What was published last, whole texts. Throws `not_found` for a theme nobody knows. */
export async function feedOf(
  ctx: Ctx,
  name: FeedName,
  theme: string | undefined,
  format: FeedFormat,
  host: Pick<LibraryHost, 'siteUrl' | 'embeds'>,
): Promise<string> {
  const { siteUrl } = host;
  const t = text[ctx.lang];
  const names = new Map((await themes(ctx)).map((each) => [each.code, each.name]));
  const themeName = theme === undefined ? '' : names.get(theme);
  if (themeName === undefined) throw notFound();
  const rows = await findEntries(ctx, FEEDS[name], theme ?? null, ENTRIES);
  const entries: Entry[] = [];
  for (const row of rows) entries.push(await entryOf(ctx, row, names, host));
  const asked = theme === undefined ? '' : `theme=${theme}&`;
  return writeFeed(
    {
      id: `tag:splot,2026:library:${name}:${theme ?? 'all'}:${ctx.lang}`,
      title: t.title(t.names[name], themeName),
      lang: ctx.lang,
      self: `${siteUrl}/${name}/feed.${format}?${asked}lang=${ctx.lang}`,
      home: `${siteUrl}/${name}?${asked}lang=${ctx.lang}`,
      author: 'Splot',
      updated: new Date(Math.max(0, ...entries.map((entry) => entry.updated.getTime()))),
      entries,
    },
    format,
  );
}

async function entryOf(
  ctx: Ctx,
  row: EntryRow,
  names: ReadonlyMap<string, string>,
  host: Pick<LibraryHost, 'siteUrl' | 'embeds'>,
): Promise<Entry> {
  const path = pathOf(kindOf(row.kind), row.slug, null);
  return {
    id: `urn:uuid:${row.id}`,
    url: host.siteUrl + path,
    title: row.title,
    published: row.publishedAt ?? undefined,
    updated: row.updatedAt ?? new Date(0),
    authors: row.authors ?? [],
    categories: (row.themes ?? []).map((term) => ({ term, label: names.get(term) ?? term })),
    summary: row.lead,
    html: await htmlOf(ctx, row, host),
    lang: row.lang,
  };
}

/** Texts of versions made lately: what was published does not change, and readers of feeds ask again and again. */
const made = new Map<string, string>();
const MOST_KEPT = 500;

async function htmlOf(
  ctx: Ctx,
  row: EntryRow,
  host: Pick<LibraryHost, 'siteUrl' | 'embeds'>,
): Promise<string> {
  const { siteUrl } = host;
  const key = `${ctx.lang} ${siteUrl} ${row.versionId} ${row.imageId}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const parsed = parseMarkdown(row.body);
  const written = await writtenOut(ctx, host, parsed);
  const html = toXhtml(pictured(row, written), { site: siteUrl, lang: ctx.lang });
  // What other parts of the site say in it changes without a new version.
  if (written === parsed) made.set(key, html);
  const [oldest] = made.keys();
  if (made.size > MOST_KEPT && oldest !== undefined) made.delete(oldest);
  return html;
}
