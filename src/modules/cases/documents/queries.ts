import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findInstitutions = (ctx: Ctx, ids: readonly string[]) =>
  ctx.tx.many<{
    id: string | null;
    name: string | null;
    short_name: string | null;
    type: string | null;
    address: string | null;
    phone: string | null;
    email: string | null;
  }>(sql`
    select id, name, short_name, type, address, phone, email from organisations.api_institution
    where id = any (${ids}::uuid[])`);

export const findPartnership = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.maybe<{ name: string | null }>(sql`
    select partnership_name as name from partnerships.api_membership where partnership_id = ${partnershipId} limit 1`);

export const findPerson = (ctx: Ctx, personId: string) =>
  ctx.tx.maybe<{
    given_name: string;
    family_name: string;
    birth_date: string | null;
    unidentified_label: string | null;
    preferred_lang: string;
  }>(sql`
    select given_name, family_name, birth_date, unidentified_label, preferred_lang from cases.person where id = ${personId}`);

/** Names of those who stand in the case: of its team, its plan and its sessions. */
export const findNames = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ worker_id: string | null; name: string | null }>(
    sql`select worker_id, name from cases.api_named_workers(${caseId}::uuid)`,
  );

/** Classes that the reader's institution holds in the case for this purpose now. */
export const findOpenClasses = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ data_class: string }>(sql`
    select distinct data_class from cases.access_grant
    where case_id = ${caseId} and institution_id = ${ctx.actor.institutionId} and ${ctx.purpose} = any (purposes)
      and valid_from <= kernel.instant() and (valid_to is null or valid_to > kernel.instant())`);

export const findDiagnoses = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ number: number; state: string; approved_at: Date | null }>(
    sql`select number, state, approved_at from cases.diagnosis where case_id = ${caseId} order by number desc`,
  );
