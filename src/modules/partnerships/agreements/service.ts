import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { sendMail } from '#kernel/mail.ts';
import { formatDate, type LocalDate } from '#kernel/time.ts';
import { typeWords } from '#modules/organisations/api.ts';
import type { Agreement, AgreementState } from '../schema.ts';
import { holdToCoordinate, membersOf, note, today } from '../service.ts';
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
