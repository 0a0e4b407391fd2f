import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import type { Window } from '../schema.ts';
import { requireWindow } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import { ABOUT, type About, type Message } from './schema.ts';

/** Messages of a case for whoever may read them: the person, or the institution that leads. */
export const messagesOf = async (ctx: Ctx, caseId: string): Promise<Message[]> =>
  (await queries.findMessages(ctx, caseId)).map((row) => ({
    id: row.id,
    sender: row.sender === 'worker' ? 'worker' : 'participant',
    workerName: row.sender === 'worker' ? row.worker_name : null,
    institutionName: row.institution_name,
    about: ABOUT.find((a) => a === row.about) ?? 'other',
    body: row.body,
    sentAt: row.sent_at,
    toConfirm: row.to_confirm,
    confirmedAt: row.confirmed_at,
  }));

/** A worker's message; everything the person wrote so far counts as read. Who may write is asked by the caller. */
export async function storeAnswer(
  ctx: Ctx,
  caseId: string,
  message: { body: string; toConfirm: boolean },
): Promise<string> {
  const id = newId();
  await queries.insertMessage(ctx, {
    id,
    caseId,
    sender: 'worker',
    workerId: ctx.actor.subjectId,
    institutionId: ctx.actor.institutionId,
    about: 'other',
    body: message.body,
    toConfirm: message.toConfirm,
  });
  await readAsWorker(ctx, caseId);
  return id;
}

/** Everything the person wrote is read; returns how many messages were not before. */
export const readAsWorker = queries.confirmAsWorker;

/** Unread messages of the cases the worker sees, by case. */
export const unreadByCase = async (ctx: Ctx): Promise<Map<string, number>> =>
  new Map((await queries.countUnread(ctx)).map((row) => [row.case_id, row.unread ?? 0]));

/** The person writes to the coordinator, who gets a mail that something waits: not from whom, and not what. */
export async function writeToCoordinator(
  ctx: Ctx,
  message: { body: string; about: About },
  siteUrl: string,
): Promise<void> {
  const w = await requireWindow(ctx);
  const id = newId();
  await queries.insertMessage(ctx, {
    id,
    caseId: w.caseId,
    sender: 'participant',
    workerId: null,
    institutionId: null,
    about: message.about,
    body: message.body,
    toConfirm: false,
  });
  await note(ctx, w, 'message.sent', id);
  if (!w.coordinator?.email) return;
  const { subject, body } = text.pl.mail.toCoordinator;
  await sendMail(ctx, {
    to: w.coordinator.email,
    subject,
    body: body(`${siteUrl}/cases/${w.caseId}/messages`),
  });
}

/** The person confirms having read a message. Saying it twice changes nothing; a message of another case is not there. */
export async function confirmMessage(ctx: Ctx, id: string): Promise<void> {
  const w = await requireWindow(ctx);
  const message = (await messagesOf(ctx, w.caseId)).find((m) => m.id === id && m.sender === 'worker');
  if (!message) throw notFound();
  if (message.confirmedAt) return;
  await queries.confirmAsPerson(ctx, w.caseId, id);
  await note(ctx, w, 'message.confirmed', id);
}

const note = (ctx: Ctx, w: Window, action: string, objectId: string): Promise<void> =>
  record(ctx, { action, objectType: 'message', objectId, subjectId: w.personId, fileId: w.caseId });
