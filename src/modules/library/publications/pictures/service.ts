import type { Ctx } from '#kernel/context.ts';
import { openFile } from '#kernel/files/files.ts';
import { type FileKind, MEDIA_TYPES } from '#kernel/files/kinds.ts';
import { isId } from '#kernel/ids.ts';
import { imagesIn } from '#kernel/markdown/tree.ts';
import { imageOf } from '../../service.ts';
import type { Book, Picture } from '../schema.ts';

const PLACE = '/library/images/';
/** What paper and readers of books can draw. */
const DRAWN: readonly FileKind[] = ['jpeg', 'png', 'webp'];

/** The pictures of a book that are kept here and that readers see, by their address in the text. */
export async function picturesOf(ctx: Ctx, book: Book): Promise<ReadonlyMap<string, Picture>> {
  const found = new Map<string, Picture>();
  for (const src of new Set([book, ...book.chapters].flatMap(({ blocks }) => imagesIn(blocks)))) {
    const id = src.startsWith(PLACE) ? src.slice(PLACE.length) : '';
    if (!isId(id) || !(await imageOf(ctx, id))) continue;
    const { kind, bytes } = await openFile(ctx, id);
    if (DRAWN.includes(kind)) found.set(src, { name: `${id}.${kind}`, type: MEDIA_TYPES[kind], bytes });
  }
  return found;
}
