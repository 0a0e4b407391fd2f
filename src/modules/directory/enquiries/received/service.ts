import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { hashOf } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { holdsNumber } from '../fields/schema.ts';
import { DECLINES, type EnquiryState, isExpired } from '../schema.ts';
import { type Asked, letter, note, openAsked, questionsOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { AbuseForm, AskForm, DeclineForm, QuoteForm, ReceivedItem, ReceivedView } from './schema.ts';

/** The enquiry as the asked entity reads it; that it was opened is noted for the buyer. */
export async function receivedView(ctx: Ctx, key: string): Promise<ReceivedView> {
  const { enquiry, recipient } = await openAsked(ctx, key);
  if (recipient.seenAt === null) await queries.setSeen(ctx, recipient.id);
  await note(ctx, 'view', enquiry.id);
  const row = await queries.findAnswer(ctx, recipient.id);
  const expired = isExpired(enquiry, warsawDate(ctx.now));
  return {
    key,
    entity: { id: recipient.entityId, name: recipient.entityName },
    enquiry,
    answer: row && {
      ...row,
      kind: row.kind === 'quote' ? 'quote' : 'decline',
      priceBasis: row.priceBasis === 'unit' ? 'unit' : 'total',
      declineReason: DECLINES.find((reason) => reason === row.declineReason) ?? null,
    },
    questions: await questionsOf(ctx, enquiry.id),
    open: enquiry.state === 'sent' && !expired,
    expired,
    chosen: enquiry.chosenId === recipient.id,
    reported: recipient.reportedAt !== null,
  };
}

/** Throws `invalid` when answers are no longer taken. */
async function answering(ctx: Ctx, key: string): Promise<Asked> {
  const asked = await openAsked(ctx, key);
  if (asked.enquiry.state !== 'sent' || isExpired(asked.enquiry, warsawDate(ctx.now)))
    throw invalid({ field: '', message: text[ctx.lang].received.over });
  return asked;
}

export async function quote(ctx: Ctx, key: string, form: QuoteForm): Promise<void> {
  const { enquiry, recipient } = await answering(ctx, key);
  const t = text[ctx.lang];
  if (form.price === null) throw invalid({ field: 'price', message: 'required' });
  if (form.valid !== null && form.valid < warsawDate(ctx.now))
    throw invalid({ field: 'valid', message: 'date.past' });
  if (holdsNumber(form.body)) throw invalid({ field: 'body', message: t.need.number });
  const { price, basis, valid: validUntil, body } = form;
  const answer = { kind: 'quote', price, basis, validUntil, body, reason: null } as const;
  if ((await queries.saveAnswer(ctx, recipient.id, answer)) === 0) return;
  await letter(ctx, 'answered', recipient.id);
  await note(ctx, 'enquiry.quote', enquiry.id);
}

export async function decline(ctx: Ctx, key: string, form: DeclineForm): Promise<void> {
  const { enquiry, recipient } = await answering(ctx, key);
  const t = text[ctx.lang];
  if (form.reason === 'other' && form.declineNote === '')
    throw invalid({ field: 'declineNote', message: t.received.noteNeeded });
  if (holdsNumber(form.declineNote)) throw invalid({ field: 'declineNote', message: t.need.number });
  const { reason, declineNote: body } = form;
  const answer = { kind: 'decline', price: null, basis: 'total', validUntil: null, body, reason } as const;
  if ((await queries.saveAnswer(ctx, recipient.id, answer)) === 0) return;
  await letter(ctx, 'answered', recipient.id);
  await note(ctx, 'enquiry.decline', enquiry.id);
}

/** Questions that one entity may have about one enquiry. */
const MAX_QUESTIONS = 20;

/** A question to the buyer, which everybody asked will read with its answer, without the name of who asked. */
export async function ask(ctx: Ctx, key: string, form: AskForm): Promise<void> {
  const { enquiry, recipient } = await answering(ctx, key);
  const t = text[ctx.lang];
  if (holdsNumber(form.question)) throw invalid({ field: 'question', message: t.need.number });
  if ((await questionsOf(ctx, enquiry.id)).length >= MAX_QUESTIONS)
    throw invalid({ field: 'question', message: t.received.tooManyQuestions });
  if ((await queries.addQuestion(ctx, form.id, enquiry.id, recipient.id, form.question)) === 1)
    await letter(ctx, 'question', form.id);
}

/** Blocks the sender for this entity, or reports the enquiry to the editors as well. */
export async function refuseSender(ctx: Ctx, key: string, form: AbuseForm): Promise<void> {
  const { enquiry, recipient } = await openAsked(ctx, key);
  if (enquiry.contact) await queries.block(ctx, recipient.entityId, hashOf(enquiry.contact.email));
  if (form.what === 'report') await queries.report(ctx, recipient.id, form.reportNote);
  await note(ctx, `enquiry.${form.what}`, enquiry.id);
}

export const PAGE = 25;

export async function receivedList(
  ctx: Ctx,
  page: number,
): Promise<{ items: readonly ReceivedItem[]; total: number }> {
  const today = warsawDate(ctx.now);
  const rows = await queries.findReceived(ctx, PAGE, (page - 1) * PAGE);
  const { n } = await queries.countReceived(ctx);
  const items = rows.map((row) => ({
    ...row,
    state: row.state as EnquiryState,
    answered: row.answered === true,
    expired: row.state === 'sent' && row.answerBy < today,
  }));
  return { items, total: n ?? 0 };
}
