import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { fromPerson, sourceOfDay, withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, NIL_ID, newId, newSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { mayHoldIdentifier, sendMail } from '#kernel/mail.ts';
import { mayEdit } from '../../policy.ts';
import { mayRemark } from '../policy.ts';
import { WHOLE } from '../schema.ts';
import { readPart, readRound } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import {
  type AnswerForm,
  OUTCOMES,
  REMARK_KINDS,
  type Remark,
  type RemarkForm,
  type RemarkState,
} from './schema.ts';

const STATES: readonly RemarkState[] = ['waiting', 'shown', 'removed'];

const asRemark = ({ institutionId, ...row }: queries.RemarkRow): Remark => ({
  ...row,
  institution: institutionId !== null,
  kind: REMARK_KINDS.find((kind) => kind === row.kind) ?? 'question',
  state: STATES.find((state) => state === row.state) ?? 'waiting',
  outcome: OUTCOMES.find((outcome) => outcome === row.outcome) ?? null,
});

/** Remarks that readers see, in the order of the text. */
export const remarksOf = async (
  ctx: Ctx,
  roundId: string,
  position: number | null = null,
): Promise<readonly Remark[]> =>
  (await queries.findRemarks(ctx, roundId, position)).map(asRemark).filter(({ state }) => state === 'shown');

/** Whether the actor speaks for an institution; everybody else confirms an address. */
export const speaksForInstitution = (ctx: Ctx): boolean =>
  ctx.actor.kind === 'worker' && ctx.actor.institutionId !== NIL_ID;

/** The hash by which the same words are known again, however they are spaced. */
const textHash = (form: RemarkForm): string =>
  hashOf(`${form.kind} ${form.body.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()}`);

/**
 * Takes a remark about a paragraph of an open round. That of an institution shows at once; that of somebody without an
 * account waits for its address to be confirmed. Gives `shown` or `confirm`. Throws `invalid` and, when the round does not
 * last, `conflict`.
 * @param address the network address, for the limit of a day
 */
export async function leave(
  ctx: Ctx,
  at: { readonly id: string; readonly position: number },
  form: RemarkForm,
  address: string,
): Promise<'shown' | 'confirm'> {
  const t = text[ctx.lang].remark;
  const institution = speaksForInstitution(ctx);
  if (!institution && !fromPerson(ctx, form)) return 'confirm';
  const round = await readRound(ctx, at.id);
  if (!mayRemark(round).allowed) throw new AppError('conflict', { reason: t.closed });
  const part = await readPart(ctx, at.id, at.position);
  if (form.block !== WHOLE && !part.paragraphs.some(({ key }) => key === form.block)) throw notFound();
  if (mayHoldIdentifier(form.body)) throw invalid({ field: 'body', message: t.number });
  const remark = {
    id: newId(),
    roundId: at.id,
    position: at.position,
    block: form.block,
    kind: form.kind,
    body: form.body,
    textHash: textHash(form),
  };
  if (institution) {
    const made = await queries.insertRemark(ctx, { ...remark, signature: ctx.actor.institutionName });
    if (made > 0)
      await record(ctx, { action: 'consultation.remark', objectType: 'remark', objectId: remark.id });
    return 'shown';
  }
  if (form.name === '') throw invalid({ field: 'name', message: 'required' });
  if (form.email === '') throw invalid({ field: 'email', message: 'required' });
  if (mayHoldIdentifier(form.name)) throw invalid({ field: 'name', message: t.number });
  const { taken } = await queries.leaveRemark(ctx, {
    ...remark,
    signature: form.name,
    email: form.email,
    source: sourceOfDay(ctx, address),
  });
  if (taken === null) throw new AppError('conflict', { reason: t.closed });
  if (!taken) throw invalid({ field: '', message: t.tooMany });
  await enqueue(ctx, 'library.remark_confirm', { id: remark.id });
  return 'confirm';
}

/** What a link in a letter is about. Throws `not_found` for one that nobody sent. */
export async function linked(ctx: Ctx, token: string) {
  const row = await queries.findByToken(ctx, hashOf(token));
  if (!row?.roundId || row.position === null) throw notFound();
  const state = (['open', 'done', 'expired'] as const).find((each) => each === row.state) ?? 'expired';
  return { roundId: row.roundId, position: row.position, block: row.block ?? WHOLE, state };
}

/** Confirms a remark; a link used again or too old changes nothing. */
export async function confirm(ctx: Ctx, token: string): Promise<void> {
  await linked(ctx, token);
  const { confirmed } = await queries.confirmRemark(ctx, hashOf(token));
  if (confirmed)
    await record(withoutSecret(ctx, '/consultations/confirm'), {
      action: 'consultation.confirm',
      objectType: 'remark',
    });
}

/** By the system: the letter with the link. The secret stands in the letter alone. */
export async function sendConfirmation(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const contact = await queries.findContact(ctx, id);
  if (contact?.state !== 'unconfirmed') return;
  const t = text[contact.lang === 'en' ? 'en' : 'pl'].letters;
  const token = newSecret();
  await queries.addToken(ctx, hashOf(token), id);
  const link = `${siteUrl}/consultations/confirm/${token}`;
  await sendMail(ctx, { to: contact.email, subject: t.confirmSubject, body: t.confirmBody(link) });
}

/** By the system: tells whoever left an address that there is an answer, or why the remark does not show. */
export async function sendAnswer(ctx: Ctx, id: string, siteUrl: string): Promise<void> {
  const contact = await queries.findContact(ctx, id);
  if (!contact || contact.state === 'unconfirmed' || contact.state === 'waiting') return;
  const t = text[contact.lang === 'en' ? 'en' : 'pl'].letters;
  const row = await queries.findRemark(ctx, id);
  if (contact.state === 'removed') {
    const reason = row && !mayHoldIdentifier(row.removedReason) ? row.removedReason : '';
    await sendMail(ctx, { to: contact.email, subject: t.removedSubject, body: t.removedBody(reason) });
    return;
  }
  const link = `${siteUrl}/consultations/${contact.roundId}/${contact.position}#${row?.block ?? WHOLE}`;
  await sendMail(ctx, { to: contact.email, subject: t.answerSubject, body: t.answerBody(link) });
}

export async function eraseOld(ctx: Ctx): Promise<void> {
  await queries.dropUnconfirmed(ctx);
  await queries.dropContacts(ctx);
  await queries.dropSources(ctx);
}

/** Every remark of a round that was confirmed, for editors. */
export async function allRemarks(ctx: Ctx, roundId: string): Promise<readonly Remark[]> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  return (await queries.findRemarks(ctx, roundId, null)).map(asRemark);
}

