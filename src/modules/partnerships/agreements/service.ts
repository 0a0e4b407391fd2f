import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { sendMail } from '#kernel/mail.ts';
import { formatDate } from '#kernel/time.ts';
import { typeWords } from '#modules/organisations/api.ts';
import type { Agreement, AgreementState, Partnership } from '../schema.ts';
import { holdToCoordinate, membersOf, note, partnershipOf, standingOf } from '../service.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';
import type { AgreementView, Period, Signature } from './schema.ts';

export const versionsOf = async (ctx: Ctx, partnershipId: string): Promise<Agreement[]> =>
  (await queries.findVersions(ctx, partnershipId)).map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state as AgreementState,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    signatures: row.signatures ?? 0,
  }));

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
    accession: s.accession,
    fileId: s.file_id,
  }));
  return {
    id: row.id,
    partnershipId,
    version: row.version,
    state: row.state as AgreementState,
    language: row.language === 'en' ? 'en' : 'pl',
    validFrom: row.valid_from,
    validTo: row.valid_to,
    rowVersion: row.row_version,
    changeNote: row.change_note,
    openedNote: row.opened_note,
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

/** A version and its partnership, for members: the others find no text. Throws `not_found`. */
export async function agreementForMembers(
  ctx: Ctx,
  partnershipId: string,
  version: number,
): Promise<{ partnership: Partnership; agreement: AgreementView }> {
  const partnership = await partnershipForMembers(ctx, partnershipId);
  return { partnership, agreement: await agreementOf(ctx, partnershipId, version) };
}

export async function partnershipForMembers(ctx: Ctx, id: string): Promise<Partnership> {
  const partnership = await partnershipOf(ctx, id);
  if (!(await standingOf(ctx, id)).member) throw notFound();
  return partnership;
}

/** A draft held for its coordinator to change. Throws `conflict` once it was opened for signing. */
export async function holdDraft(ctx: Ctx, partnershipId: string, version: number): Promise<AgreementView> {
  await holdToCoordinate(ctx, partnershipId);
  const agreement = await agreementOf(ctx, partnershipId, version);
  if (agreement.state !== 'draft') throw new AppError('conflict', { reason: 'agreement_not_draft' });
  return agreement;
}

export interface Dates {
  readonly from: string | null;
  readonly to: string | null;
}
export function periodOf({ from, to }: Dates): Period {
  if (!from) throw invalid({ field: 'from', message: 'required' });
  if (to && to < from) throw invalid({ field: 'to', message: 'date.order' });
  return { from, to };
}

/** Its dates, and what an amendment changes. */
export async function changeSettings(
  ctx: Ctx,
  partnershipId: string,
  version: number,
  form: Dates & { changeNote: string; _version?: number | undefined },
): Promise<void> {
  const draft = await holdDraft(ctx, partnershipId, version);
  const period = periodOf(form);
  if (form._version !== undefined && form._version !== draft.rowVersion) throw stale({});
  await queries.updateAgreement(ctx, { id: draft.id, changeNote: form.changeNote, ...period });
  await note(ctx, 'agreement.edit', partnershipId, { version });
}

/** Tells the coordinator and the contact persons that the agreement ends within sixty days. Once. */
export async function tellEnding(ctx: Ctx, appUrl: string): Promise<number> {
  const due = await queries.takeEnding(ctx);
  const t = text.pl.mail;
  for (const { email, partnership_id, ends_on } of due)
    if (email && ends_on)
      await sendMail(ctx, {
        to: email,
        subject: t.ending,
        body: `${t.endingBody(formatDate(ends_on, 'pl'))}\n\n${appUrl}/partnerships/${partnership_id}\n`,
      });
  return due.length;
}
