import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { openFile, shareFile, storeFile } from '#kernel/files/files.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate } from '#kernel/time.ts';
import { fixTexts } from '../agreements/clauses/editing/service.ts';
import { clausesOf, lacksOf } from '../agreements/clauses/service.ts';
import { negotiates, openRemarks } from '../agreements/negotiation/service.ts';
import * as queries from '../agreements/queries.ts';
import type { AgreementRights, AgreementView } from '../agreements/schema.ts';
import { agreementForMembers, agreementOf, holdDraft } from '../agreements/service.ts';
import { text as words } from '../agreements/text.pl.ts';
import { mayCoordinate, maySign, missing } from '../policy.ts';
import type { AgreementState, Partnership, PartnershipsHost } from '../schema.ts';
import {
  changing,
  hold,
  holdToCoordinate,
  membersOf,
  note,
  partnershipOf,
  readinessOf,
  standingOf,
  today,
} from '../service.ts';
import { setState } from '../states/service.ts';
import { text } from '../text.pl.ts';

/**
 * Opens a draft for signing: from now on its text stands, with everything filled in. Throws `invalid` when the act
 * demands what it lacks, and when proposals wait and nobody says why they are passed over.
 */
export async function openSigning(
  ctx: Ctx,
  partnershipId: string,
  version: number,
  reason: string,
): Promise<void> {
  const draft = await holdDraft(ctx, partnershipId, version);
  const partnership = await partnershipOf(ctx, partnershipId);
  const t = words[ctx.lang].opening;
  const lacks = (await lacksOf(ctx, draft, await clausesOf(ctx, draft))).filter((lack) => lack.blocks);
  if (lacks.length > 0)
    throw invalid(...lacks.map((lack) => ({ field: '', message: t.lack(t.lacks[lack.kind], lack.what) })));
  const { remarks, proposals } = await openRemarks(ctx, draft);
  if (remarks + proposals > 0) {
    if (reason === '') throw invalid({ field: 'reason', message: t.reasonNeeded });
    await queries.noteOpening(ctx, draft.id, reason);
  }
  await fixTexts(ctx, draft);
  await move(ctx, draft.id, 'draft', 'signing');
  await note(ctx, 'agreement.open', partnershipId, { version });
  if (partnership.state === 'initiative') await setState(ctx, partnership, 'negotiation');
}

/** Withdraws a version that is written or signed; what was in force stays so. */
export async function withdraw(ctx: Ctx, partnershipId: string, version: number): Promise<void> {
  const partnership = await holdToCoordinate(ctx, partnershipId);
  const { id, state } = await agreementOf(ctx, partnershipId, version);
  if (state !== 'draft' && state !== 'signing')
    throw new AppError('conflict', { reason: 'agreement_not_open' });
  await move(ctx, id, state, 'ended');
  await note(ctx, 'agreement.withdraw', partnershipId, { version });
  if (partnership.state === 'agreement_signed' && state === 'signing')
    await setState(ctx, partnership, 'negotiation');
}

async function move(ctx: Ctx, id: string, from: AgreementState, to: AgreementState): Promise<void> {
  if ((await queries.moveAgreement(ctx, id, from, to)) === 0)
    throw new AppError('conflict', { reason: `agreement_not_${from}` });
}

/** The head signs for the own institution. With the last signature that was needed the agreement counts as signed. */
export async function sign(
  ctx: Ctx,
  partnershipId: string,
  version: number,
  form: { signedBy: string; signedOn: string; form: string; scan?: unknown },
): Promise<void> {
  const partnership = changing(await hold(ctx, partnershipId));
  const agreement = await agreementOf(ctx, partnershipId, version);
  const own = agreement.signed.some((s) => s.institutionId === ctx.actor.institutionId);
  const decision = maySign(ctx.actor, await standingOf(ctx, partnershipId), agreement.state, own);
  if (!decision.allowed) {
    if (decision.reason === 'signed' || decision.reason === 'notOpen')
      throw new AppError('conflict', { reason: `agreement_${decision.reason}` });
    throw notFound();
  }
  const signedOn = parseDate(form.signedOn, { today: today(ctx) });
  if (!signedOn) throw invalid({ field: 'signedOn', message: 'date.invalid' });
  if (signedOn > today(ctx)) throw invalid({ field: 'signedOn', message: 'date.future' });
  const { signedBy, form: how } = form;
  await queries.insertSignature(ctx, {
    id: newId(),
    agreementId: agreement.id,
    signedBy,
    signedOn,
    form: how,
    accession: agreement.state === 'in_force',
    fileId: await keepScan(ctx, partnershipId, form.scan),
  });
  await note(ctx, 'agreement.sign', partnershipId, { version, form: how });
  if (partnership.state !== 'negotiation' || agreement.state !== 'signing') return;
  if (missing(await readinessOf(ctx, agreement.id), false).length === 0)
    await setState(ctx, partnership, 'agreement_signed');
}