/** A remark as an editor answers it. Throws `not_found`. */
export async function readRemark(ctx: Ctx, id: string): Promise<Remark> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  const row = await queries.findRemark(ctx, id);
  if (!row) throw notFound();
  return asRemark(row);
}

async function hold(ctx: Ctx, id: string, version: number | undefined): Promise<Remark> {
  if (!mayEdit(ctx.actor).allowed) throw notFound();
  const held = await queries.lockRemark(ctx, id);
  if (!held) throw notFound();
  const remark = await readRemark(ctx, id);
  if (version !== undefined && held.rowVersion !== version) throw stale({ ...remark });
  return remark;
}

const recordStep = (ctx: Ctx, action: string, id: string, detail: Record<string, string> = {}) =>
  record(ctx, { action, objectType: 'remark', objectId: id, detail });

/** Answers a remark that readers see; an answer may be corrected. Throws `invalid` for a refusal without its reason. */
export async function answer(ctx: Ctx, id: string, form: AnswerForm): Promise<Remark> {
  const remark = await hold(ctx, id, form._version);
  if (remark.state !== 'shown') throw new AppError('conflict', { reason: text[ctx.lang].desk.answerShown });
  if (form.answer === '' && (form.outcome === 'rejected' || form.outcome === 'partly'))
    throw invalid({ field: 'answer', message: text[ctx.lang].desk.reasonNeeded });
  if (mayHoldIdentifier(form.answer))
    throw invalid({ field: 'answer', message: text[ctx.lang].remark.number });
  await queries.answer(ctx, id, form.outcome, form.answer);
  await recordStep(ctx, 'consultation.answer', id, { outcome: form.outcome });
  // Who corrects an answer at once sends one letter.
  await enqueue(ctx, 'library.remark_answer', { id }, { key: `library.remark_answer:${id}` });
  return remark;
}

/** Lets a remark that waits be read, or one that was removed be read again. */
export async function show(ctx: Ctx, id: string, version: number | undefined): Promise<Remark> {
  const remark = await hold(ctx, id, version);
  if (remark.state !== 'shown') {
    await queries.show(ctx, id);
    await recordStep(ctx, 'consultation.show', id);
  }
  return remark;
}

/** Takes a remark from readers; its author is told the reason. */
export async function remove(
  ctx: Ctx,
  id: string,
  form: { readonly reason: string; readonly _version?: number | undefined },
): Promise<Remark> {
  const remark = await hold(ctx, id, form._version);
  await queries.remove(ctx, id, form.reason);
  await recordStep(ctx, 'consultation.remove', id);
  await enqueue(ctx, 'library.remark_answer', { id }, { key: `library.remark_answer:${id}` });
  return remark;
}
