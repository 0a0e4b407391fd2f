import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface OrganisationRow {
  id: string | null;
  type: string | null;
  name: string | null;
  short_name: string | null;
  county_code: string | null;
  gmina_id: string | null;
  address: string | null;
  phone: string | null;
  email: string | null;
}
/** The own institution and those that share a partnership with it today; or the one named, if it is among them. */
export const findPartners = (
  ctx: Ctx,
  today: string,
  only: string | null = null,
): Promise<OrganisationRow[]> =>
  ctx.tx.many<OrganisationRow>(sql`
    select i.id, i.type, i.name, i.short_name, i.county_code, i.gmina_id, i.address, i.phone, i.email
    from organisations.api_institution i
    where (${only}::uuid is null or i.id = ${only}::uuid)
      and (i.id = ${ctx.actor.institutionId}::uuid or exists (
        select from partnerships.api_membership mine
        join partnerships.api_membership theirs on theirs.partnership_id = mine.partnership_id
        where mine.institution_id = ${ctx.actor.institutionId}::uuid and theirs.institution_id = i.id
          and (mine.left_on is null or mine.left_on >= ${today}::date)
          and (theirs.left_on is null or theirs.left_on >= ${today}::date)))
    order by i.name collate "pl-x-icu", i.id`);

export interface ColleagueRow {
  id: string | null;
  name: string | null;
  functions: string[] | null;
}
/** Who works in the institution today, with their functions. */
export const findWorkers = (ctx: Ctx, institutionId: string, today: string): Promise<ColleagueRow[]> =>
  ctx.tx.many<ColleagueRow>(sql`
    select w.id, w.name, array(select f.function from organisations.api_function f where f.worker_id = w.id
      and f.valid_from <= ${today}::date and (f.valid_to is null or f.valid_to >= ${today}::date) order by 1) as functions
    from organisations.api_worker w
    where w.institution_id = ${institutionId}::uuid and w.employed_from <= ${today}::date
      and (w.employed_to is null or w.employed_to >= ${today}::date)
    order by w.family_name collate "pl-x-icu", w.given_name, w.id`);
