import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface SessionDbRow {
  id: string;
  institution_id: string;
  worker_id: string;
  worker_name: string;
  group_id: string | null;
  group_name: string | null;
  service_code: string;
  title: string;
  starts_at: Date;
  hours: string;
  place: string;
  cancelled_at: Date | null;
  cancel_reason: string;
  series_id: string | null;
  row_version: number;
}

export const findSession = (ctx: Ctx, id: string): Promise<SessionDbRow | null> =>
  ctx.tx.maybe<SessionDbRow>(sql`
    select s.id, s.institution_id, s.worker_id, w.name as worker_name, s.group_id, g.name as group_name, s.service_code,
      s.title, s.starts_at, s.hours, s.place, s.cancelled_at, s.cancel_reason, s.series_id, s.row_version
    from cases.session s
    join organisations.api_worker w on w.id = s.worker_id
    left join cases.activity_group g on g.id = s.group_id
    where s.id = ${id}`);

export interface ListedRow extends SessionDbRow {
  expected: number | null;
  marked: number | null;
  present: number | null;
  case_id: string | null;
  person_id: string | null;
  person_name: string | null;
}

/** Sessions of the own institution from one instant to another, with counts of what the worker may see. */
export const findSessions = (
  ctx: Ctx,
  f: { from: Date; to: Date; workerId: string | null; groupId: string | null },
): Promise<ListedRow[]> =>
  ctx.tx.many<ListedRow>(sql`
    select s.id, s.institution_id, s.worker_id, w.name as worker_name, s.group_id, g.name as group_name, s.service_code,
      s.title, s.starts_at, s.hours, s.place, s.cancelled_at, s.cancel_reason, s.series_id, s.row_version,
      a.expected, a.marked, a.present, one.case_id, one.person_id, one.person_name
    from cases.session s
    join organisations.api_worker w on w.id = s.worker_id
    left join cases.activity_group g on g.id = s.group_id
    left join lateral (
      select count(*)::int as expected, count(x.mark)::int as marked, (count(*) filter (where x.mark = 'present'))::int as present
      from cases.expected x where x.session_id = s.id) a on true
    left join lateral (
      select c.id as case_id, p.id as person_id,
        case when p.unidentified_label is not null then p.unidentified_label else p.given_name || ' ' || p.family_name end as person_name
      from cases.expected x join cases.shared_case c on c.id = x.case_id join cases.person p on p.id = c.person_id
      where x.session_id = s.id and s.group_id is null and a.expected > 0 limit 1) one on true
    where s.institution_id = ${ctx.actor.institutionId} and s.starts_at >= ${f.from} and s.starts_at < ${f.to}
      and (${f.workerId}::uuid is null or s.worker_id = ${f.workerId}::uuid)
      and (${f.groupId}::uuid is null or s.group_id = ${f.groupId}::uuid)
      and (s.group_id is not null or a.expected > 0)
    order by s.starts_at, s.title limit 400`);

export interface AttendeeRow {
  id: string;
  case_id: string;
  number: string;
  state: string;
  person_id: string;
  name: string | null;
  lineage_id: string;
  mark: string | null;
  minutes: number | null;
  marked_by: string | null;
  marked_name: string | null;
  marked_at: Date | null;
  row_version: number;
}
export const findAttendees = (ctx: Ctx, sessionId: string): Promise<AttendeeRow[]> =>
  ctx.tx.many<AttendeeRow>(sql`
    select a.id, a.case_id, c.number, c.state, c.person_id,
      case when p.unidentified_label is not null then p.unidentified_label else p.family_name || ' ' || p.given_name end as name,
      a.lineage_id, a.mark, a.minutes, a.marked_by, w.name as marked_name, a.marked_at, a.row_version
    from cases.expected a
    join cases.shared_case c on c.id = a.case_id
    join cases.person p on p.id = c.person_id
    left join organisations.api_worker w on w.id = a.marked_by
    where a.session_id = ${sessionId}
    order by name, c.number`);

