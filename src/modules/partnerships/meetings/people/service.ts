import type { CalendarEvent } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { hashOf, newId } from '#kernel/ids.ts';
import { plain } from '#kernel/words/words.ts';
import { mayPlan, mayWrite } from '../policy.ts';
import type { Answer, Meeting, MeetingState, Mode, Place } from '../schema.ts';
import { holdMeeting, note, open, require, type WorkerChoice, workersOf } from '../service.ts';
import * as queries from './queries.ts';
import type { AnswerForm, AttendanceForm, Attendee, GuestForm, Invitation } from './schema.ts';
import { text } from './text.pl.ts';

export async function attendeesOf(ctx: Ctx, meetingId: string): Promise<Attendee[]> {
  return (await queries.findAttendees(ctx, meetingId)).map((row) => ({
    id: row.id,
    workerId: row.worker_id,
    institutionId: row.institution_id,
    name: row.name ?? '',
    from: row.from_name ?? '',
    guest: row.worker_id === null,
    invitedAt: row.invited_at,
    answer: row.answer as Answer | null,
    substitute: row.substitute,
    came: row.came,
  }));
}

export const countUninvited = async (ctx: Ctx, meetingId: string): Promise<number> =>
  (await queries.countUninvited(ctx, meetingId)).count ?? 0;

/** Puts a worker on the list; nothing happens when they stand there. */
export const addWorker = (
  ctx: Ctx,
  meeting: Pick<Meeting, 'id' | 'bodyId'>,
  worker: Pick<WorkerChoice, 'id' | 'institutionId'>,
  came = false,
): Promise<number> =>
  queries.addWorker(ctx, {
    id: newId(),
    bodyId: meeting.bodyId,
    meetingId: meeting.id,
    workerId: worker.id,
    institutionId: worker.institutionId,
    came,
  });

export async function addWorkers(ctx: Ctx, place: Place, id: string, ids: readonly string[]): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayPlan(meeting));
  const chosen = (await workersOf(ctx, place)).filter((w) => ids.includes(w.id));
  if (chosen.length === 0) throw invalid({ field: 'worker', message: 'choice' });
  for (const worker of chosen) await addWorker(ctx, meeting, worker);
  await note(ctx, 'people', id, { added: chosen.length });
}

/** One guest is one person at every meeting to which they come under the same name from the same organisation. */
const keyOf = (guest: { name: string; organisation: string }): string =>
  `${plain(guest.name).replace(/\s+/g, ' ')}|${plain(guest.organisation).replace(/\s+/g, ' ')}`;

async function addGuestRow(
  ctx: Ctx,
  meeting: Meeting,
  guest: { name: string; organisation: string },
  came: boolean,
): Promise<string> {
  const id = newId();
  const added = await queries.addGuest(ctx, {
    id,
    bodyId: meeting.bodyId,
    meetingId: meeting.id,
    name: guest.name,
    organisation: guest.organisation,
    key: keyOf(guest),
    came,
  });
  if (added === 0) throw invalid({ field: 'name', message: text[ctx.lang].known });
  return id;
}

export async function addGuest(ctx: Ctx, place: Place, id: string, form: GuestForm): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayPlan(meeting));
  if (!place.runs) throw notFound();
  const attendee = await addGuestRow(ctx, meeting, form, false);
  if (form.email !== '') await queries.addContact(ctx, attendee, meeting.bodyId, form.email, form.lang);
  await note(ctx, 'guest', id);
}

export async function dropAttendee(ctx: Ctx, place: Place, id: string, attendee: string): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayPlan(meeting));
  if ((await queries.drop(ctx, attendee, id)) === 0)
    throw invalid({ field: '', message: text[ctx.lang].invitedAlready });
  await note(ctx, 'people_drop', id);
}

/** The acting worker's own answer, until the meeting begins. */
export async function answerOwn(ctx: Ctx, place: Place, id: string, form: AnswerForm): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  open(meeting.state === 'called' && meeting.startsAt > ctx.now, 'meeting_began');
  const taken = await queries.answerOwn(ctx, id, form.answer, substituteOf(ctx, form));
  if (taken === 0) throw notFound();
  await note(ctx, 'answer', id, { answer: form.answer });
}

function substituteOf(ctx: Ctx, form: AnswerForm): string {
  if (form.answer !== 'sends') return '';
  if (form.substitute === '') throw invalid({ field: 'substitute', message: text[ctx.lang].whoComes });
  return form.substitute;
}

/** Who came: the boxes ticked, and somebody who came uninvited. */
export async function markAttendance(
  ctx: Ctx,
  place: Place,
  id: string,
  form: AttendanceForm,
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayWrite(meeting, ctx.now));
  const known = new Set((await attendeesOf(ctx, id)).map((a) => a.id));
  const came = form.came.filter((one) => known.has(one));
  await queries.setCame(ctx, id, came);
  if (form.name !== '') await addGuestRow(ctx, meeting, form, true);
  await note(ctx, 'attendance', id, { came: came.length + (form.name === '' ? 0 : 1) });
}

/** What the link of a letter opens, for whoever holds it. Throws `not_found` when it opens nothing any more. */
export async function invitationOf(ctx: Ctx, token: string): Promise<Invitation> {
  const row = await queries.findInvitation(ctx, hashOf(token));
  if (!row?.meeting_id || !row.starts_at || !row.ends_at || !row.updated_at) throw notFound();
  return {
    meetingId: row.meeting_id,
    bodyKind: row.body_kind ?? '',
    bodyName: row.body_name ?? '',
    title: row.title ?? '',
    aim: row.aim ?? '',
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    mode: (row.mode ?? 'onsite') as Mode,
    place: row.place ?? '',
    link: row.link ?? '',
    state: (row.state ?? 'planned') as MeetingState,
    sequence: row.sequence ?? 0,
    updatedAt: row.updated_at,
    answer: row.answer as Answer | null,
    substitute: row.substitute ?? '',
    points: row.points ?? [],
  };
}

/** False when the meeting began or was called off meanwhile. */
export async function answerBy(ctx: Ctx, token: string, form: AnswerForm): Promise<boolean> {
  await invitationOf(ctx, token);
  const { taken } = await queries.answerBy(ctx, hashOf(token), form.answer, substituteOf(ctx, form));
  return taken ?? false;
}

/** A meeting as calendars know it; a changed one moves in them. */
export const calendarEntry = (m: {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: Mode;
  readonly place: string;
  readonly link: string;
  readonly state: MeetingState;
  readonly sequence: number;
  readonly updatedAt: Date;
  readonly about: string;
}): CalendarEvent => ({
  uid: `${m.id}@splot`,
  sequence: m.sequence,
  stamp: m.updatedAt,
  when: { start: m.startsAt, end: m.endsAt },
  summary: m.title,
  location: [m.place, m.link].filter(Boolean).join(' · '),
  description: m.about,
  status: m.state === 'cancelled' ? 'cancelled' : m.state === 'planned' ? 'tentative' : 'confirmed',
});
