import type { Ctx } from '#kernel/context.ts';
import { listedDocuments } from '#modules/library/contributing/api.ts';
import { findOfOpened, findOfQuestion } from '../queries.ts';

/** A published article, as the question it grew from tells of it. */
export interface Told {
  readonly path: string;
  readonly title: string;
}

async function told(ctx: Ctx, documentId: string | null): Promise<Told | null> {
  const [found] = documentId === null ? [] : await listedDocuments(ctx, [documentId]);
  return found ? { path: found.path, title: found.title } : null;
}

/** For the desk: the article of a question, and its public page when it has one; null when nobody began any. */
export async function articleOf(
  ctx: Ctx,
  questionId: string,
): Promise<{ readonly href: string; readonly published: Told | null } | null> {
  const row = await findOfQuestion(ctx, questionId);
  return row && { href: `/advice/knowledge/${row.id}`, published: await told(ctx, row.documentId) };
}

/** For who asked, whose link is open in this transaction: the public article that grew from their question. */
export const publishedOfOpened = async (ctx: Ctx): Promise<Told | null> =>
  told(ctx, (await findOfOpened(ctx)).id);