/** In one order for everybody, so that two who mark at once wait and never block each other. */
export const lockAttendance = (ctx: Ctx, sessionId: string) =>
  ctx.tx.many<{
    id: string;
    case_id: string;
    lineage_id: string;
    mark: string | null;
    minutes: number | null;
    row_version: number;
  }>(sql`
    select id, case_id, lineage_id, mark, minutes, row_version from cases.attendance
    where session_id = ${sessionId} and dropped_at is null order by id for update`);

export const setMark = (
  ctx: Ctx,
  m: { id: string; version: number; mark: string | null; minutes: number | null },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.attendance set mark = ${m.mark}, minutes = ${m.minutes}, marked_by = ${ctx.actor.subjectId},
      marked_at = ${ctx.now}, row_version = row_version + 1
    where id = ${m.id} and row_version = ${m.version}`);

export const insertSession = (
  ctx: Ctx,
  s: {
    id: string;
    workerId: string;
    groupId: string | null;
    serviceCode: string;
    title: string;
    startsAt: Date;
    hours: number;
    place: string;
    seriesId: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.session (id, institution_id, worker_id, group_id, service_code, title, starts_at, hours, place, series_id)
    values (${s.id}, ${ctx.actor.institutionId}, ${s.workerId}, ${s.groupId}, ${s.serviceCode}, ${s.title}, ${s.startsAt}, ${s.hours}, ${s.place}, ${s.seriesId})`);

export const insertAttendance = (
  ctx: Ctx,
  a: { id: string; sessionId: string; caseId: string; lineageId: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.attendance (id, session_id, case_id, lineage_id)
    values (${a.id}, ${a.sessionId}, ${a.caseId}, ${a.lineageId}) on conflict (session_id, case_id) do update set dropped_at = null, row_version = attendance.row_version + 1
      where attendance.dropped_at is not null`);

/** Cancels one session, or it and the later ones of its series that nobody has marked. */
export const cancel = (
  ctx: Ctx,
  s: { id: string; version: number; rest: boolean; seriesId: string | null; startsAt: Date; reason: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.session set cancelled_at = ${ctx.now}, cancel_reason = ${s.reason}, row_version = row_version + 1
    where cancelled_at is null and ((id = ${s.id} and row_version = ${s.version})
      or (${s.rest} and series_id = ${s.seriesId}::uuid and starts_at > ${s.startsAt}
        and not exists (select from cases.attendance a where a.session_id = session.id and a.mark is not null)))`);

export interface OwnItemRow {
  case_id: string;
  number: string;
  person_id: string;
  name: string | null;
  lineage_id: string;
  service_code: string;
  place: string;
  starts_on: string;
  due_on: string;
}
/** Items of plans in force that the own institution carries out and that have not ended long ago. */
export const findOwnItems = (ctx: Ctx, from: LocalDate): Promise<OwnItemRow[]> =>
  ctx.tx.many<OwnItemRow>(sql`
    select i.case_id, c.number, c.person_id,
      case when p.unidentified_label is not null then p.unidentified_label else p.family_name || ' ' || p.given_name end as name,
      i.lineage_id, i.service_code, i.place, i.starts_on, i.due_on
    from cases.plan_item i
    join cases.shared_case c on c.id = i.case_id
    join cases.person p on p.id = c.person_id
    where i.institution_id = ${ctx.actor.institutionId} and i.due_on >= ${from}::date
      and c.state in ('planning', 'agreed', 'active', 'suspended', 'closing') and cases.plan_state(i.plan_id) = 'signed'
    order by name, c.number, i.position limit 500`);

export const progressOf = (ctx: Ctx, lineageId: string) =>
  ctx.tx.one<{ state: string | null }>(sql`
    select coalesce((select state from cases.item_progress where lineage_id = ${lineageId}), 'planned') as state`);
