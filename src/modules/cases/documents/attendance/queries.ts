import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findGroup = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{ id: string; name: string; place: string; worker_name: string | null }>(sql`
    select g.id, g.name, g.place, w.name as worker_name
    from cases.activity_group g join organisations.api_worker w on w.id = g.worker_id
    where g.id = ${id} and g.institution_id = ${ctx.actor.institutionId}`);

/** Sessions of a group that were not cancelled, in the order of time. */
export const findGroupSessions = (ctx: Ctx, groupId: string, from: Date, to: Date) =>
  ctx.tx.many<{ id: string; starts_at: Date; hours: string }>(sql`
    select id, starts_at, hours from cases.session
    where group_id = ${groupId} and cancelled_at is null and starts_at >= ${from} and starts_at < ${to} order by starts_at, id`);

/** Members of a group in a period, and whoever was on a list of it: of those cases that the reader may see. */
export const findPeople = (ctx: Ctx, groupId: string, from: Date, to: Date) =>
  ctx.tx.many<{ case_id: string; number: string; person_id: string; name: string | null }>(sql`
    select c.id as case_id, c.number, c.person_id, coalesce(p.unidentified_label, p.family_name || ' ' || p.given_name) as name
    from cases.shared_case c join cases.person p on p.id = c.person_id
    where exists (select from cases.group_member m where m.group_id = ${groupId} and m.case_id = c.id
        and m.joined_on < (${to}::timestamptz at time zone 'Europe/Warsaw')::date
        and (m.left_on is null or m.left_on >= (${from}::timestamptz at time zone 'Europe/Warsaw')::date))
      or exists (select from cases.attendance a join cases.session s on s.id = a.session_id
        where a.case_id = c.id and s.group_id = ${groupId} and s.starts_at >= ${from} and s.starts_at < ${to})
    order by name, c.number`);

export const findMarks = (ctx: Ctx, sessionIds: readonly string[]) =>
  ctx.tx.many<{ session_id: string; case_id: string; mark: string | null }>(
    sql`select session_id, case_id, mark from cases.attendance where session_id = any (${sessionIds}::uuid[])`,
  );
