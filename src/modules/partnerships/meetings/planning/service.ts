import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { formatTime, instantAt, type LocalDate, warsawDate } from '#kernel/time.ts';
import { repeated } from '#modules/events/api.ts';
import { contactsOf, today } from '../../service.ts';
import { addWorker, countUninvited } from '../people/service.ts';
import { mayPlan } from '../policy.ts';
import type { Meeting, Place } from '../schema.ts';
import { bodyIds, holdMeeting, note, open, require, workersOf } from '../service.ts';
import * as queries from './queries.ts';
import type { MeetingForm, NewForm } from './schema.ts';
import { text } from './text.pl.ts';

/** Both hours on a day in Warsaw. */
function hoursOf(day: LocalDate, form: { from: string; to: string }): { from: Date; to: Date } {
  const [from, to] = [instantAt(day, form.from), instantAt(day, form.to)];
  if (to <= from) throw invalid({ field: 'to', message: 'time.order' });
  return { from, to };
}

/** A meeting is planned before it is over: says which of the day and the hour is to be changed. */
function notOver(ctx: Ctx, day: LocalDate, { to }: queries.Times): void {
  if (to >= ctx.now) return;
  throw day < today(ctx)
    ? invalid({ field: 'day', message: 'date.past' })
    : invalid({ field: 'to', message: text[ctx.lang].problems.over });
}

async function timesOf(ctx: Ctx, place: Place, form: MeetingForm, day: LocalDate): Promise<queries.Times> {
  const workers = await workersOf(ctx, place);
  for (const field of ['chair', 'clerk'] as const)
    if (form[field] !== '' && !workers.some((w) => w.id === form[field]))
      throw invalid({ field, message: 'choice' });
  if (form.mode !== 'online' && form.place === '') throw invalid({ field: 'place', message: 'required' });
  const { title, aim, mode } = form;
  return {
    ...hoursOf(day, form),
    title,
    aim,
    mode,
    place: mode === 'online' ? '' : form.place,
    link: mode === 'onsite' ? '' : form.link,
    chair: form.chair || null,
    clerk: form.clerk || null,
  };
}

/** The days of the form: one, or those of its rule. */
function daysOf(ctx: Ctx, form: NewForm): { dates: readonly LocalDate[]; rule: string | null } {
  if (form.repeat === '') return { dates: [form.day], rule: null };
  const { interval, count, until } = form;
  const made = repeated({ every: form.repeat, interval: interval ?? 1, count, until }, form.day);
  if (!('problem' in made)) return made;
  const field = made.problem === 'too_many' ? 'count' : 'repeat';
  throw invalid({ field, message: text[ctx.lang].problems[made.problem] });
}

/** Plans a meeting, or the meetings of a series; invited by default are those who belong. Gives the first one's id. */
export async function planMeetings(ctx: Ctx, place: Place, form: NewForm): Promise<string> {
  if (!place.runs) throw notFound();
  if (!place.bodies.some((b) => b.id === form.body)) throw invalid({ field: 'body', message: 'choice' });
  const { dates, rule } = daysOf(ctx, form);
  const seriesId = rule === null ? null : newId();
  if (seriesId !== null && rule !== null)
    await queries.addSeries(ctx, { id: seriesId, bodyId: form.body, title: form.title, rule });
  const belonging = await belongingTo(ctx, place, form);
  const ids: string[] = [];
  for (const day of dates) {
    const times = await timesOf(ctx, place, form, day);
    notOver(ctx, day, times);
    const id = newId();
    ids.push(id);
    await queries.addMeeting(ctx, { id, bodyId: form.body, seriesId, ...times });
    for (const worker of belonging) await addWorker(ctx, { id, bodyId: form.body }, worker);
  }
  const [first] = ids;
  if (first === undefined) throw invalid({ field: 'repeat', message: text[ctx.lang].problems.none });
  await note(ctx, 'plan', first, { dates: ids.length });
  return first;
}

