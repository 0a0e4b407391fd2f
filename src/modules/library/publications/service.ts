import { createHash } from 'node:crypto';
import type { Ctx } from '#kernel/context.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { warsawDate } from '#kernel/time.ts';
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

/** A publication with all its texts. */
export async function bookOf(ctx: Ctx, shown: Shown, siteUrl: string): Promise<Book> {
  const rows = await findParts(ctx, shown.id, 'chapter', shown.lang);
  const chapters = rows.map(
    ({ body, ...row }): Chapter => ({
      ...row,
      updatedAt: row.updatedAt ?? shown.updatedAt,
      path: pathOf('chapter', row.slug, shown.slug),
      blocks: parseMarkdown(body, { prefix: `${row.slug}-` }),
    }),
  );
  const versions = [siteUrl, shown.versionId, ...chapters.map((chapter) => chapter.versionId)];
  return {
    id: shown.id,
    slug: shown.slug,
    path: shown.path,
    title: shown.title,
    lead: shown.lead,
    lang: shown.lang,
    blocks: parseMarkdown(shown.body),
    chapters,
    updatedAt: new Date(Math.max(...[shown, ...chapters].map((part) => part.updatedAt.getTime()))),
    key: createHash('sha256').update(versions.join()).digest('base64url').slice(0, 22),
    citation: citationOf(shown, siteUrl, warsawDate(ctx.now)),
    licence: shown.facts.kind === 'publication' ? shown.facts.licence : '',
    legalStateOn: shown.legalStateOn,
  };
}
