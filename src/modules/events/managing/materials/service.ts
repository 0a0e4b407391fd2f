import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { storeFile } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import type { Event } from '../../schema.ts';
import * as queries from '../queries.ts';

const KINDS = ['pdf', 'docx', 'odt', 'xlsx', 'csv', 'txt', 'png', 'jpeg'] as const;

/** Adds a file: for everybody, or for those who have a place. */
export async function addMaterial(
  ctx: Ctx,
  event: Event,
  form: { title: string; kind: string; audience: 'public' | 'registered'; file: File },
): Promise<void> {
  const fileId = await storeFile(ctx, {
    name: form.file.name,
    bytes: new Uint8Array(await form.file.arrayBuffer()),
    allowed: KINDS,
    isPublic: form.audience === 'public',
  });
  await queries.addMaterial(ctx, { ...form, id: newId(ctx.now.getTime()), eventId: event.id, fileId });
  await record(ctx, { action: 'events.material', objectType: 'event', objectId: event.id });
}

/** The file stays with the organiser; nobody else opens it any more. */
export async function withdrawMaterial(ctx: Ctx, event: Event, id: string): Promise<void> {
  await queries.withdrawMaterial(ctx, event.id, id);
  await record(ctx, { action: 'events.material_withdraw', objectType: 'event', objectId: event.id });
}
