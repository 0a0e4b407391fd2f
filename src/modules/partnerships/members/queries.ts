import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const endMember = (ctx: Ctx, id: string, on: string): Promise<number> =>
  ctx.tx.run(sql`update partnerships.member set left_on = greatest(joined_on, ${on}::date) where id = ${id}`);

/** Workers of these institutions who could be a contact person: employed, with an account. */
export const findWorkers = (
  ctx: Ctx,
  institutions: readonly string[],
  today: string,
): Promise<{ id: string; name: string; institution_id: string }[]> =>
  ctx.tx.many<{ id: string; name: string; institution_id: string }>(sql`
    select id, name, institution_id from organisations.api_worker
    where institution_id = any(${institutions}::uuid[]) and account_id is not null and employed_from <= ${today}::date
      and (employed_to is null or employed_to >= ${today}::date)
    order by family_name, given_name, id`);

/** Workers who may coordinate: those with the function today. */
export const findCoordinators = (
  ctx: Ctx,
  institutions: readonly string[],
  today: string,
): Promise<{ worker_id: string }[]> =>
  ctx.tx.many<{ worker_id: string }>(sql`
    select distinct worker_id from organisations.api_function
    where institution_id = any(${institutions}::uuid[]) and function in ('partnership_coordinator', 'head')
      and valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`);

/** Ends a contact with yesterday, so that today another one answers. */
export const endContact = (ctx: Ctx, id: string, yesterday: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.contact set valid_to = greatest(valid_from, ${yesterday}::date) where id = ${id}`);

export interface DutyRow {
  id: string;
  partnership_id: string;
  institution_id: string;
  role: string;
  name: string;
}
export const findDuties = (ctx: Ctx, workerId: string, today: string): Promise<DutyRow[]> =>
  ctx.tx.many<DutyRow>(sql`
    select c.id, c.partnership_id, c.institution_id, c.role, p.name
    from partnerships.contact c join partnerships.partnership p on p.id = c.partnership_id
    where c.worker_id = ${workerId} and (c.valid_to is null or c.valid_to > ${today}::date) and p.state <> 'ended' order by p.name, c.role`);
