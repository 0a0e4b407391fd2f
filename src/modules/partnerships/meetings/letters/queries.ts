import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** For the system alone, as all of this file. */
export interface MeetingRow {
  id: string;
  body_kind: string;
  partnership_id: string | null;
  body_id: string;
  name: string | null;
  title: string;
  aim: string;
  starts_at: Date;
  ends_at: Date;
  mode: string;
  place: string;
  link: string;
  state: string;
  reason: string;
  minutes: string | null;
  remarks_until: string | null;
}
export const findMeeting = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<MeetingRow>(sql`
    select m.id, b.kind as body_kind, b.partnership_id, m.body_id, coalesce(p.name, b.name) as name, m.title, m.aim, m.starts_at, m.ends_at,
      m.mode, m.place, m.link, m.state, m.reason, n.state as minutes, n.remarks_until
    from partnerships.meeting m join partnerships.body b on b.id = m.body_id left join partnerships.partnership p on p.id = b.partnership_id
      left join partnerships.minutes n on n.meeting_id = m.id
    where m.id = ${id}`);

export interface AddresseeRow {
  id: string;
  invited_at: Date | null;
  came: boolean;
  email: string | null;
  lang: string | null;
}
export const findAddressees = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<AddresseeRow>(sql`
    select a.id, a.invited_at, a.came, coalesce(w.email, g.email) as email, coalesce(g.lang, 'pl') as lang
    from partnerships.attendee a left join organisations.api_worker w on w.id = a.worker_id
      left join partnerships.guest_contact g on g.attendee_id = a.id
    where a.meeting_id = ${meetingId} order by a.id`);

export const findPoints = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<{ title: string }>(sql`
    select title from partnerships.agenda_point where meeting_id = ${meetingId} and state = 'agenda' order by position, id`);

export const addLink = (ctx: Ctx, hash: string, attendeeId: string, until: Date) =>
  ctx.tx.run(sql`
    insert into partnerships.meeting_link (hash, attendee_id, created_at, expires_at) values (${hash}, ${attendeeId}, ${ctx.now}, ${until})`);

export const setInvited = (ctx: Ctx, id: string) =>
  ctx.tx.run(
    sql`update partnerships.attendee set invited_at = ${ctx.now} where id = ${id} and invited_at is null`,
  );

/** Open tasks due soon, or past their day: told once before, and once a week after. */
export interface TaskRow {
  id: string;
  partnership_id: string | null;
  body_id: string;
  due_on: string;
  emails: string[] | null;
}
export const findTasksToRemind = (ctx: Ctx, today: string, days: number) =>
  ctx.tx.many<TaskRow>(sql`
    select t.id, b.partnership_id, t.body_id, t.due_on, array(select distinct w.email from organisations.api_worker w
      where w.email <> '' and (w.employed_to is null or w.employed_to >= ${today}::date) and (w.id = t.worker_id or (t.worker_id is null
        and w.id in (select c.worker_id from partnerships.contact c where c.partnership_id = b.partnership_id
          and c.institution_id = t.institution_id and (c.valid_to is null or c.valid_to >= ${today}::date))))) as emails
    from partnerships.meeting_task t join partnerships.body b on b.id = t.body_id
    where t.state in ('open', 'started') and t.due_on <= ${today}::date + ${days}::int
      and (t.reminded_on is null or (t.due_on < ${today}::date and t.reminded_on <= ${today}::date - 7))
    order by t.due_on, t.id limit 5000`);
export const setReminded = (ctx: Ctx, id: string, today: string) =>
  ctx.tx.run(sql`update partnerships.meeting_task set reminded_on = ${today} where id = ${id}`);

export const eraseGuests = (ctx: Ctx, before: Date) =>
  ctx.tx.run(sql`
    delete from partnerships.guest_contact g using partnerships.attendee a, partnerships.meeting m
    where a.id = g.attendee_id and m.id = a.meeting_id and m.ends_at < ${before}`);
