import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { imageResponse, openFile, removeFile, storeFile } from '#kernel/files/files.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { newId } from '#kernel/ids.ts';
import { tell } from '../../save/service.ts';
import * as queries from '../queries.ts';
import { handOf, kept, PHOTO_KINDS } from '../service.ts';

/** The most photos of one record: a page, not an album. */
const MOST = 12;

/** A photo with its alternative text; without that text it is not taken. */
export async function addPhoto(
  ctx: Ctx,
  id: string,
  about: { altPl: string; altEn: string; licence: string },
  values: FormValues,
): Promise<void> {
  const record = await kept(ctx, id);
  const { file } = values;
  if (!(file instanceof File) || file.size === 0) throw invalid({ field: 'file', message: 'file' });
  if (record.photos.length >= MOST) throw invalid({ field: 'file', message: 'number.max' });
  // The name a person's device gave it is nobody's business once the picture is public.
  const fileId = await storeFile(ctx, {
    name: `photo.${file.name.split('.').at(-1) ?? ''}`,
    bytes: new Uint8Array(await file.arrayBuffer()),
    allowed: PHOTO_KINDS,
    isPublic: true,
  });
  await queries.insertPhoto(ctx, { id: newId(), entityId: id, fileId, ...about });
  await queries.touch(ctx, id);
  const fields = [{ field: 'photos', before: '', after: about.altPl }];
  await tell(ctx, [{ id, by: handOf(ctx, record), source: null, isNew: false, fields }]);
}

export async function dropPhoto(ctx: Ctx, id: string, photoId: string): Promise<void> {
  const record = await kept(ctx, id);
  const photo = record.photos.find((p) => p.id === photoId);
  if (!photo || (await queries.deletePhoto(ctx, photoId)) === 0) throw notFound();
  // A file that another institution stored stays with it; the page no longer shows it.
  if (record.institutionId === ctx.actor.institutionId)
    await removeFile(ctx, photo.fileId).catch(ignoreMissing);
  await queries.touch(ctx, id);
  const fields = [{ field: 'photos', before: photo.altPl, after: '' }];
  await tell(ctx, [{ id, by: handOf(ctx, record), source: null, isNew: false, fields }]);
}

function ignoreMissing(error: unknown): void {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'not_found') throw error;
}

/** The bytes of a photo of the base, and of nothing else. */
export async function photoFile(ctx: Ctx, fileId: string): Promise<Response> {
  if ((await queries.isPhoto(ctx, fileId)).length === 0) throw notFound();
  return imageResponse(await openFile(ctx, fileId));
}
