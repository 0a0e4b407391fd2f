import { createHash, randomInt } from 'node:crypto';
import { record as audit } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { storeFile } from '#kernel/files/files.ts';
import { acceptOf } from '#kernel/files/kinds.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { sendMail } from '#kernel/mail.ts';
import { handOver, safe } from '../moderation/api.ts';
import { mayEdit } from '../policy.ts';
import { type RecordView, readRecord } from '../record/api.ts';
import * as queries from './queries.ts';
import { type ClaimView, CODE_DAYS, WAYS, type Way } from './schema.ts';
import { text } from './text.pl.ts';

const PAPERS = ['pdf', 'jpeg', 'png'] as const;
export const paperAccept = acceptOf(PAPERS);
const DAY_MS = 86_400_000;

async function known(ctx: Ctx, id: string): Promise<RecordView> {
  const record = await readRecord(ctx, id);
  if (!record) throw notFound();
  return record;
}

const hashOf = (entityId: string, institutionId: string, code: string): string =>
  createHash('sha256').update(`${entityId} ${institutionId} ${code}`).digest('base64url');

/** What whoever came may do: a visitor, a worker, whoever runs an institution, or the keeper of the record. */
export async function claimView(ctx: Ctx, id: string): Promise<ClaimView> {
  const record = await known(ctx, id);
  const { actor } = ctx;
  const base = { record, institution: actor.institutionName, shared: null, keeper: null, open: null };
  if (actor.kind !== 'worker') return { ...base, who: 'visitor' };
  if (!actor.permissions.has('institution.manage')) return { ...base, who: 'worker' };
  if (record.institutionId === actor.institutionId) return { ...base, who: 'keeper' };
  const open = (await queries.findOwnOpen(ctx, id))?.cause;
  const keeper = record.institutionId && (await queries.findKeeper(ctx, record.institutionId));
  return {
    ...base,
    who: 'manager',
    shared: (await queries.findShared(ctx, id)).number,
    keeper: keeper ? (keeper.name ?? '') : null,
    open: WAYS.find((w) => w === open) ?? null,
  };
}

/**
 * An institution says that the record is its own: at once where a number agrees, else a code goes to the address of the
 * record, or a paper to the editors. Throws `invalid` when that way is closed.
 */
export async function claim(
  ctx: Ctx,
  id: string,
  form: { way: Way; note: string },
  values: FormValues,
): Promise<void> {
  await known(ctx, id);
  const { file } = values;
  let fileId: string | null = null;
  if (form.way === 'document') {
    if (!(file instanceof File) || file.size === 0) throw invalid({ field: 'file', message: 'file' });
    const bytes = new Uint8Array(await file.arrayBuffer());
    fileId = await storeFile(ctx, { name: file.name, bytes, allowed: PAPERS });
  }
  const lang = ctx.lang === 'en' ? 'en' : 'pl';
  const { outcome } = await queries.claim(ctx, {
    ...form,
    id: newId(ctx.now.getTime()),
    entityId: id,
    fileId,
    lang,
  });
  if (outcome !== 'accepted' && outcome !== 'open')
    throw invalid({ field: '', message: text[ctx.lang].refused });
  await audit(ctx, {
    action: 'directory.claim',
    objectType: 'entity',
    objectId: id,
    detail: { way: form.way, outcome },
  });
  const own = form.way === 'code' ? await queries.findOwnOpen(ctx, id) : null;
  if (own) await enqueue(ctx, 'directory.claims.code', { id: own.id });
}

/** The code from the letter. No error even when it is wrong: the tries must stay counted. */
export async function checkCode(ctx: Ctx, id: string, code: string): Promise<'accepted' | 'wrong' | 'void'> {
  const { outcome } = await queries.checkCode(ctx, id, hashOf(id, ctx.actor.institutionId, code));
  const said = outcome === 'accepted' || outcome === 'wrong' ? outcome : 'void';
  await audit(ctx, {
    action: 'directory.claim',
    objectType: 'entity',
    objectId: id,
    detail: { way: 'code', outcome: said },
  });
  return said;
}

/** Made and hashed by the system, so that nobody who claims can know it but from the letter. */
export async function sendCode(ctx: Ctx, matterId: string): Promise<void> {
  const found = await queries.findToProve(ctx, matterId);
  if (!found?.institutionId) return;
  const code = String(randomInt(100_000_000)).padStart(8, '0');
  const until = new Date(ctx.now.getTime() + CODE_DAYS * DAY_MS);
  const put = await queries.putCode(ctx, matterId, hashOf(found.entityId, found.institutionId, code), until);
  if (put === 0) return;
  const t = text.pl.mail;
  await sendMail(ctx, {
    to: found.email,
    subject: t.subject,
    body: t.body(
      safe(found.institution ?? ''),
      safe(found.name),
      `${code.slice(0, 4)} ${code.slice(4)}`,
      CODE_DAYS,
    ),
  });
}

/** The institution no longer keeps the record. */
export async function giveUp(ctx: Ctx, id: string): Promise<void> {
  if ((await queries.giveUp(ctx, id)).done !== true) throw notFound();
  await audit(ctx, { action: 'directory.give_up', objectType: 'entity', objectId: id });
}

/** The record an editor takes away from its keeper. */
export async function keptRecord(ctx: Ctx, id: string): Promise<{ record: RecordView; keeper: string }> {
  const record = await known(ctx, id);
  if (!mayEdit(ctx.actor).allowed || record.institutionId === null) throw notFound();
  return { record, keeper: (await queries.findKeeper(ctx, record.institutionId))?.name ?? '' };
}

/** An editor takes a record away from its keeper, who is told why by mail. */
export async function takeAway(ctx: Ctx, id: string, reason: string): Promise<void> {
  const { record } = await keptRecord(ctx, id);
  await handOver(ctx, record, null);
  await audit(ctx, {
    action: 'directory.take_away',
    objectType: 'entity',
    objectId: id,
    detail: { institution: record.institutionId },
  });
  const keeper = record.institutionId === null ? null : await queries.findKeeper(ctx, record.institutionId);
  if (!keeper?.email) return;
  const t = text.pl.mail;
  await sendMail(ctx, {
    to: keeper.email,
    subject: t.takenSubject,
    body: t.taken(safe(record.name), safe(reason)),
  });
}