/** The scan of what was signed, open to the members of today; null when none was attached. */
async function keepScan(ctx: Ctx, partnershipId: string, scan: unknown): Promise<string | null> {
  if (!(scan instanceof File) || scan.size === 0) return null;
  const bytes = new Uint8Array(await scan.arrayBuffer());
  const allowed = ['pdf', 'png', 'jpeg'] as const;
  const id = await storeFile(ctx, { name: scan.name, bytes, allowed, field: 'scan' });
  for (const { institutionId } of await membersOf(ctx, partnershipId))
    if (institutionId !== ctx.actor.institutionId) await shareFile(ctx, id, { institutionId });
  return id;
}

/** The scan that an institution attached to its signature. Throws `not_found` when there is none to see. */
export async function scanOf(ctx: Ctx, partnershipId: string, version: number, institution: string) {
  const { agreement } = await agreementForMembers(ctx, partnershipId, version);
  const fileId = agreement.signed.find((s) => s.institutionId === institution)?.fileId;
  if (!fileId) throw notFound();
  return openFile(ctx, fileId);
}

/**
 * Puts a signed version in force: it becomes the ceiling of every grant, the one before gives way, and a partnership
 * that waited for it operates. Throws `invalid` with what is missing.
 */
export async function putInForce(
  ctx: Ctx,
  host: PartnershipsHost,
  partnershipId: string,
  version: number,
): Promise<void> {
  const partnership: Partnership = await holdToCoordinate(ctx, partnershipId);
  const agreement = await agreementOf(ctx, partnershipId, version);
  if (agreement.state !== 'signing') throw new AppError('conflict', { reason: 'agreement_not_signing' });
  const t = text[ctx.lang];
  const lacks = missing(await readinessOf(ctx, agreement.id), true).map((need) => t.missing[need]);
  if (agreement.validFrom > today(ctx))
    lacks.push(t.agreement.notYet(formatDate(agreement.validFrom, ctx.lang)));
  if (agreement.validTo && agreement.validTo < today(ctx)) lacks.push(t.agreement.over);
  if (lacks.length > 0) throw invalid(...lacks.map((message) => ({ field: '', message })));
  await queries.closeInForce(ctx, partnershipId, 'superseded', today(ctx));
  await move(ctx, agreement.id, 'signing', 'in_force');
  await note(ctx, 'agreement.in_force', partnershipId, { version });
  if (partnership.state === 'agreement_signed') await setState(ctx, partnership, 'operating');
  await host.ceilingChanged?.(ctx, partnershipId);
}

/** What the reader may do with a version. */
export async function rightsOn(
  ctx: Ctx,
  partnershipId: string,
  agreement: AgreementView | null,
): Promise<AgreementRights> {
  const standing = await standingOf(ctx, partnershipId);
  const open = (await partnershipOf(ctx, partnershipId)).state !== 'ended';
  const own = agreement?.signed.some((s) => s.institutionId === ctx.actor.institutionId) ?? true;
  return {
    coordinates: open && mayCoordinate(ctx.actor, standing).allowed,
    maySign: open && agreement !== null && maySign(ctx.actor, standing, agreement.state, own).allowed,
    negotiates: open && agreement?.state === 'draft' && (await negotiates(ctx, partnershipId)),
  };
}
