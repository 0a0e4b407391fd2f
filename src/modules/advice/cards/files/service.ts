import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { fileResponse, listFiles, openFile, storeFile } from '#kernel/files/files.ts';
import { mayAsk } from '../policy.ts';
import type { Card, CardFile } from '../schema.ts';
import { cardOf, holdCard } from '../service.ts';
import { markSigned } from '../writing/queries.ts';
import * as queries from './queries.ts';
import { CARD_FILES } from './schema.ts';

export async function filesOf(ctx: Ctx, cardId: string): Promise<readonly CardFile[]> {
  const rows = await queries.findFiles(ctx, cardId);
  if (rows.length === 0) return [];
  const known = await listFiles(
    ctx,
    rows.map((row) => row.fileId),
  );
  return rows.flatMap((row) => {
    const file = known.find(({ id }) => id === row.fileId);
    return file ? [{ ...row, kind: file.kind, size: file.size }] : [];
  });
}

async function keep(ctx: Ctx, card: Card, file: File | null, title: string, signature: boolean) {
  if (!file) throw invalid({ field: 'file', message: 'file' });
  const fileId = await storeFile(ctx, {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    allowed: CARD_FILES,
  });
  const { id: cardId, deskId, clientId, clientKind } = card;
  await queries.insertFile(ctx, { fileId, cardId, deskId, clientId, clientKind, title, signature });
}

/** Adds a document to a card of one's own. Throws `invalid` for a file that is none of the kinds taken. */
export async function addDocument(ctx: Ctx, id: string, title: string, file: File | null): Promise<void> {
  const card = await holdCard(ctx, id);
  if (card.workerId !== ctx.actor.subjectId || card.month === 'approved' || card.erased)
    throw new AppError('conflict', { reason: 'monthClosed' });
  await keep(ctx, card, file, title, false);
  await record(ctx, { action: 'card.document', objectType: 'advice_card', objectId: id, classes: ['D1'] });
}

/** A card signed on paper: the scan is its confirmation. */
export async function confirmOnPaper(ctx: Ctx, id: string, who: string, file: File | null): Promise<void> {
  const card = await holdCard(ctx, id);
  const decision = mayAsk(ctx.actor, card);
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
  await keep(ctx, card, file, who, true);
  await markSigned(ctx, id, who);
  await record(ctx, { action: 'card.signed', objectType: 'advice_card', objectId: id, classes: ['D1'] });
}

/** A file of a card, to save. Throws `not_found`. */
export async function giveFile(ctx: Ctx, id: string, fileId: string): Promise<Response> {
  await cardOf(ctx, id);
  if (!(await queries.findFiles(ctx, id)).some((file) => file.fileId === fileId)) throw notFound();
  await record(ctx, {
    action: 'view',
    objectType: 'advice_card_file',
    objectId: id,
    fileId,
    classes: ['D1'],
  });
  return fileResponse(await openFile(ctx, fileId));
}
