import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import {
  dropDraft,
  earlierOutcome,
  type FormValues,
  listDrafts,
  loadDraft,
  rememberOutcome,
  saveDraft,
  typed,
} from '#kernel/forms/forms.ts';
import { isId, newId } from '#kernel/ids.ts';
import type { DraftLine } from '../form/schema.ts';
import { holdDraft } from '../queries.ts';

const DRAFT = 'referral';

/** Keeps what is being typed. An id that is somebody else's draft is as good as none. */
export async function keepDraft(ctx: Ctx, id: string, values: FormValues, kind = DRAFT): Promise<void> {
  try {
    await saveDraft(ctx, kind, id, values);
  } catch (error) {
    // The row is there and is not the actor's: row-level security refuses to overwrite it.
    if (error instanceof Error && 'code' in error && error.code === '42501') throw notFound();
    throw error;
  }
}

/**
 * Lets one of two submits of the same draft go first. The other waits here and then finds the answer the first one got,
 * before it meets the rows the first one wrote.
 */
export async function sentBefore(ctx: Ctx, draftId: string, values: FormValues): Promise<string | null> {
  await holdDraft(ctx, draftId);
  const key = typed(values, '_key');
  return (isId(key) ? await earlierOutcome(ctx, key) : null) ?? whereSent(ctx, draftId);
}

/** Where the referral is that this draft became, for whoever goes back to it within a day; null when it was not sent. */
export const whereSent = (ctx: Ctx, draftId: string): Promise<string | null> => earlierOutcome(ctx, draftId);

/** The draft has become a referral: it goes, and its address knows where the referral is. */
export async function draftSent(ctx: Ctx, draftId: string, where: string): Promise<void> {
  await rememberOutcome(ctx, draftId, where);
  await dropDraft(ctx, draftId);
}

export async function draftValues(ctx: Ctx, id: string, kind = DRAFT): Promise<FormValues> {
  const draft = await loadDraft(ctx, kind, id);
  if (!draft) throw notFound();
  return draft.data;
}

/** The id to keep a form under: the one it came with, or a new one where it has none or that one has been sent. */
export const openDraftId = async (ctx: Ctx, id: string): Promise<string> =>
  isId(id) && !(await whereSent(ctx, id)) ? id : newId();

/** What keeping a draft answers to the script: nothing to show, and the address that opens it again. */
export const kept = (address: string): Response =>
  new Response(null, { status: 204, headers: { 'content-location': address } });

/** Referrals begun and not sent, newest first. */
export const ownDrafts = async (ctx: Ctx): Promise<DraftLine[]> =>
  (await listDrafts(ctx, DRAFT)).map((d) => ({ id: d.id, name: draftName(d.data), at: d.updatedAt }));

/** Whom a draft is about, as far as it was typed. */
export const draftName = (values: FormValues): string =>
  `${typed(values, 'given_name')} ${typed(values, 'family_name')}`.trim() || typed(values, 'label');
