import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { withoutSecret } from '#kernel/forms/guest.ts';
import { hashOf, isSecret } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import * as queries from './queries.ts';
import {
  type Enquiry,
  type EnquiryState,
  type LetterKind,
  OUTCOME_REASONS,
  type Question,
  VALUE_BANDS,
} from './schema.ts';

/** Names the key of a link for this transaction. @returns the id when the key is none of a link */
export async function hold(ctx: Ctx, key: string): Promise<string | null> {
  if (!isSecret(key)) return key;
  await queries.holdKey(ctx, hashOf(key));
  return null;
}

function asEnquiry(ctx: Ctx, row: queries.EnquiryRow): Enquiry {
  const { name, role, email, phone, categoryPl, categoryEn, ...rest } = row;
  return {
    ...rest,
    state: row.state as EnquiryState,
    valueBand: VALUE_BANDS.find((band) => band === row.valueBand) ?? 'unknown',
    lang: row.lang === 'en' ? 'en' : 'pl',
    outcome: row.outcome === 'chosen' || row.outcome === 'none' ? row.outcome : null,
    outcomeReason: OUTCOME_REASONS.find((reason) => reason === row.outcomeReason) ?? null,
    categoryName: ctx.lang === 'en' ? categoryEn : categoryPl,
    contact: name === null ? null : { name, role: role ?? '', email: email ?? '', phone: phone ?? '' },
  };
}

export async function readEnquiry(ctx: Ctx, id: string): Promise<Enquiry> {
  const row = await queries.findEnquiry(ctx, id);
  if (!row) throw notFound();
  return asEnquiry(ctx, row);
}

export interface Bought {
  readonly enquiry: Enquiry;
  /** `draft`: the key of the form, before its address is confirmed. `full`: a letter, or the institution that asks. */
  readonly by: 'draft' | 'full';
}
/** The enquiry of whoever asks. Throws `not_found` for everybody else. */
export async function openBought(ctx: Ctx, key: string): Promise<Bought> {
  const found = await queries.findBought(ctx, await hold(ctx, key));
  if (!found) throw notFound();
  const enquiry = await readEnquiry(ctx, found.id);
  return { enquiry, by: found.mailed === true || enquiry.institutionId !== null ? 'full' : 'draft' };
}

export interface Asked {
  readonly enquiry: Enquiry;
  readonly recipient: queries.RecipientRow;
}
/** The enquiry as one asked entity reads it. Throws `not_found` for everybody else. */
export async function openAsked(ctx: Ctx, key: string): Promise<Asked> {
  const recipient = await queries.findAsked(ctx, await hold(ctx, key));
  if (!recipient) throw notFound();
  return { recipient, enquiry: await readEnquiry(ctx, recipient.enquiryId) };
}

export const questionsOf = (ctx: Ctx, enquiryId: string): Promise<readonly Question[]> =>
  queries.findQuestions(ctx, enquiryId);

/** The limits in force today, by code. */
export async function limits(ctx: Ctx): Promise<(code: string, otherwise: number) => number> {
  const rules = new Map((await queries.findRules(ctx)).map(({ code, value }) => [code, value]));
  return (code, otherwise) => rules.get(code) ?? otherwise;
}

/** How many enquiries an address sent, and a network address began, within a day. */
export async function loadOf(
  ctx: Ctx,
  email: string,
  source: string,
): Promise<{ byAddress: number; bySource: number }> {
  const row = await queries.findLoad(ctx, email, source);
  return { byAddress: row?.by_address ?? 0, bySource: row?.by_source ?? 0 };
}

/** Those who will not get this text from this sender: they want none, or have it already. */
export async function refusals(
  ctx: Ctx,
  email: string,
  textHash: string,
  entities: readonly string[],
): Promise<ReadonlyMap<string, 'blocked' | 'repeated'>> {
  const rows = await queries.findRefusals(ctx, hashOf(email), textHash, entities);
  return new Map(
    rows.flatMap(({ entity_id: id, why }) =>
      id === null ? [] : [[id, why === 'blocked' ? 'blocked' : 'repeated'] as const],
    ),
  );
}

/** The same text, however it is spaced and cased. */
export const textHash = (need: { subject: string; description: string }): string =>
  hashOf(
    `${need.subject} ${need.description}`
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim(),
  );

/** Writes what a worker did or saw into the access record; the path of a link holds its secret and is left out. */
export async function note(ctx: Ctx, action: string, id: string): Promise<void> {
  if (ctx.actor.kind !== 'worker') return;
  await record(withoutSecret(ctx, '/enquiries'), { action, objectType: 'enquiry', objectId: id });
}

/** A letter about an enquiry; written by a job, which makes the link that stands in it alone. */
export const letter = (ctx: Ctx, kind: LetterKind, id: string, runAt?: Date): Promise<void> =>
  enqueue(
    ctx,
    'directory.enquiry.letter',
    { kind, id },
    runAt ? { runAt, key: `directory.enquiry.${kind}.${id}` } : {},
  );
