import { createHash } from 'node:crypto';
import { record as audit } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { refusedMail, sendMail } from '#kernel/mail.ts';
import { addMonths, warsawDate } from '#kernel/time.ts';
import { markForChecking, proposedOf, safe } from '../moderation/api.ts';
import { entityView, freshnessRules } from '../record/api.ts';
import * as queries from './queries.ts';
import {
  type ChangeForm,
  LETTER_STATES,
  type Letter,
  LINK_DAYS,
  MOST_A_DAY,
  MOST_LETTERS,
  PAUSE_DAYS,
} from './schema.ts';
import { text } from './text.pl.ts';

const DAY_MS = 86_400_000;
const later = (now: Date, days: number) => new Date(now.getTime() + days * DAY_MS);
const addressHash = (email: string) => createHash('sha256').update(email.toLowerCase()).digest('hex');

async function due(ctx: Ctx, address: string | null): Promise<queries.DueRow[]> {
  const { ageing } = await freshnessRules(ctx);
  return queries.findDue(ctx, {
    before: addMonths(warsawDate(ctx.now), -ageing),
    // An hour is forgiven, so that the letters keep their time of day.
    pauseSince: new Date(later(ctx.now, -PAUSE_DAYS).getTime() + DAY_MS / 24),
    most: MOST_LETTERS,
    addressHash: address,
  });
}

/** Puts a letter into the queue for every address whose records are due: one letter, however many records. */
export async function startLetters(ctx: Ctx): Promise<void> {
  await noteRefused(ctx);
  const addresses = [...new Set((await due(ctx, null)).map((r) => r.addressHash ?? ''))];
  for (const address of addresses.slice(0, MOST_A_DAY))
    await enqueue(ctx, 'directory.freshness.letter', { address }, { key: `directory.freshness.${address}` });
}

/** The letter to one address, with a link for each of its records. Nothing when it is no longer due. */
export async function sendLetter(ctx: Ctx, address: string, siteUrl: string): Promise<void> {
  const rows = await due(ctx, address);
  const [first] = rows;
  if (!first) return;
  const leave = newSecret();
  const lines: string[] = [];
  for (const row of rows) {
    const token = newSecret();
    await queries.insertLetter(ctx, {
      id: newId(ctx.now.getTime()),
      entityId: row.id,
      addressHash: address,
      tokenHash: hashOf(token),
      leaveHash: hashOf(leave),
      until: later(ctx.now, LINK_DAYS),
    });
    lines.push(`${safe(row.name)}\n${siteUrl}/directory/confirm/${token}`);
  }
  const leaveUrl = `${siteUrl}/directory/confirm/leave/${leave}`;
  const t = text.pl.mail;
  await sendMail(ctx, {
    to: first.email,
    subject: t.subject,
    body: t.body(lines.join('\n\n'), leaveUrl, LINK_DAYS),
    leaveUrl,
  });
}

/** An address that a mail server does not know is a reason to look at the record. */
async function noteRefused(ctx: Ctx): Promise<void> {
  for (const mail of await refusedMail(ctx, later(ctx.now, -14)))
    for (const { entityId } of await queries.refuseLetters(ctx, addressHash(mail.to), mail.createdAt))
      await markForChecking(ctx, { entityId, cause: 'bounced', by: 'import' });
}

/** What a link leads to. Throws `not_found` when nobody sent it. */
export async function letterOf(ctx: Ctx, token: string, siteUrl: string): Promise<Letter> {
  const row = await queries.findLetter(ctx, hashOf(token));
  if (!row?.entityId) throw notFound();
  const state = LETTER_STATES.find((s) => s === row.state) ?? 'expired';
  return { state, view: await entityView(ctx, row.entityId, siteUrl) };
}

const quietly = (ctx: Ctx): Ctx => withoutSecret(ctx, '/directory/confirm');

/** One click: everything is true as of today. A used or old link changes nothing. */
export async function confirm(ctx: Ctx, token: string): Promise<void> {
  const { id } = await queries.confirm(ctx, hashOf(token));
  if (id === null) return;
  const detail = { by: 'entity', way: 'letter' };
  await audit(quietly(ctx), { action: 'directory.confirm', objectType: 'entity', objectId: id, detail });
}

/** What is wrong, for the editors. Throws `invalid` when nothing was said. */
export async function propose(ctx: Ctx, token: string, form: ChangeForm, siteUrl: string): Promise<void> {
  const { view, state } = await letterOf(ctx, token, siteUrl);
  if (state !== 'open') return;
  const proposed = proposedOf(view.record, form);
  if (Object.keys(proposed).length === 0 && form.note === '')
    throw invalid({ field: 'note', message: text[ctx.lang].nothingSaid });
  const { id } = await queries.propose(ctx, {
    hash: hashOf(token),
    id: newId(ctx.now.getTime()),
    proposed: JSON.stringify(proposed),
    note: form.note,
    lang: ctx.lang === 'en' ? 'en' : 'pl',
  });
  if (id !== null)
    await audit(quietly(ctx), { action: 'directory.propose', objectType: 'entity', objectId: id });
}

/** The address is somebody else's now. */
export async function notOurs(ctx: Ctx, token: string): Promise<void> {
  const { id } = await queries.notOurs(ctx, hashOf(token), newId(ctx.now.getTime()));
  if (id !== null)
    await audit(quietly(ctx), { action: 'directory.not_ours', objectType: 'entity', objectId: id });
}

export const leaves = async (ctx: Ctx, token: string): Promise<boolean> =>
  (await queries.leaves(ctx, hashOf(token))).known === true;
export const leave = (ctx: Ctx, token: string): Promise<number> => queries.leave(ctx, hashOf(token));

/** Once a month: how much of the base was confirmed within six and twelve months. */
export async function takeMonth(ctx: Ctx): Promise<void> {
  await queries.takeMonth(ctx, warsawDate(ctx.now));
}
