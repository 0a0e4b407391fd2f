import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { typeWords } from '#modules/organisations/api.ts';
import { mayCoordinate, maySign, missing } from '../policy.ts';
import type { Agreement, AgreementState, Partnership, PartnershipsHost } from '../schema.ts';
import {
  changing,
  hold,
  holdToCoordinate,
  membersOf,
  note,
  partnershipOf,
  readinessOf,
  setState,
  standingOf,
  today,
} from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { AgreementForm, AgreementText, AgreementView, Signature } from './schema.ts';

export const versionsOf = async (ctx: Ctx, partnershipId: string): Promise<Agreement[]> =>
  (await queries.findVersions(ctx, partnershipId)).map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state as AgreementState,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    signatures: row.signatures ?? 0,
  }));

const textOf = (row: queries.AgreementRow): AgreementText => ({
  targetGroup: row.target_group,
  purpose: row.purpose,
  helpRules: row.help_rules,
  exchangeRules: row.exchange_rules,
  referralRoute: row.referral_route,
  serviceStandard: row.service_standard,
  financing: row.financing,
  monitoring: row.monitoring,
  annexText: row.annex_text,
  changeNote: row.change_note,
});

/** One version with its ceiling and signatures. Throws `not_found` when there is none. */
export async function agreementOf(ctx: Ctx, partnershipId: string, version: number): Promise<AgreementView> {
  const row = await queries.findAgreement(ctx, partnershipId, version);
  if (!row) throw notFound();
  const words = typeWords(ctx.lang);
  const signed: Signature[] = (await queries.findSignatures(ctx, row.id)).map((s) => ({
    institutionId: s.institution_id,
    institution: s.name,
    signedBy: s.signed_by,
    signedOn: s.signed_on,
    form: s.form as Signature['form'],
  }));
  return {
    id: row.id,
    partnershipId,
    version: row.version,
    state: row.state as AgreementState,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    rowVersion: row.row_version,
    text: textOf(row),
    annex: row.data_annex,
    ceiling: (await queries.findCeiling(ctx, row.id)).map((c) => ({
      type: c.institution_type,
      typeName: words[c.institution_type] ?? c.institution_type,
      classes: c.classes,
    })),
    signed,
    signatures: signed.length,
    waiting: (await membersOf(ctx, partnershipId)).filter(
      (m) => !signed.some((s) => s.institutionId === m.institutionId),
    ),
  };
}

/** The types the ceiling is written for: those of the members, and those of the version before. */
export async function ceilingTypes(ctx: Ctx, partnershipId: string): Promise<string[]> {
  const [last] = await queries.findVersions(ctx, partnershipId);
  const before = last ? (await queries.findCeiling(ctx, last.id)).map((c) => c.institution_type) : [];
  return [...new Set([...(await membersOf(ctx, partnershipId)).map((m) => m.type), ...before])].sort();
}

type Classes = readonly { readonly type: string; readonly classes: readonly string[] }[];

function periodOf(ctx: Ctx, form: AgreementForm): { from: LocalDate; to: LocalDate | null } {
  const from = parseDate(form.from, { today: today(ctx) });
  if (!from) throw invalid({ field: 'from', message: form.from.trim() === '' ? 'required' : 'date.invalid' });
  const to = form.to.trim() === '' ? null : parseDate(form.to, { today: today(ctx) });
  if (form.to.trim() !== '' && !to) throw invalid({ field: 'to', message: 'date.invalid' });
  if (to && to < from) throw invalid({ field: 'to', message: 'date.order' });
  return { from, to };
}

/** Writes a draft: the next version, or the one being written. Gives its number. */
export async function writeDraft(
  ctx: Ctx,
  partnershipId: string,
  version: number | null,
  form: AgreementForm,
  ceiling: Classes,
): Promise<number> {
  await holdToCoordinate(ctx, partnershipId);
  const period = periodOf(ctx, form);
  if (ceiling.length === 0) throw invalid({ field: '', message: text[ctx.lang].agreement.noCeiling });
  const versions = await versionsOf(ctx, partnershipId);
  const current = versions.find((v) => v.version === version);
  const id = current?.id ?? newId();
  const number = version ?? (versions[0]?.version ?? 0) + 1;
  if (current) {
    const row = await queries.findAgreement(ctx, partnershipId, number);
    if (row?.state !== 'draft') throw new AppError('conflict', { reason: 'agreement_not_draft' });
    if (form._version !== undefined && form._version !== row.row_version) throw stale({});
    await queries.updateAgreement(ctx, { id, ...period, text: form });
    await queries.dropCeiling(ctx, id);
  } else {
    if (version !== null) throw notFound();
    if (versions.some((v) => v.state === 'draft' || v.state === 'signing'))
      throw new AppError('conflict', { reason: 'agreement_open' });
    await queries.insertAgreement(ctx, { id, partnershipId, version: number, ...period, text: form });
  }
  for (const { type, classes } of ceiling) await queries.insertCeiling(ctx, id, type, classes);
  await note(ctx, current ? 'agreement.edit' : 'agreement.draft', partnershipId, { version: number });
  return number;
}

/** Opens a draft for signing: from now on its text stands. */
export async function openSigning(ctx: Ctx, partnershipId: string, version: number): Promise<void> {
  const partnership = await holdToCoordinate(ctx, partnershipId);
  const { id } = await agreementOf(ctx, partnershipId, version);
  await move(ctx, id, 'draft', 'signing');
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
  form: { signedBy: string; signedOn: string; form: string },
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
  await queries.insertSignature(ctx, { id: newId(), agreementId: agreement.id, ...form, signedOn });
  await note(ctx, 'agreement.sign', partnershipId, { version, form: form.form });
  if (partnership.state !== 'negotiation' || agreement.state !== 'signing') return;
  if (missing(await readinessOf(ctx, agreement.id), false).length === 0)
    await setState(ctx, partnership, 'agreement_signed');
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
): Promise<{ coordinates: boolean; maySign: boolean }> {
  const standing = await standingOf(ctx, partnershipId);
  const open = (await partnershipOf(ctx, partnershipId)).state !== 'ended';
  const own = agreement?.signed.some((s) => s.institutionId === ctx.actor.institutionId) ?? true;
  return {
    coordinates: open && mayCoordinate(ctx.actor, standing).allowed,
    maySign: open && agreement !== null && maySign(ctx.actor, standing, agreement.state, own).allowed,
  };
}
