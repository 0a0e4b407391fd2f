import type { Ctx } from '#kernel/context.ts';
import { hashOf, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import { commentPath, discussionPath, type ExchangeHost } from '../schema.ts';
import { rules, subjectOf } from '../service.ts';
import * as queries from './queries.ts';
import { text } from './text.pl.ts';

type LetterLang = 'pl' | 'en';
const langOf = (lang: string | null): LetterLang => (lang === 'en' ? 'en' : 'pl');

interface About {
  readonly kind: 'comment' | 'mark' | 'follow' | 'mine' | 'leave' | 'quiet';
  readonly contact?: string | null;
  readonly comment?: string;
  readonly subscription?: string;
}
/** The secret stands in the letter alone. */
async function link(
  ctx: Ctx,
  host: ExchangeHost,
  { kind, contact, comment, subscription }: About,
): Promise<string> {
  const secret = newSecret();
  await queries.addToken(ctx, {
    hash: hashOf(secret),
    kind,
    contact: contact ?? null,
    comment: comment ?? null,
    subscription: subscription ?? null,
  });
  const leaves = kind === 'leave' || kind === 'quiet';
  return `${host.siteUrl}/comments/${leaves ? 'leave' : 'link'}/${secret}`;
}

interface Writer {
  readonly commentId: string;
  readonly contactId: string | null;
  readonly to: string;
  readonly lang: LetterLang;
  readonly quiet: boolean;
  readonly state: string;
}
/** Those of the writers who can be written to. */
async function writers(ctx: Ctx, host: ExchangeHost, ids: readonly string[]): Promise<Writer[]> {
  const found: Writer[] = [];
  for (const row of await queries.findWriters(ctx, ids)) {
    const to = row.accountId === null ? row.email : await host.addressOf(row.accountId);
    if (to) found.push({ ...row, to, lang: langOf(row.contactLang ?? row.lang) });
  }
  return found;
}

/** Where the writer of a comment or of a notice goes from a letter: whoever has no account is known again by the link. */
const wayBack = (
  ctx: Ctx,
  host: ExchangeHost,
  { contactId, commentId }: Pick<Writer, 'contactId' | 'commentId'>,
): Promise<string> | string =>
  contactId === null
    ? `${host.siteUrl}${commentPath(commentId)}`
    : link(ctx, host, { kind: 'mine', contact: contactId, comment: commentId });

async function confirmComment(ctx: Ctx, host: ExchangeHost, id: string): Promise<void> {
  const [writer] = await writers(ctx, host, [id]);
  if (!writer || writer.contactId === null || writer.state !== 'unconfirmed') return;
  const t = text[writer.lang].comment;
  const url = await link(ctx, host, { kind: 'comment', contact: writer.contactId, comment: id });
  await sendMail(ctx, { to: writer.to, subject: t.subject, body: t.body(url) });
}

async function confirmMark(
  ctx: Ctx,
  host: ExchangeHost,
  id: string,
  contact: string | undefined,
): Promise<void> {
  const found = contact === undefined ? null : await queries.findContact(ctx, contact);
  if (!found || contact === undefined) return;
  const t = text[langOf(found.lang)].mark;
  const url = await link(ctx, host, { kind: 'mark', contact, comment: id });
  await sendMail(ctx, { to: found.email, subject: t.subject, body: t.body(url) });
}

async function confirmFollow(ctx: Ctx, host: ExchangeHost, id: string): Promise<void> {
  const s = await queries.findSubscription(ctx, id);
  if (!s?.email || s.contactId === null || s.confirmedAt !== null) return;
  const t = text[langOf(s.lang)].follow;
  const url = await link(ctx, host, { kind: 'follow', contact: s.contactId, subscription: id });
  await sendMail(ctx, { to: s.email, subject: t.subject, body: t.body(url) });
}

/** Tells those whom a shown comment answers or names; never its own author, and each person once. */
async function answered(ctx: Ctx, host: ExchangeHost, id: string): Promise<void> {
  const [own] = await queries.findWriters(ctx, [id]);
  if (own?.state !== 'shown') return;
  const told = new Set([own.accountId === null ? own.email : await host.addressOf(own.accountId)]);
  const ids = (await queries.findAddressed(ctx, id)).flatMap((row) => row.id ?? []);
  for (const writer of await writers(ctx, host, ids)) {
    if (writer.quiet || told.has(writer.to)) continue;
    told.add(writer.to);
    const t = text[writer.lang].answered;
    const leaveUrl = await link(ctx, host, { kind: 'quiet', comment: writer.commentId });
    const url = `${host.siteUrl}${commentPath(id)}`;
    await sendMail(ctx, { to: writer.to, subject: t.subject, body: t.body(url, leaveUrl), leaveUrl });
  }
}

async function toAuthor(
  ctx: Ctx,
  host: ExchangeHost,
  commentId: string,
  kind: 'decided' | 'published' | 'judged',
): Promise<void> {
  const [writer] = await writers(ctx, host, [commentId]);
  if (!writer) return;
  const t = text[writer.lang][kind];
  await sendMail(ctx, { to: writer.to, subject: t.subject, body: t.body(await wayBack(ctx, host, writer)) });
}

/** The statement of reasons reaches the author, and the outcome whoever sent a notice (art. 16(5), 17). */
async function decided(ctx: Ctx, host: ExchangeHost, id: string): Promise<void> {
  const decision = await queries.findDecision(ctx, id);
  if (!decision) return;
  if (decision.outcome === 'hide' || decision.outcome === 'remove')
    await toAuthor(ctx, host, decision.commentId, 'decided');
  if (decision.outcome === 'publish' || decision.outcome === 'restore')
    await toAuthor(ctx, host, decision.commentId, 'published');
  await toNotifiers(ctx, host, await queries.findNotifiers(ctx, null, id));
}

async function toNotifiers(
  ctx: Ctx,
  host: ExchangeHost,
  rows: readonly queries.NotifierRow[],
  kind?: 'acted' | 'stays',
): Promise<void> {
  for (const row of rows) {
    const to = row.accountId === null ? row.email : await host.addressOf(row.accountId);
    if (!to) continue;
    const t = text[langOf(row.lang)];
    const words = t[kind ?? (row.outcome === null ? 'received' : row.outcome === 'keep' ? 'kept' : 'acted')];
    const url =
      row.outcome === 'keep' ? await wayBack(ctx, host, row) : `${host.siteUrl}${commentPath(row.commentId)}`;
    await sendMail(ctx, {
      to,
      subject: words.subject,
      body: words.body(url, `${host.siteUrl}/comments/rules`),
    });
  }
}

/** The outcome of an appeal reaches whoever the decision was about: the author, or who sent a notice (art. 20(5)). */
async function judged(ctx: Ctx, host: ExchangeHost, id: string): Promise<void> {
  const appeal = await queries.findAppeal(ctx, id);
  if (!appeal) return;
  if (appeal.against !== 'keep') return toAuthor(ctx, host, appeal.commentId, 'judged');
  const notifiers = await queries.findNotifiers(ctx, null, appeal.decisionId);
  await toNotifiers(ctx, host, notifiers, appeal.outcome === 'reversed' ? 'acted' : 'stays');
}

/** Writes one letter; every kind says only that something waits, with a link. */
export async function letter(
  ctx: Ctx,
  host: ExchangeHost,
  payload: Readonly<Record<string, string>>,
): Promise<void> {
  const { kind, id } = payload;
  if (id === undefined) return;
  if (kind === 'comment') return confirmComment(ctx, host, id);
  if (kind === 'mark') return confirmMark(ctx, host, id, payload.contact);
  if (kind === 'follow') return confirmFollow(ctx, host, id);
  if (kind === 'answered') return answered(ctx, host, id);
  if (kind === 'decided') return decided(ctx, host, id);
  if (kind === 'received') return toNotifiers(ctx, host, await queries.findNotifiers(ctx, id, null));
  if (kind === 'judged') return judged(ctx, host, id);
}

/** Puts a job for each discussion somebody follows and has not heard of for some hours. */
export async function startTelling(ctx: Ctx): Promise<void> {
  const hours = (await rules(ctx))('letter_hours');
  for (const { id } of await queries.findDue(ctx, hours))
    await enqueue(ctx, 'exchange.tell', { id }, { key: `exchange.tell.${id}` });
}

/** One letter about what is new in a discussion, with one click to leave. */
export async function tell(ctx: Ctx, host: ExchangeHost, id: string): Promise<void> {
  const s = await queries.findSubscription(ctx, id);
  if (!s || s.confirmedAt === null) return;
  await queries.setTold(ctx, id);
  const to = s.accountId === null ? s.email : await host.addressOf(s.accountId);
  const subject = await subjectOf(ctx, host, s.subjectKind, s.subjectId).catch(() => null);
  if (!to || !subject) return;
  const t = text[langOf(s.lang)].news;
  const leaveUrl = await link(ctx, host, { kind: 'leave', subscription: id });
  const url = `${host.siteUrl}${discussionPath(subject)}?last=yes`;
  await sendMail(ctx, { to, subject: t.subject, body: t.body(url, leaveUrl), leaveUrl });
}

/** Every day: what was not confirmed, what was taken back, addresses and links whose time is over. */
export async function eraseOld(ctx: Ctx): Promise<void> {
  const limit = await rules(ctx);
  await queries.dropOldTokens(ctx);
  await queries.dropOldAttempts(ctx);
  await queries.dropUnconfirmed(ctx, limit('unconfirmed_days'));
  await queries.dropUnconfirmedWishes(ctx, limit('unconfirmed_days'));
  await queries.eraseWithdrawn(ctx, limit('withdrawn_days'));
  await queries.eraseContacts(ctx, {
    months: limit('contact_months'),
    days: limit('unconfirmed_days'),
    appealMonths: limit('appeal_months'),
  });
  await queries.unlinkAuthors(ctx, limit('author_months'));
}
