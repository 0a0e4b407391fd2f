import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface PointRow {
  id: string;
  position: number;
  title: string;
  about: string;
  lasts: number;
  presenter_id: string | null;
  presenter: string | null;
  state: string;
  source_key: string | null;
  href: string | null;
  proposed_by: string | null;
  notes: string;
  row_version: number;
}
export const findPoints = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<PointRow>(sql`
    select p.id, p.position, p.title, p.about, p.lasts, p.presenter_id,
      (select i.short_name from organisations.api_institution i where i.id = p.presenter_id) as presenter, p.state, p.source_key, p.href,
      (select i.short_name from organisations.api_worker w join organisations.api_institution i on i.id = w.institution_id
        where w.id = p.proposed_by) as proposed_by, p.notes, p.row_version
    from partnerships.agenda_point p where p.meeting_id = ${meetingId} order by p.position, p.id`);

export const addPoint = (
  ctx: Ctx,
  p: {
    id: string;
    bodyId: string;
    meetingId: string;
    title: string;
    about: string;
    lasts: number;
    presenter: string | null;
    state: string;
    key: string | null;
    href: string | null;
    by: string | null;
  },
) =>
  ctx.tx.run(sql`
    insert into partnerships.agenda_point (id, body_id, meeting_id, position, title, about, lasts, presenter_id, state, source_key, href, proposed_by)
    select ${p.id}, ${p.bodyId}, ${p.meetingId}, coalesce(max(position), 0) + 1, ${p.title}, ${p.about}, ${p.lasts}, ${p.presenter}::uuid,
      ${p.state}, ${p.key}, ${p.href}, ${p.by}::uuid
    from partnerships.agenda_point where meeting_id = ${p.meetingId} on conflict (meeting_id, source_key) do nothing`);

export const changePoint = (
  ctx: Ctx,
  p: { id: string; title: string; about: string; lasts: number; presenter: string | null },
) =>
  ctx.tx.run(sql`
    update partnerships.agenda_point set title = ${p.title}, about = ${p.about}, lasts = ${p.lasts}, presenter_id = ${p.presenter},
      row_version = row_version + 1 where id = ${p.id}`);

export const setPosition = (ctx: Ctx, id: string, position: number) =>
  ctx.tx.run(sql`
    update partnerships.agenda_point set position = ${position} where id = ${id} and position <> ${position}`);

export const setPointState = (ctx: Ctx, id: string, state: string) =>
  ctx.tx.run(sql`
    update partnerships.agenda_point set state = ${state}, row_version = row_version + 1 where id = ${id}`);

/** Tasks of the body that wait, and decisions to be looked at by the day of the meeting. */
export const findOpenTasks = (ctx: Ctx, bodies: readonly string[], before: string) =>
  ctx.tx.many<{ id: string; what: string; due_on: string; institution: string | null }>(sql`
    select t.id, t.what, t.due_on, (select i.short_name from organisations.api_institution i where i.id = t.institution_id) as institution
    from partnerships.meeting_task t
    where t.body_id = any (${bodies}::uuid[]) and t.state in ('open', 'started') and t.meeting_id <> ${before}
    order by t.due_on, t.id limit 50`);
export const findDecisionsToCheck = (ctx: Ctx, bodies: readonly string[], until: LocalDate) =>
  ctx.tx.many<{ id: string; year: number; number: number; body: string; check_on: string | null }>(sql`
    select id, year, number, body, check_on from partnerships.decision
    where body_id = any (${bodies}::uuid[]) and state = 'in_force' and check_on <= ${until}::date order by check_on, id limit 50`);

/** The agreement in force, when it ends within the given days. */
export const findEnding = (ctx: Ctx, partnershipId: string, until: LocalDate) =>
  ctx.tx.maybe<{ version: number; valid_to: string | null }>(sql`
    select version, valid_to from partnerships.agreement
    where partnership_id = ${partnershipId} and state = 'in_force' and valid_to <= ${until}::date`);

export const findFiles = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<{ id: string; fileId: string; title: string }>(sql`
    select id, file_id as "fileId", title from partnerships.meeting_file where meeting_id = ${meetingId} order by added_at, id`);
export const addFile = (
  ctx: Ctx,
  f: { id: string; bodyId: string; meetingId: string; fileId: string; title: string },
) =>
  ctx.tx.run(sql`
    insert into partnerships.meeting_file (id, body_id, meeting_id, file_id, title, added_by, added_at)
    values (${f.id}, ${f.bodyId}, ${f.meetingId}, ${f.fileId}, ${f.title}, ${ctx.actor.subjectId}, ${ctx.now})`);
