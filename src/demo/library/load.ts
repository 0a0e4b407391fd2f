import { systemScope } from '../../kernel/db/database.ts';
import { addDays, instantAt, warsawDate } from '../../kernel/time.ts';
import {
  DOCUMENT_KINDS,
  type DocumentKind,
  putActs,
  putDocument,
  recommend,
} from '../../modules/library/api.ts';
import type { Parts } from '../../parts.ts';
import { type Content, inLanguage, readActs, readContent } from './read.ts';

/** The model of a pilot, the series of a publication; empty when there is none. */
function parentKey({ about: { facts } }: Content, kind: DocumentKind): string {
  if (kind === 'pilot' && typeof facts.model === 'string') return `model/${facts.model}`;
  return kind === 'publication' && typeof facts.series === 'string' ? `publication/${facts.series}` : '';
}

/** Loads everything published in the demonstration; gives the ids by `kind/slug`. */
export async function loadLibrary(parts: Parts): Promise<ReadonlyMap<string, string>> {
  const ids = new Map<string, string>();
  const contents: { content: Content; kind: DocumentKind }[] = [];
  for (const kind of DOCUMENT_KINDS)
    for (const content of await readContent(kind)) contents.push({ content, kind });
  // A model stands before its pilots, a series before its parts.
  const rank = ({ kind, content }: (typeof contents)[number]) =>
    DOCUMENT_KINDS.indexOf(kind) * 2 + (parentKey(content, kind) === '' ? 0 : 1);
  contents.sort((a, b) => rank(a) - rank(b));
  const acts = await readActs();
  await parts.db.transaction(systemScope(parts.clock(), 'demo'), async (ctx) => {
    const today = warsawDate(ctx.now);
    await putActs(ctx, acts);
    const put = async (content: Content, kind: DocumentKind, parentId: string | null, days: number) => {
      const { about } = content;
      const id = await putDocument(ctx, {
        kind,
        slug: content.slug,
        parentId,
        position: content.position,
        comments: kind === 'page' ? 'off' : 'after',
        tags: about.tags,
        themes: about.themes,
        acts: about.acts,
        publishedAt: instantAt(addDays(today, -days), '09:00'),
        versions: content.words.map((words) => ({
          ...words,
          facts: inLanguage(about.facts, words.lang),
          legalStateOn: about.legal_state_on,
          reviewBy: about.review_by,
        })),
      });
      ids.set(content.key, id);
      for (const chapter of content.chapters) await put(chapter, 'chapter', id, days);
    };
    for (const { content, kind } of contents)
      await put(content, kind, ids.get(parentKey(content, kind)) ?? null, content.about.published_days_ago);
    for (const { content } of contents) {
      const others = content.about.related.flatMap((key) => ids.get(key) ?? []);
      await recommend(ctx, ids.get(content.key) ?? '', others);
    }
  });
  return ids;
}