/** Contact persons of a partnership; of a Partner Group whoever was at its last meeting; chair and clerk. */
async function belongingTo(ctx: Ctx, place: Place, form: NewForm) {
  const found =
    place.partnership === null
      ? (await queries.lastWorkers(ctx, form.body)).flatMap((r) =>
          r.worker_id && r.institution_id ? [{ id: r.worker_id, institutionId: r.institution_id }] : [],
        )
      : (await contactsOf(ctx, place.partnership.id)).map((c) => ({
          id: c.workerId,
          institutionId: c.institutionId,
        }));
  const workers = await workersOf(ctx, place);
  const chosen = workers.filter((w) => w.id === form.chair || w.id === form.clerk);
  const known = new Set(workers.map((w) => w.id));
  return [...new Map([...found, ...chosen].map((w) => [w.id, w])).values()].filter((w) => known.has(w.id));
}

const asForm = (m: Meeting) => ({
  title: m.title,
  aim: m.aim,
  day: warsawDate(m.startsAt),
  from: formatTime(m.startsAt),
  to: formatTime(m.endsAt),
  mode: m.mode,
  place: m.place,
  link: m.link,
  chair: m.chairId ?? '',
  clerk: m.clerkId ?? '',
});
export const meetingValues = asForm;

/** Changes a meeting; whoever was invited is told of another time or place. */
export async function changeMeeting(ctx: Ctx, place: Place, id: string, form: MeetingForm): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id, form._version, asForm);
  require(mayPlan(meeting));
  const times = await timesOf(ctx, place, form, form.day);
  const moved =
    times.from.getTime() !== meeting.startsAt.getTime() ||
    times.to.getTime() !== meeting.endsAt.getTime() ||
    times.place !== meeting.place ||
    times.link !== meeting.link ||
    times.mode !== meeting.mode;
  if (moved) notOver(ctx, form.day, times);
  const told = moved && meeting.state === 'called';
  await queries.change(ctx, id, times, told);
  for (const worker of (await workersOf(ctx, place)).filter(
    (w) => w.id === form.chair || w.id === form.clerk,
  ))
    await addWorker(ctx, meeting, worker);
  if (told) await letters(ctx, id, 'changed');
  await note(ctx, 'change', id, { told });
}

/** Calls the meeting off. It stays in the list, and whoever was invited is told. */
export async function cancelMeeting(
  ctx: Ctx,
  place: Place,
  id: string,
  form: { reason: string; _version?: number | undefined },
): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id, form._version);
  require(mayPlan(meeting));
  await queries.setState(ctx, id, 'cancelled', form.reason);
  if (meeting.state === 'called') await letters(ctx, id, 'cancelled');
  await note(ctx, 'cancel', id);
}

/** Sends invitations to everybody on the list who has none yet. */
export async function callMeeting(ctx: Ctx, place: Place, id: string): Promise<void> {
  const meeting = await holdMeeting(ctx, place, id);
  require(mayPlan(meeting));
  open(meeting.startsAt > ctx.now, 'meeting_began');
  const count = await countUninvited(ctx, id);
  if (count === 0) throw invalid({ field: '', message: text[ctx.lang].nobodyToInvite });
  if (meeting.state === 'planned') await queries.setState(ctx, id, 'called', '');
  await letters(ctx, id, 'invitation');
  await note(ctx, 'call', id, { invited: count });
}

const letters = (ctx: Ctx, id: string, kind: string): Promise<void> =>
  enqueue(ctx, 'partnerships.meeting_letters', { id, kind }, { key: `partnerships.meeting.${kind}.${id}` });

export async function seriesOf(ctx: Ctx, place: Place, id: string): Promise<{ id: string; title: string }> {
  const row = await queries.findSeries(ctx, id, bodyIds(place));
  if (!row) throw notFound();
  return { id: row.id, title: row.title };
}
export const holdState = queries.setState;
