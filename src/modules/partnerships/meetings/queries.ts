import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface BodyRow {
  id: string;
  kind: string;
  name: string;
  aim: string;
  row_version: number;
  partnership_id: string | null;
  runs: boolean | null;
}
/** Bodies of a partnership, or one Partner Group, as far as the actor's institution belongs to them. */
export const findBodies = (ctx: Ctx, of: { partnership: string | null; group: string | null }) =>
  ctx.tx.many<BodyRow>(sql`
    select id, kind, name, aim, row_version, partnership_id, id = any (partnerships.bodies_i_run()) as runs
    from partnerships.body
    where (${of.partnership}::uuid is not null and partnership_id = ${of.partnership}) or (kind = 'group' and id = ${of.group})
    order by kind`);

export interface MemberRow {
  institution_id: string;
  name: string;
  short_name: string;
  type: string;
}
export const findGroupMembers = (ctx: Ctx, bodyId: string, today: LocalDate) =>
  ctx.tx.many<MemberRow>(sql`
    select i.id as institution_id, i.name, i.short_name, i.type from organisations.api_institution i
    where i.id in (select convener_id from partnerships.body where id = ${bodyId}
      union select m.institution_id from partnerships.body_member m where m.body_id = ${bodyId}
        and m.joined_on <= ${today}::date and (m.left_on is null or m.left_on >= ${today}::date))
    order by i.type, i.name, i.id`);

export interface MeetingRow {
  id: string;
  body_id: string;
  body_kind: string;
  series_id: string | null;
  title: string;
  aim: string;
  starts_at: Date;
  ends_at: Date;
  mode: string;
  place: string;
  link: string;
  chair_id: string | null;
  chair: string | null;
  clerk_id: string | null;
  clerk: string | null;
  state: string;
  reason: string;
  sequence: number;
  row_version: number;
  minutes: string | null;
  remarks_until: string | null;
  runs: boolean | null;
}
export const findMeeting = (ctx: Ctx, id: string, bodies: readonly string[]) =>
  ctx.tx.maybe<MeetingRow>(sql`
    select m.id, m.body_id, b.kind as body_kind, m.series_id, m.title, m.aim, m.starts_at, m.ends_at, m.mode, m.place, m.link,
      m.chair_id, (select w.name from organisations.api_worker w where w.id = m.chair_id) as chair, m.clerk_id,
      (select w.name from organisations.api_worker w where w.id = m.clerk_id) as clerk, m.state, m.reason, m.sequence, m.row_version,
      n.state as minutes, n.remarks_until,
      m.body_id = any (partnerships.bodies_i_run()) or m.chair_id = kernel.worker() or m.clerk_id = kernel.worker() as runs
    from partnerships.meeting m join partnerships.body b on b.id = m.body_id left join partnerships.minutes n on n.meeting_id = m.id
    where m.id = ${id} and m.body_id = any (${bodies}::uuid[])`);

/** Whoever changes a meeting, or what belongs to it, waits for the others who do. */
export const holdMeeting = (ctx: Ctx, id: string) =>
  ctx.tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${id}, 208))`);

export interface LineRow {
  id: string;
  body_kind: string;
  title: string;
  starts_at: Date;
  ends_at: Date;
  state: string;
  minutes: string | null;
  came: number | null;
  decisions: number | null;
}
export const findLines = (
  ctx: Ctx,
  of: { bodies: readonly string[]; ahead: boolean; series: string | null; limit: number; offset: number },
) =>
  ctx.tx.many<LineRow>(sql`
    select m.id, b.kind as body_kind, m.title, m.starts_at, m.ends_at, m.state, n.state as minutes,
      (select count(*)::int from partnerships.attendee a where a.meeting_id = m.id and a.came) as came,
      (select count(*)::int from partnerships.decision d where d.meeting_id = m.id) as decisions
    from partnerships.meeting m join partnerships.body b on b.id = m.body_id left join partnerships.minutes n on n.meeting_id = m.id
    where m.body_id = any (${of.bodies}::uuid[]) and (m.ends_at >= ${ctx.now}) = ${of.ahead}
      and (${of.series}::uuid is null or m.series_id = ${of.series})
    order by case when ${of.ahead} then m.starts_at end, m.starts_at desc, m.id limit ${of.limit} offset ${of.offset}`);

export const countPast = (ctx: Ctx, bodies: readonly string[]) =>
  ctx.tx.one<{ count: number | null }>(sql`
    select count(*)::int as count from partnerships.meeting where body_id = any (${bodies}::uuid[]) and ends_at < ${ctx.now}`);

export interface FiguresRow {
  meetings: number | null;
  people: number | null;
  attendances: number | null;
  decisions: number | null;
  tasks: number | null;
  tasks_due: number | null;
  tasks_on_time: number | null;
}
export const findFigures = (
  ctx: Ctx,
  of: { bodies: readonly string[]; from: Date; until: Date; today: LocalDate; series: string | null },
) =>
  ctx.tx.one<FiguresRow>(sql`
    with held as (select id from partnerships.meeting where body_id = any (${of.bodies}::uuid[]) and state = 'held'
        and starts_at >= ${of.from} and starts_at < ${of.until} and (${of.series}::uuid is null or series_id = ${of.series})),
      seen as (select a.worker_id, a.guest_key from partnerships.attendee a where a.meeting_id in (select id from held) and a.came),
      task as (select t.* from partnerships.meeting_task t where t.meeting_id in (select id from held) and t.state <> 'dropped')
    select (select count(*)::int from held) as meetings, (select count(distinct coalesce(worker_id::text, guest_key))::int from seen) as people,
      (select count(*)::int from seen) as attendances,
      (select count(*)::int from partnerships.decision d where d.meeting_id in (select id from held)) as decisions,
      (select count(*)::int from task) as tasks,
      (select count(*)::int from task where due_on < ${of.today}::date or settled_on is not null) as tasks_due,
      (select count(*)::int from task where settled_on <= due_on) as tasks_on_time`);

/** Workers of these institutions of today. */
export const findWorkers = (ctx: Ctx, institutions: readonly string[], today: LocalDate) =>
  ctx.tx.many<{ id: string; name: string; institution_id: string; institution: string }>(sql`
    select w.id, w.name, w.institution_id, i.short_name as institution
    from organisations.api_worker w join organisations.api_institution i on i.id = w.institution_id
    where w.institution_id = any (${institutions}::uuid[]) and w.employed_from <= ${today}::date
      and (w.employed_to is null or w.employed_to >= ${today}::date)
    order by i.short_name, w.family_name, w.given_name, w.id limit 1000`);

export const findRules = (ctx: Ctx, today: LocalDate) =>
  ctx.tx.many<{ what: string; amount: number }>(sql`
    select what, amount from partnerships.meeting_rule
    where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)`);
