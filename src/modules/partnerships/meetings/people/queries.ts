import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface AttendeeRow {
  id: string;
  worker_id: string | null;
  institution_id: string | null;
  name: string | null;
  from_name: string | null;
  invited_at: Date | null;
  answer: string | null;
  substitute: string;
  came: boolean;
}
export const findAttendees = (ctx: Ctx, meetingId: string) =>
  ctx.tx.many<AttendeeRow>(sql`
    select a.id, a.worker_id, a.institution_id, coalesce(w.name, a.name) as name, coalesce(i.short_name, a.organisation) as from_name,
      a.invited_at, a.answer, a.substitute, a.came
    from partnerships.attendee a left join organisations.api_worker w on w.id = a.worker_id
      left join organisations.api_institution i on i.id = a.institution_id
    where a.meeting_id = ${meetingId}
    order by a.worker_id is null, i.short_name, w.family_name, a.organisation, a.name, a.id`);

export const countUninvited = (ctx: Ctx, meetingId: string) =>
  ctx.tx.one<{ count: number | null }>(sql`
    select count(*)::int as count from partnerships.attendee where meeting_id = ${meetingId} and invited_at is null and not came`);

export const addWorker = (
  ctx: Ctx,
  a: {
    id: string;
    bodyId: string;
    meetingId: string;
    workerId: string;
    institutionId: string;
    came: boolean;
  },
) =>
  ctx.tx.run(sql`
    insert into partnerships.attendee (id, body_id, meeting_id, worker_id, institution_id, came)
    values (${a.id}, ${a.bodyId}, ${a.meetingId}, ${a.workerId}, ${a.institutionId}, ${a.came}) on conflict (meeting_id, worker_id) do nothing`);

export const addGuest = (
  ctx: Ctx,
  a: {
    id: string;
    bodyId: string;
    meetingId: string;
    name: string;
    organisation: string;
    key: string;
    came: boolean;
  },
) =>
  ctx.tx.run(sql`
    insert into partnerships.attendee (id, body_id, meeting_id, name, organisation, guest_key, came)
    values (${a.id}, ${a.bodyId}, ${a.meetingId}, ${a.name}, ${a.organisation}, ${a.key}, ${a.came}) on conflict (meeting_id, guest_key) do nothing`);

export const addContact = (ctx: Ctx, attendeeId: string, bodyId: string, email: string, lang: string) =>
  ctx.tx.run(sql`
    insert into partnerships.guest_contact (attendee_id, body_id, email, lang) values (${attendeeId}, ${bodyId}, ${email}, ${lang})`);

export const drop = (ctx: Ctx, id: string, meetingId: string) =>
  ctx.tx.run(sql`
    delete from partnerships.attendee where id = ${id} and meeting_id = ${meetingId} and invited_at is null and not came`);

export const answerOwn = (ctx: Ctx, meetingId: string, answer: string, substitute: string) =>
  ctx.tx.run(sql`
    update partnerships.attendee set answer = ${answer}, substitute = ${substitute}, answered_at = ${ctx.now}
    where meeting_id = ${meetingId} and worker_id = ${ctx.actor.subjectId}`);

export const setCame = (ctx: Ctx, meetingId: string, came: readonly string[]) =>
  ctx.tx.run(sql`
    update partnerships.attendee set came = id = any (${came}::uuid[])
    where meeting_id = ${meetingId} and came <> (id = any (${came}::uuid[]))`);

export interface InvitationRow {
  meeting_id: string | null;
  attendee_id: string | null;
  body_kind: string | null;
  body_name: string | null;
  title: string | null;
  aim: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  mode: string | null;
  place: string | null;
  link: string | null;
  state: string | null;
  sequence: number | null;
  updated_at: Date | null;
  answer: string | null;
  substitute: string | null;
  points: string[] | null;
}
export const findInvitation = (ctx: Ctx, hash: string) =>
  ctx.tx.maybe<InvitationRow>(sql`
    select meeting_id, attendee_id, body_kind, body_name, title, aim, starts_at, ends_at, mode, place, link, state, sequence, updated_at,
      answer, substitute, points from partnerships.invited_by(${hash})`);

export const answerBy = (ctx: Ctx, hash: string, answer: string, substitute: string) =>
  ctx.tx.one<{ taken: boolean | null }>(sql`
    select partnerships.answer_invitation(${hash}, ${answer}, ${substitute}) as taken`);
