import type { Ctx } from '#kernel/context.ts';
import { parseMarkdown } from '#kernel/markdown/parse.ts';
import { findParts, findStandards } from '../../publications/queries.ts';
import { pathOf } from '../../schema.ts';
import { read } from '../../service.ts';
import { type RequirementChapter, requirementsIn, type Standard } from './schema.ts';

/**
 * The requirements of a standard as readers see it now, in the language wished or the next best; where it has moved.
 * Throws `not_found` when there is no such publication.
 */
export async function requirementsOf(
  ctx: Ctx,
  publication: string,
  lang?: string,
): Promise<Standard | { readonly movedTo: string }> {
  const shown = await read(ctx, { section: 'library', slug: publication, lang });
  if ('movedTo' in shown) return shown;
  const chapter = (
    part: { title: string; lang: string; body: string },
    path: string,
  ): RequirementChapter => ({
    title: part.title,
    lang: part.lang,
    path,
    requirements: requirementsIn(parseMarkdown(part.body), path),
  });
  const parts = await findParts(ctx, shown.id, 'chapter', shown.lang);
  const chapters = [
    chapter(shown, shown.path),
    ...parts.map((part) => chapter(part, pathOf('chapter', part.slug, shown.slug))),
  ];
  return {
    title: shown.title,
    path: shown.path,
    lang: shown.lang,
    number: shown.number,
    legalStateOn: shown.legalStateOn,
    chapters: chapters.filter(({ requirements }) => requirements.length > 0),
  };
}

/** The standards whose requirements can be read. */
export const standards = findStandards;
