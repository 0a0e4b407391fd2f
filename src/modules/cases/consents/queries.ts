import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findConsentTexts = (ctx: Ctx, on: LocalDate) =>
  ctx.tx.many<{ version: string; lang: string; easy: boolean; body: string }>(sql`
    select version, lang, easy, body from cases.consent_text
    where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by version desc, lang, easy`);

export interface ConsentRow {
  id: string;
  case_id: string;
  institution_id: string;
  institution_name: string | null;
  institution_type: string | null;
  classes: string[];
  text_version: string;
  lang: string;
  given_on: string;
  way: string;
  note: string;
  valid_to: string;
  withdrawn_at: Date | null;
  withdrawn_by: string | null;
  row_version: number;
}
export const findConsents = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<ConsentRow>(sql`
    select c.id, c.case_id, c.institution_id, i.short_name as institution_name, i.type as institution_type, c.classes,
      c.text_version, c.lang, c.given_on, c.way, c.note, c.valid_to, c.withdrawn_at, c.withdrawn_by, c.row_version
    from cases.consent c left join organisations.api_institution i on i.id = c.institution_id
    where c.case_id = ${caseId} order by c.given_on desc, c.id desc`);

export const lockConsent = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<ConsentRow>(sql`
    select c.id, c.case_id, c.institution_id, i.short_name as institution_name, i.type as institution_type, c.classes,
      c.text_version, c.lang, c.given_on, c.way, c.note, c.valid_to, c.withdrawn_at, c.withdrawn_by, c.row_version
    from cases.consent c left join organisations.api_institution i on i.id = c.institution_id
    where c.id = ${id} for update of c`);

export interface NewConsent {
  readonly id: string;
  readonly caseId: string;
  readonly institutionId: string;
  readonly classes: readonly string[];
  readonly textVersion: string;
  readonly lang: string;
  readonly givenOn: LocalDate;
  readonly way: string;
  readonly note: string;
  readonly validTo: LocalDate;
}
export const insertConsent = (ctx: Ctx, c: NewConsent) =>
  ctx.tx.run(sql`
    insert into cases.consent (id, case_id, institution_id, classes, text_version, lang, given_on, way, note, valid_to, recorded_by)
    values (${c.id}, ${c.caseId}, ${c.institutionId}, ${c.classes}, ${c.textVersion}, ${c.lang}, ${c.givenOn}, ${c.way},
      ${c.note}, ${c.validTo}, ${ctx.actor.subjectId})`);

export const withdraw = (ctx: Ctx, id: string, by: string) =>
  ctx.tx.run(sql`
    update cases.consent set withdrawn_at = ${ctx.now}, withdrawn_by = ${by}, row_version = row_version + 1
    where id = ${id} and withdrawn_at is null`);

export const narrow = (ctx: Ctx, id: string, classes: readonly string[]) =>
  ctx.tx.run(sql`
    update cases.consent set classes = ${classes}, row_version = row_version + 1 where id = ${id} and withdrawn_at is null`);

export const findTakenOut = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    at: Date | null;
    action: string | null;
    object_type: string | null;
    institution_id: string | null;
    institution_name: string | null;
  }>(sql`
    select at, action, object_type, institution_id, institution_name from cases.api_taken_out(${caseId}::uuid)`);

/** Consents and dated bases of the cases the actor sees that end within the days; without anything of the person. */
export const findExpiring = (ctx: Ctx, until: LocalDate) =>
  ctx.tx.many<{
    kind: string | null;
    case_id: string | null;
    number: string | null;
    institution_name: string | null;
    valid_to: string | null;
  }>(sql`
    select e.kind, e.case_id, c.number, i.short_name as institution_name, e.valid_to from (
      select 'consent' as kind, case_id, institution_id, valid_to from cases.consent where withdrawn_at is null
      union all
      select 'basis', case_id, institution_id, valid_to from cases.institution_basis where ended_at is null
    ) e
    join cases.shared_case c on c.id = e.case_id
    left join organisations.api_institution i on i.id = e.institution_id
    where e.valid_to between kernel.today() and ${until}::date and c.state not in ('archived', 'rejected', 'withdrawn', 'erased')
    order by e.valid_to, c.number limit 200`);

/** For the mail about a change: workers of the institution on the case, and the institution's own address. */
export const findRecipients = (ctx: Ctx, caseId: string, institutionId: string) =>
  ctx.tx.many<{ email: string | null }>(sql`
    select w.email from cases.assignment a join organisations.api_worker w on w.id = a.worker_id
    where a.case_id = ${caseId} and a.institution_id = ${institutionId} and (a.valid_to is null or a.valid_to > kernel.instant())
      and (w.employed_to is null or w.employed_to >= kernel.today())
    union
    select i.email from organisations.api_institution i where i.id = ${institutionId} and i.email <> ''`);
