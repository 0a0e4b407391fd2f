import { createHash } from 'node:crypto';
import type { Ctx } from '#kernel/context.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import type { Block } from '#kernel/markdown/tree.ts';
import { warsawDate } from '#kernel/time.ts';
import type { LibraryHost } from '../reading/schema.ts';
import { pictured, writtenOut } from '../reading/service.ts';
import { pathOf, type Shown } from '../schema.ts';
import { citationOf } from './citation/service.ts';
import { findContents, findParts } from './queries.ts';
import type { Book, Chapter, ContentsLine } from './schema.ts';

/** What a publication consists of: its chapters, or the parts of a series. */
export async function contentsOf(
  ctx: Ctx,
  publication: Pick<Shown, 'id' | 'slug' | 'lang'>,
  kind: 'chapter' | 'publication' = 'chapter',
): Promise<ContentsLine[]> {
  const rows = await findContents(ctx, publication.id, kind, publication.lang);
  return rows.map(({ slug, ...row }) => ({ ...row, path: pathOf(kind, slug, publication.slug) }));
}

/** Texts read lately, by version: what was published does not change, and a whole book is two hundred pages. */
const read = new Map<string, readonly Block[]>();
const MOST_KEPT = 200;

function blocksOf(versionId: string, body: string, prefix = ''): readonly Block[] {
  const known = read.get(versionId);
  if (known) return known;
  const blocks = parseMarkdown(body, { prefix });
  read.set(versionId, blocks);
  const [oldest] = read.keys();
  if (read.size > MOST_KEPT && oldest !== undefined) read.delete(oldest);
  return blocks;
}

/** A publication with all its texts, written out so that they need this site no more. */
export async function bookOf(ctx: Ctx, shown: Shown, host: LibraryHost): Promise<Book> {
  const { siteUrl } = host;
  const rows = await findParts(ctx, shown.id, 'chapter', shown.lang);
  const intro = blocksOf(shown.versionId, shown.body);
  const blocks = await writtenOut(ctx, host, intro);
  const chapters: Chapter[] = [];
  // The order and the addresses of chapters are not in their versions, nor are their pictures.
  const made = [siteUrl, shown.path, shown.versionId, shown.imageId];
  if (blocks !== intro) made.push(JSON.stringify(blocks));
  for (const { body, ...row } of rows) {
    const parsed = blocksOf(row.versionId, body, `${row.slug}-`);
    const written = await writtenOut(ctx, host, parsed);
    made.push(`${row.slug} ${row.versionId} ${row.imageId}`);
    // What other parts of the site say today is not in its version either.
    if (written !== parsed) made.push(JSON.stringify(written));
    chapters.push({
      ...row,
      updatedAt: row.updatedAt ?? shown.updatedAt,
      path: pathOf('chapter', row.slug, shown.slug),
      blocks: pictured(row, written),
    });
  }
  return {
    id: shown.id,
    slug: shown.slug,
    path: shown.path,
    title: shown.title,
    lead: shown.lead,
    lang: shown.lang,
    blocks: pictured(shown, blocks),
    chapters,
    updatedAt: new Date(Math.max(...[shown, ...chapters].map((part) => part.updatedAt.getTime()))),
    key: createHash('sha256').update(made.join()).digest('base64url').slice(0, 22),
    citation: citationOf(shown, siteUrl, warsawDate(ctx.now)),
    licence: shown.facts.kind === 'publication' ? shown.facts.licence : '',
    legalStateOn: shown.legalStateOn,
  };
}
