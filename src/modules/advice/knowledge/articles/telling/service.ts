import type { Ctx } from '#kernel/context.ts';
import { listedDocuments } from '#modules/library/contributing/api.ts';
import { findOfOpened } from '../queries.ts';

/** A published article, as the question it grew from tells of it. */
export interface Told {
  readonly path: string;
  readonly title: string;
}

async function told(ctx: Ctx, documentId: string | null): Promise<Told | null> {
  const [found] = documentId === null ? [] : await listedDocuments(ctx, [documentId]);
  return found ? { path: found.path, title: found.title } : null;
}

/** For who asked, whose link is open in this transaction: the public article that grew from their question. */
export const publishedOfOpened = async (ctx: Ctx): Promise<Told | null> =>
  told(ctx, (await findOfOpened(ctx)).id);
