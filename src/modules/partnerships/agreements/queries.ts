import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface VersionRow {
  id: string;
  version: number;
  state: string;
  valid_from: string;
  valid_to: string | null;
  signatures: number | null;
}
export const findVersions = (ctx: Ctx, partnershipId: string): Promise<VersionRow[]> =>
  ctx.tx.many<VersionRow>(sql`
    select a.id, a.version, a.state, a.valid_from, a.valid_to,
      (select count(*)::int from partnerships.signature s where s.agreement_id = a.id) as signatures
    from partnerships.agreement a where a.partnership_id = ${partnershipId} order by a.version desc`);

export interface AgreementRow {
  id: string;
  version: number;
  state: string;
  language: string;
  change_note: string;
  opened_note: string;
  data_annex: boolean;
  valid_from: string;
  valid_to: string | null;
  row_version: number;
}
export const findAgreement = (
  ctx: Ctx,
  partnershipId: string,
  version: number,
): Promise<AgreementRow | null> =>
  ctx.tx.maybe<AgreementRow>(sql`
    select id, version, state, language, change_note, opened_note, data_annex, valid_from, valid_to, row_version
    from partnerships.agreement where partnership_id = ${partnershipId} and version = ${version}`);

export const findCeiling = (
  ctx: Ctx,
  agreementId: string,
): Promise<{ institution_type: string; classes: string[] }[]> =>
  ctx.tx.many<{ institution_type: string; classes: string[] }>(sql`
    select institution_type, classes from partnerships.agreement_scope where agreement_id = ${agreementId} order by institution_type`);

export interface SignatureRow {
  institution_id: string;
  name: string;
  signed_by: string;
  signed_on: string;
  form: string;
  accession: boolean;
  file_id: string | null;
}
export const findSignatures = (ctx: Ctx, agreementId: string): Promise<SignatureRow[]> =>
  ctx.tx.many<SignatureRow>(sql`
    select s.institution_id, i.name, s.signed_by, s.signed_on, s.form, s.accession, s.file_id
    from partnerships.signature s join organisations.api_institution i on i.id = s.institution_id
    where s.agreement_id = ${agreementId} order by s.accession, s.signed_on, i.name`);

export const insertAgreement = (
  ctx: Ctx,
  a: {
    id: string;
    partnershipId: string;
    version: number;
    language: string;
    changeNote: string;
    from: string;
    to: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.agreement (id, partnership_id, version, state, language, change_note, valid_from, valid_to)
    values (${a.id}, ${a.partnershipId}, ${a.version}, 'draft', ${a.language}, ${a.changeNote}, ${a.from}, ${a.to})`);

export const updateAgreement = (
  ctx: Ctx,
  a: { id: string; changeNote: string; from: string; to: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.agreement set change_note = ${a.changeNote}, valid_from = ${a.from}, valid_to = ${a.to},
      row_version = row_version + 1
    where id = ${a.id} and state = 'draft'`);

export const noteOpening = (ctx: Ctx, id: string, reason: string): Promise<number> =>
  ctx.tx.run(
    sql`update partnerships.agreement set opened_note = ${reason} where id = ${id} and state = 'draft'`,
  );

export const dropCeiling = (ctx: Ctx, agreementId: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.agreement_scope where agreement_id = ${agreementId}`);

export const insertCeiling = (
  ctx: Ctx,
  agreementId: string,
  type: string,
  classes: readonly string[],
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.agreement_scope (agreement_id, institution_type, classes) values (${agreementId}, ${type}, ${classes})`);

/** Moves a version on; nothing when it is not in the state it should move from. */
export const moveAgreement = (ctx: Ctx, id: string, from: string, to: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.agreement set state = ${to}, row_version = row_version + 1 where id = ${id} and state = ${from}`);

/** The version in force gives way to another, or ends, on this day. */
export const closeInForce = (ctx: Ctx, partnershipId: string, to: string, day: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.agreement set state = ${to}, valid_to = greatest(valid_from, ${day}::date), row_version = row_version + 1
    where partnership_id = ${partnershipId} and state = 'in_force'`);

export const insertSignature = (
  ctx: Ctx,
  s: {
    id: string;
    agreementId: string;
    signedBy: string;
    signedOn: string;
    form: string;
    accession: boolean;
    fileId: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.signature (id, agreement_id, institution_id, signed_by, signed_on, form, accession, file_id)
    values (${s.id}, ${s.agreementId}, ${ctx.actor.institutionId}, ${s.signedBy}, ${s.signedOn}, ${s.form}, ${s.accession}, ${s.fileId})`);

/** Agreements that end within sixty days, told once: to whom, which partnership, when. */
export const takeEnding = (ctx: Ctx) =>
  ctx.tx.many<{ email: string | null; partnership_id: string | null; ends_on: string | null }>(sql`
    select email, partnership_id, ends_on from partnerships.api_ending_agreements()`);
