import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { instantAt, warsawDate } from '#kernel/time.ts';
import { mayApprove, mayWrite } from '../../policy.ts';
import type { Piece } from '../../schema.ts';
import { difference, shortened, textOf } from '../difference/service.ts';
import * as queries from '../queries.ts';
import type { Draft } from '../schema.ts';
import { demandEditor, hold, readDraft, recordStep, typedDay } from '../service.ts';

/** Hands a draft over to a second pair of eyes. Throws `invalid` when its picture says nothing to who does not see it. */
export async function propose(ctx: Ctx, id: string, version: number | undefined): Promise<void> {
  const draft = await hold(ctx, id, version);
  if (!mayWrite(ctx.actor, draft).allowed) throw new AppError('conflict', { reason: 'notDraft' });
  if (draft.imageAlt === '' && (await queries.findPicture(ctx, draft.documentId)))
    throw invalid({ field: 'image_alt', message: 'required' });
  await queries.setState(ctx, id, 'proposed', '');
  await recordStep(ctx, 'document.propose', draft.documentId, { lang: draft.lang, version: draft.number });
}

/** Back to writing: the author takes it back, or the second pair of eyes says what to mend. */
export async function sendBack(
  ctx: Ctx,
  id: string,
  version: number | undefined,
  note: string,
): Promise<void> {
  const draft = await hold(ctx, id, version);
  if (draft.state !== 'proposed') throw new AppError('conflict', { reason: 'notProposed' });
  await queries.setState(ctx, id, 'draft', note);
  await recordStep(ctx, 'document.return', draft.documentId, { lang: draft.lang, version: draft.number });
}

/**
 * Approves a proposed version, to be read from an instant on (now when `on` is empty). What was shown before ends then.
 * Gives where it is read, and whether it is already.
 * Throws `invalid` for a day that is none or has passed, `conflict` with `ownWords` when the approver wrote in it.
 */
export async function approve(
  ctx: Ctx,
  id: string,
  form: { readonly _version?: number | undefined; readonly on: string; readonly at: string },
): Promise<{ readonly path: string; readonly shown: boolean }> {
  const draft = await hold(ctx, id, form._version);
  const decision = mayApprove(ctx.actor, draft);
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
  const from = shownFrom(ctx, form.on, form.at);
  await queries.lockDocument(ctx, draft.documentId);
  await queries.giveWay(ctx, draft.documentId, draft.lang, from);
  await queries.endEarlier(ctx, draft.documentId, draft.lang, from);
  await queries.publish(ctx, id, from);
  await queries.markPublished(ctx, draft.documentId, from);
  await recordStep(ctx, 'document.publish', draft.documentId, { lang: draft.lang, version: draft.number });
  return { path: draft.path, shown: from <= ctx.now };
}

function shownFrom(ctx: Ctx, on: string, at: string): Date {
  const day = typedDay(ctx, 'on', on, 'future');
  if (day === null) return ctx.now;
  if (at !== '' && !/^([01]?\d|2[0-3]):[0-5]\d$/.test(at)) throw invalid({ field: 'at', message: 'time' });
  const from = instantAt(day, at === '' ? '00:00' : at.padStart(5, '0'));
  if (from >= ctx.now) return from;
  if (day < warsawDate(ctx.now)) throw invalid({ field: 'on', message: 'date.past' });
  return ctx.now;
}

/** Takes a document from readers in a language, with a reason that stays. */
export async function withdraw(ctx: Ctx, documentId: string, lang: string, reason: string): Promise<void> {
  demandEditor(ctx);
  if (!(await queries.lockDocument(ctx, documentId))) throw notFound();
  await queries.withdraw(ctx, documentId, lang, reason);
  await queries.hideWhenEmpty(ctx, documentId);
  await recordStep(ctx, 'document.withdraw', documentId, { lang });
}

/** Why the reader may not approve a version; null when they may. */
export function refusal(ctx: Ctx, draft: Draft): string | null {
  const decision = mayApprove(ctx.actor, draft);
  return decision.allowed ? null : decision.reason;
}

/** What a version changes beside what readers see, or saw last; null when they never saw anything. */
export async function changes(ctx: Ctx, draft: Draft): Promise<readonly Piece[] | null> {
  const latest = await queries.findLatestWords(ctx, draft.documentId, draft.lang);
  if (!latest || latest.id === draft.id) return null;
  const before = await readDraft(ctx, latest.id);
  return shortened(difference(textOf(before), textOf(draft)));
}
