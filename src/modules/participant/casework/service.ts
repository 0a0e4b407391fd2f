import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { isLang, type Lang } from '#kernel/i18n.ts';
import { sendMail } from '#kernel/mail.ts';
import { sendInvitation } from '#modules/accounts/api.ts';
import { caseHead, loadCase, mayWriteClass, recordView, type SharedCase } from '#modules/cases/api.ts';
import { mayAnswer, unreadOf } from '../messages/policy.ts';
import { messagesOf, readAsWorker, storeAnswer } from '../messages/service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { InviteStatus, ParticipantHost } from './schema.ts';

/** The case, for the institution that leads it; for everybody else these pages do not exist. */
async function leading(ctx: Ctx, caseId: string): Promise<SharedCase> {
  const c = await loadCase(ctx, caseId);
  if (!mayAnswer(ctx.actor, c).allowed) throw notFound();
  return c;
}

const OVER = ['rejected', 'withdrawn', 'archived'];

async function statusOf(ctx: Ctx, c: SharedCase): Promise<InviteStatus> {
  const person = await queries.findContact(ctx, c.personId);
  const open = await queries.findInvitation(ctx, c.id);
  const access = await queries.findAccess(ctx, c.personId);
  return {
    name: [person?.given_name, person?.family_name].filter(Boolean).join(' '),
    email: open?.email ?? person?.email ?? '',
    lang: person?.preferred_lang ?? 'pl',
    joinedAt: access?.joined_at ?? null,
    waiting: open && open.accepted_at === null ? { email: open.email, sentAt: open.sent_at } : null,
    closed: !person || person.unidentified_label ? 'unidentified' : OVER.includes(c.state) ? 'state' : null,
  };
}

export async function invitePage(ctx: Ctx, caseId: string) {
  const c = await leading(ctx, caseId);
  await recordView(ctx, c, 'invitation', ['D1']);
  return { head: await caseHead(ctx, c), status: await statusOf(ctx, c) };
}

/** Invites the person to their window by mail; an earlier invitation that waits stops working. */
export async function invitePerson(
  ctx: Ctx,
  host: ParticipantHost,
  caseId: string,
  to: { email: string; lang: Lang },
): Promise<void> {
  const c = await leading(ctx, caseId);
  const status = await statusOf(ctx, c);
  if (status.closed) throw invalid({ field: '', message: 'invalid' });
  for (const { id } of await queries.findOpen(ctx, c.id)) await host.auth.withdrawInvitation(id);
  const id = await sendInvitation(host.auth, to.lang, { email: to.email, name: status.name });
  await noteInvitation(ctx, caseId, { id, ...to });
}

/** Writes down an invitation that sign-in has made; `joinInvited` knows it by its id. Earlier ones that wait are void. */
export async function noteInvitation(
  ctx: Ctx,
  caseId: string,
  invitation: { id: string; email: string; lang: Lang },
): Promise<void> {
  const c = await leading(ctx, caseId);
  await queries.withdrawOpen(ctx, c.id);
  await queries.insertInvitation(ctx, {
    ...invitation,
    caseId: c.id,
    personId: c.personId,
    partnershipId: c.partnershipId,
  });
  await note(ctx, c, 'person.invited', invitation.id);
}

/** Closes the window: the account opens it no more, and invitations that wait stop working. */
export async function closeWindow(ctx: Ctx, host: ParticipantHost, caseId: string): Promise<void> {
  const c = await leading(ctx, caseId);
  for (const { id } of await queries.findOpen(ctx, c.id)) await host.auth.withdrawInvitation(id);
  await queries.withdrawOpen(ctx, c.id);
  await queries.endAccess(ctx, c.personId);
  await note(ctx, c, 'person.window_closed', c.id);
}

export async function threadPage(ctx: Ctx, caseId: string) {
  const c = await leading(ctx, caseId);
  await recordView(ctx, c, 'messages', ['D1']);
  const access = await queries.findAccess(ctx, c.personId);
  const messages = await messagesOf(ctx, c.id);
  return {
    head: await caseHead(ctx, c),
    messages,
    unread: unreadOf(messages),
    joined: access !== null,
    mayWrite: (await mayWriteClass(ctx, c.id, 'D1')).allowed,
  };
}

/** A worker of the leading institution answers; everything the person wrote so far counts as read. */
export async function answerPerson(
  ctx: Ctx,
  host: ParticipantHost,
  caseId: string,
  message: { body: string; toConfirm: boolean },
): Promise<void> {
  const c = await leading(ctx, caseId);
  if (!(await mayWriteClass(ctx, c.id, 'D1')).allowed) throw notFound();
  const id = await storeAnswer(ctx, caseId, message);
  await note(ctx, c, 'message.sent', id);
  const access = await queries.findAccess(ctx, c.personId);
  const account = access && (await host.auth.account(access.account_id));
  if (!access || !account) return;
  const { subject, body } = text[isLang(access.lang) ? access.lang : 'pl'].mail.toPerson;
  await sendMail(ctx, { to: account.email, subject, body: body(`${host.siteUrl}/my/messages`) });
}

/** "I have read it", without an answer. */
export async function markRead(ctx: Ctx, caseId: string): Promise<void> {
  const c = await leading(ctx, caseId);
  if ((await readAsWorker(ctx, caseId)) > 0) await note(ctx, c, 'message.confirmed', c.id);
}

const note = (ctx: Ctx, c: SharedCase, action: string, objectId: string): Promise<void> =>
  record(ctx, {
    action,
    objectType: action.startsWith('message') ? 'message' : 'window',
    objectId,
    subjectId: c.personId,
    fileId: c.id,
  });
