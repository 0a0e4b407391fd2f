import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findClauseVersions = (ctx: Ctx, on: LocalDate) =>
  ctx.tx.many<{ version: string; lang: string; title: string; body: string; valid_from: string }>(sql`
    select version, lang, title, body, valid_from from cases.information_clause
    where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date) order by version desc, lang`);

export const findClausesGiven = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ version: string; lang: string; given_on: string; form: string }>(sql`
    select version, lang, given_on, form from cases.clause_given where case_id = ${caseId} order by given_on desc, id desc`);

export interface NewClause {
  readonly id: string;
  readonly caseId: string;
  readonly version: string;
  readonly lang: string;
  readonly givenOn: LocalDate;
  readonly form: string;
}
export const insertClause = (ctx: Ctx, c: NewClause) =>
  ctx.tx.run(sql`
    insert into cases.clause_given (id, case_id, version, lang, given_on, form, institution_id, worker_id)
    values (${c.id}, ${c.caseId}, ${c.version}, ${c.lang}, ${c.givenOn}, ${c.form}, ${ctx.actor.institutionId}, ${ctx.actor.subjectId})`);

export const findRecorded = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    institution_id: string;
    basis_code: string;
    article: string;
    pl: string;
    en: string;
    classes: string[];
    document: string;
    valid_to: string | null;
    recorded_at: Date;
  }>(sql`
    select r.id, r.institution_id, r.basis_code, b.article, b.pl, b.en, r.classes, r.document, r.valid_to, r.recorded_at
    from cases.institution_basis r join cases.legal_basis b on b.code = r.basis_code
    where r.case_id = ${caseId} and r.ended_at is null and (r.valid_to is null or r.valid_to >= kernel.today())
    order by r.recorded_at, r.basis_code`);

export const endRecorded = (ctx: Ctx, caseId: string, institutionId: string, basisCode: string) =>
  ctx.tx.run(sql`
    update cases.institution_basis set ended_at = ${ctx.now}, row_version = row_version + 1
    where case_id = ${caseId} and institution_id = ${institutionId} and basis_code = ${basisCode} and ended_at is null`);

export interface NewBasis {
  readonly id: string;
  readonly caseId: string;
  readonly institutionId: string;
  readonly basisCode: string;
  readonly classes: readonly string[];
  readonly document: string;
  readonly validTo: LocalDate | null;
}
export const insertRecorded = (ctx: Ctx, b: NewBasis) =>
  ctx.tx.run(sql`
    insert into cases.institution_basis (id, case_id, institution_id, basis_code, classes, document, valid_to, recorded_by, recorded_at)
    values (${b.id}, ${b.caseId}, ${b.institutionId}, ${b.basisCode}, ${b.classes}, ${b.document}, ${b.validTo}, ${ctx.actor.subjectId}, ${ctx.now})`);
