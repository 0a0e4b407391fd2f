import type { Ctx } from '#kernel/context.ts';
import { writeAtom } from '#kernel/feed/feed.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { plainText } from '#kernel/markdown/tree.ts';
import { commentPath, discussionPath, type ExchangeHost } from '../schema.ts';
import { subjectOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

const NEWEST = 50;

/** The newest comments under a page as Atom 1.0. Throws `not_found` when the public reads no such page. */
export async function feedOf(
  ctx: Ctx,
  host: ExchangeHost,
  about: { readonly kind: string; readonly id: string },
): Promise<string> {
  const subject = await subjectOf(ctx, host, about.kind, about.id);
  const rows = await queries.findNewest(ctx, subject, NEWEST);
  const path = discussionPath(subject);
  return writeAtom({
    id: `urn:uuid:${subject.id}`,
    title: `${text[ctx.lang].comments}: ${subject.title}`,
    lang: ctx.lang,
    self: `${host.siteUrl}${path}/comments.atom`,
    home: `${host.siteUrl}${subject.path}`,
    author: 'Splot',
    updated: rows[0]?.createdAt ?? new Date(0),
    entries: rows.map((row) => ({
      id: `urn:uuid:${row.id}`,
      url: `${host.siteUrl}${commentPath(row.id)}`,
      title: row.title || row.signature,
      updated: row.editedAt ?? row.createdAt,
      published: row.createdAt,
      authors: [row.signature],
      summary: plainText(parseMarkdown(row.body)),
      lang: row.lang,
    })),
  });
}
