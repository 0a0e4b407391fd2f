import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Component, HealthRule, Period } from './schema.ts';

interface Pair {
  oneId: string | null;
  otherId: string | null;
  n: number | null;
}

/** Institutions that signed the version in force. */
export const findSigned = (ctx: Ctx, id: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select s.institution_id as id from partnerships.agreement a join partnerships.signature s on s.agreement_id = a.id
    where a.partnership_id = ${id} and a.state = 'in_force'`);

/** At how many meetings of the bodies of the partnership people of both came. */
export const findMeetings = (ctx: Ctx, id: string, { from, to }: Period): Promise<Pair[]> =>
  ctx.tx.many<Pair>(sql`
    with there as (
      select distinct t.meeting_id, t.institution_id from partnerships.body b
      join partnerships.meeting m on m.body_id = b.id join partnerships.attendee t on t.meeting_id = m.id
      where b.partnership_id = ${id} and m.state = 'held' and t.came and t.institution_id is not null
        and (m.starts_at at time zone 'Europe/Warsaw')::date between ${from}::date and ${to}::date
    )
    select a.institution_id as "oneId", b.institution_id as "otherId", count(*)::int as n
    from there a join there b on b.meeting_id = a.meeting_id and a.institution_id < b.institution_id group by 1, 2`);

export const findEvents = (
  ctx: Ctx,
  institutions: readonly string[],
  { from, to }: Period,
): Promise<Pair[]> =>
  ctx.tx.many<Pair>(sql`
    select one_id as "oneId", other_id as "otherId", n from events.api_together(${institutions}::uuid[], ${from}::date, ${to}::date)`);

/** What the health of a partnership rests on that is about no person: meetings, agreement, contacts. */
export const findOwn = (
  ctx: Ctx,
  id: string,
  { from, to }: Period,
  validDays: number,
): Promise<Component[]> =>
  ctx.tx.many<Component>(sql`
    select 'meetings' as code, count(*)::int as whole, count(*) filter (where m.state = 'held')::int as part, null::text as veil, null::double precision as median
    from partnerships.body b join partnerships.meeting m on m.body_id = b.id
    where b.partnership_id = ${id} and m.ends_at < ${ctx.now} and (m.starts_at at time zone 'Europe/Warsaw')::date between ${from}::date and ${to}::date
    union all
    select 'agreement', 1, count(*)::int, null::text, null::double precision from partnerships.agreement a
    where a.partnership_id = ${id} and a.state = 'in_force' and (a.valid_to is null or a.valid_to >= kernel.today() + ${validDays}::int)
    union all
    select 'contacts', count(*)::int, count(*) filter (where exists (select from partnerships.contact c join organisations.api_worker w on w.id = c.worker_id
      where c.partnership_id = m.partnership_id and c.institution_id = m.institution_id and c.valid_from <= kernel.today()
        and (c.valid_to is null or c.valid_to >= kernel.today()) and (w.employed_to is null or w.employed_to >= kernel.today())))::int, null::text, null::double precision
    from partnerships.member m
    where m.partnership_id = ${id} and m.joined_on <= kernel.today() and (m.left_on is null or m.left_on >= kernel.today())`);

export const findRules = (ctx: Ctx): Promise<HealthRule[]> =>
  ctx.tx.many<HealthRule>(sql`
    select code, good_from as "goodFrom", days, least, source, valid_from as "validFrom" from partnerships.health_rule
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today())`);
