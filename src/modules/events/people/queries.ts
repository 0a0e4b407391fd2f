import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Everybody registered, as the organiser sees them: by state, then in the order of the list. */
export const listPeople = (ctx: Ctx, eventId: string) =>
  ctx.tx.many<{
    id: string;
    state: string;
    givenName: string;
    familyName: string;
    email: string;
    organisation: string;
    code: string;
    walkIn: boolean;
    rowVersion: number;
    needs: string[] | null;
    note: string | null;
    attended: string[] | null;
  }>(sql`
    select r.id, r.state, r.given_name as "givenName", r.family_name as "familyName", r.email, r.organisation, r.code,
      r.walk_in as "walkIn", r.row_version as "rowVersion", n.needs, n.note,
      array(select a.occurrence_id from events.attendance a where a.registration_id = r.id and a.taken_back_at is null) as attended
    from events.registration r left join events.need n on n.registration_id = r.id
    where r.event_id = ${eventId} and r.state <> 'unconfirmed'
    order by r.state <> 'requested', r.state <> 'confirmed', r.state <> 'waiting', r.family_name, r.given_name, r.place_in_queue`);

/** Who may come in: those with a place, in the order of a list, with the time they came on this date. */
export const listAtDoor = (ctx: Ctx, eventId: string, date: string) =>
  ctx.tx.many<{
    id: string;
    givenName: string;
    familyName: string;
    organisation: string;
    code: string;
    cameAt: Date | null;
  }>(sql`
    select r.id, r.given_name as "givenName", r.family_name as "familyName", r.organisation, r.code, a.at as "cameAt"
    from events.registration r left join events.attendance a on a.registration_id = r.id and a.occurrence_id = ${date}
      and a.taken_back_at is null
    where r.event_id = ${eventId} and r.state = 'confirmed' order by r.family_name, r.given_name, r.id`);

export const holdPlaces = (ctx: Ctx, eventId: string): Promise<number> =>
  ctx.tx.run(sql`select events.hold_places(${eventId})`);

export const decide = (
  ctx: Ctx,
  d: { id: string; eventId: string; state: string; version: number },
): Promise<number> =>
  ctx.tx.run(sql`
    update events.registration set state = ${d.state}, settled_at = ${ctx.now}, row_version = row_version + 1
    where id = ${d.id} and event_id = ${d.eventId} and row_version = ${d.version} and state <> 'cancelled'`);

/** Whose code it is, among those who have a place at the event. */
export const findByCode = (ctx: Ctx, eventId: string, code: string) =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from events.registration where event_id = ${eventId} and code = ${code} and state = 'confirmed'`);

/** Whose code it is, for whoever scanned it with the camera of a phone. */
export const findEventOfCode = (ctx: Ctx, code: string) =>
  ctx.tx.maybe<{ id: string; eventId: string }>(sql`
    select id, event_id as "eventId" from events.registration where code = ${code}`);

/** When this person came on this date, when they did. */
export const cameAt = (ctx: Ctx, registration: string, date: string) =>
  ctx.tx.maybe<{ at: Date }>(sql`
    select at from events.attendance where registration_id = ${registration} and occurrence_id = ${date} and taken_back_at is null`);

/**
 * Answers 0 when nothing changed. A second mark changes nothing unless it is of an earlier time, which then counts: two
 * doors may have been without a network. A mark that was taken back stays so, unless the person came after that.
 */
export const mark = (
  ctx: Ctx,
  m: { registration: string; date: string; eventId: string; at: Date; way: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.attendance as a (occurrence_id, registration_id, event_id, at, way, marked_by)
    select o.id, r.id, r.event_id, ${m.at}, ${m.way}, ${ctx.actor.subjectId}
    from events.registration r join events.occurrence o on o.event_id = r.event_id
    where r.id = ${m.registration} and o.id = ${m.date} and r.event_id = ${m.eventId} and r.state = 'confirmed'
    on conflict (occurrence_id, registration_id) do update set taken_back_at = null, at = excluded.at, way = excluded.way,
      marked_by = excluded.marked_by
      where case when a.taken_back_at is null then excluded.at < a.at else excluded.at >= a.taken_back_at end`);

export const takeBack = (
  ctx: Ctx,
  m: { registration: string; date: string; eventId: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update events.attendance set taken_back_at = ${ctx.now}
    where registration_id = ${m.registration} and occurrence_id = ${m.date} and event_id = ${m.eventId} and taken_back_at is null`);

export const addWalkIn = (
  ctx: Ctx,
  w: {
    id: string;
    eventId: string;
    givenName: string;
    familyName: string;
    email: string;
    organisation: string;
    code: string;
    lang: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.registration (id, event_id, state, given_name, family_name, email, organisation, lang, code, walk_in,
      created_at, settled_at)
    values (${w.id}, ${w.eventId}, 'confirmed', ${w.givenName}, ${w.familyName}, ${w.email}, ${w.organisation}, ${w.lang},
      ${w.code}, true, ${ctx.now}, ${ctx.now})`);

/** Unique people and attendances, date by date and in all. */
export const attendanceOf = (ctx: Ctx, eventId: string) =>
  ctx.tx.one<{ people: number | null; attendances: number | null; walkIns: number | null }>(sql`
    select count(distinct a.registration_id)::int as people, count(*)::int as attendances,
      (count(distinct a.registration_id) filter (where r.walk_in))::int as "walkIns"
    from events.attendance a join events.registration r on r.id = a.registration_id
    where a.event_id = ${eventId} and a.taken_back_at is null`);
