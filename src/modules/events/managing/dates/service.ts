import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { addDays, formatTime, instantAt, warsawDate } from '#kernel/time.ts';
import { MOST_DATES } from '../../recurrence/schema.ts';
import { repeated } from '../../recurrence/service.ts';
import { addressLine, type Event, type Told } from '../../schema.ts';
import { eventOf } from '../../service.ts';
import * as queries from '../queries.ts';
import type { DateForm, DatesForm, SessionForm } from '../schema.ts';
import { text } from '../text.pl.ts';

const DAY_MS = 86_400_000;
const told = (event: Event): Told => ({
  dates: event.occurrences
    .filter((o) => !o.cancelled)
    .map((o) => `${o.startsAt.toISOString()}/${o.endsAt.toISOString()}`),
  place: event.mode === 'online' ? 'online' : addressLine(event),
});

/** Notes a new version of time and place, and has it told to everybody who registered. Of a draft nobody knows. */
export async function changed(ctx: Ctx, before: Event, after: Event): Promise<void> {
  if (after.state !== 'published') return;
  await queries.addChange(ctx, after.id, told(before), told(after));
  await enqueue(ctx, 'events.tell', { id: after.id, kind: 'changed' }, { key: `events.tell.${after.id}` });
}

/** Both hours on a day; past midnight is the next day. Throws `invalid` when they are the same. */
function hoursOf(form: { day: string; from: string; to: string }): { from: Date; to: Date } {
  const from = instantAt(form.day, form.from);
  const to = instantAt(form.day, form.to);
  if (to.getTime() === from.getTime()) throw invalid({ field: 'to', message: 'time.order' });
  return { from, to: to > from ? to : new Date(to.getTime() + DAY_MS) };
}

/** Adds a date, or the dates of a rule. A rule without end is refused with a word why. */
export async function addDates(ctx: Ctx, event: Event, form: DatesForm): Promise<void> {
  const t = text[ctx.lang];
  const { repeat } = form;
  const made =
    repeat === ''
      ? { dates: [form.day], rule: null }
      : repeated(
          { every: repeat, interval: form.interval ?? 1, count: form.count, until: form.until || null },
          form.day,
        );
  if ('problem' in made)
    throw invalid({
      field: made.problem === 'too_many' ? 'count' : 'repeat',
      message: t.rules[made.problem],
    });
  if (event.occurrences.length + made.dates.length > MOST_DATES)
    throw invalid({ field: 'count', message: t.rules.too_many });
  // One rule an event: what comes beside it is told date by date.
  const ruled = made.rule !== null && event.rule === null && event.occurrences.length === 0;
  for (const day of made.dates) {
    const { from, to } = hoursOf({ ...form, day });
    if (event.state !== 'draft' && from < ctx.now) throw invalid({ field: 'day', message: 'date.past' });
    const id = newId(ctx.now.getTime());
    await queries.addDate(ctx, { id, eventId: event.id, from, to, planned: ruled ? from : null });
  }
  if (ruled && made.rule !== null) await queries.setRule(ctx, event.id, made.rule);
  await settle(ctx, event, 'events.dates_add');
}

/** Moves a date. Calendars know it by where it was first, so that they move it too. */
export async function moveDate(ctx: Ctx, event: Event, id: string, form: DateForm): Promise<void> {
  const date = event.occurrences.find((o) => o.id === id);
  if (!date) throw notFound();
  const { from, to } = hoursOf(form);
  if (event.occurrences.some((o) => o.id !== id && o.startsAt.getTime() === from.getTime()))
    throw invalid({ field: 'day', message: 'duplicate' });
  // A day that has come may still be mended; one that lies ahead is not moved into the past.
  if (event.state !== 'draft' && from < ctx.now && date.startsAt >= ctx.now)
    throw invalid({ field: 'day', message: 'date.past' });
  const known = event.state !== 'draft' && event.rule === null ? date.startsAt : null;
  await queries.moveDate(ctx, {
    id,
    from,
    to,
    planned: date.plannedAt ?? known,
    notePl: form.notePl,
    noteEn: form.noteEn,
  });
  // The programme goes with its date.
  const shift = from.getTime() - date.startsAt.getTime();
  if (shift !== 0) await queries.shiftSessions(ctx, id, shift / 1000);
  await settle(ctx, event, 'events.date_move');
}

/** Takes a date out: of a draft it is gone, of what was announced it stays, crossed out. */
export async function dropDate(ctx: Ctx, event: Event, id: string): Promise<void> {
  if (!event.occurrences.some((o) => o.id === id)) throw notFound();
  if (event.state === 'draft') {
    await queries.dropDate(ctx, id);
    await queries.forgetRule(ctx, event.id);
  } else {
    await queries.callOffDate(ctx, id);
  }
  await settle(ctx, event, 'events.date_drop');
}

async function settle(ctx: Ctx, before: Event, action: string): Promise<void> {
  await queries.settleDates(ctx, before.id);
  await changed(ctx, before, await eventOf(ctx, { id: before.id }));
  await record(ctx, { action, objectType: 'event', objectId: before.id });
}

/** Hours within a date; after midnight they are those of its second day. Throws `invalid` when they leave the date. */
function hoursWithin(
  ctx: Ctx,
  date: Event['occurrences'][number],
  form: SessionForm,
): { from: Date; to: Date } {
  const day = warsawDate(date.startsAt);
  const same = hoursOf({ ...form, day });
  const { from, to } = same.from < date.startsAt ? hoursOf({ ...form, day: addDays(day, 1) }) : same;
  const message = text[ctx.lang].within(`${formatTime(date.startsAt)}–${formatTime(date.endsAt)}`);
  if (from < date.startsAt || from >= date.endsAt) throw invalid({ field: 'from', message });
  if (to > date.endsAt) throw invalid({ field: 'to', message });
  return { from, to };
}

/** Writes a session of the programme; within the hours of its date. */
export async function saveSession(
  ctx: Ctx,
  event: Event,
  id: string | null,
  form: SessionForm,
): Promise<void> {
  const date = event.occurrences.find((o) => o.id === form.occurrence);
  if (!date) throw invalid({ field: 'occurrence', message: 'choice' });
  const { from, to } = hoursWithin(ctx, date, form);
  await queries.addSession(ctx, {
    ...form,
    id: id ?? newId(ctx.now.getTime()),
    eventId: event.id,
    start: from,
    end: to,
  });
  await record(ctx, { action: 'events.session', objectType: 'event', objectId: event.id });
}

export async function dropSession(ctx: Ctx, event: Event, id: string): Promise<void> {
  await queries.dropSession(ctx, event.id, id);
  await record(ctx, { action: 'events.session_drop', objectType: 'event', objectId: event.id });
}
