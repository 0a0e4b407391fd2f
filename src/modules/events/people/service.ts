import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { enqueue } from '#kernel/jobs.ts';
import { warsawDate } from '#kernel/time.ts';
import { ownEvent } from '../managing/service.ts';
import { standingOf } from '../queries.ts';
import { NEEDS, newCode, STATES } from '../registering/schema.ts';
import { letter } from '../registering/service.ts';
import type { Event } from '../schema.ts';
import { keptUntil } from './policy.ts';
import * as queries from './queries.ts';
import type { AtDoor, Mark, Person } from './schema.ts';
import { text } from './text.pl.ts';

const CODE = 10;

export interface PeopleView {
  readonly event: Event;
  readonly people: readonly Person[];
  /** Unique people and attendances are two figures: one person may come to many dates. */
  readonly figures: { readonly people: number; readonly attendances: number; readonly walkIns: number };
}

/** Everybody registered for an event of the own institution, with what they need. Every look is recorded. */
export async function peopleOf(ctx: Ctx, id: string): Promise<PeopleView> {
  const event = await ownEvent(ctx, id);
  const rows = await queries.listPeople(ctx, id);
  const figures = await queries.attendanceOf(ctx, id);
  await record(ctx, {
    action: 'view',
    objectType: 'event_people',
    objectId: id,
    detail: { people: rows.length },
  });
  return {
    event,
    figures: {
      people: figures.people ?? 0,
      attendances: figures.attendances ?? 0,
      walkIns: figures.walkIns ?? 0,
    },
    people: rows.map((row) => ({
      ...row,
      state: STATES.find((s) => s === row.state) ?? 'cancelled',
      needs: NEEDS.filter((need) => row.needs?.includes(need)),
      note: row.note ?? '',
      attended: row.attended ?? [],
    })),
  };
}

/** The organiser accepts, declines or takes out. Throws `invalid` when there is no place, `stale` when somebody was faster. */
export async function decide(
  ctx: Ctx,
  eventId: string,
  id: string,
  decision: 'confirmed' | 'declined' | 'cancelled',
  version: number,
): Promise<void> {
  const event = await ownEvent(ctx, eventId);
  await queries.holdPlaces(ctx, eventId);
  const { taken } = await standingOf(ctx, eventId);
  if (decision === 'confirmed' && event.capacity !== null && taken >= event.capacity)
    throw invalid({ field: '', message: text[ctx.lang].full });
  if ((await queries.decide(ctx, { id, eventId, state: decision, version })) === 0) throw stale();
  await letter(ctx, id, decision);
  await enqueue(ctx, 'events.promote', { id: eventId }, { key: `events.promote.${eventId}` });
  await record(ctx, { action: `events.${decision}`, objectType: 'registration', objectId: id });
}

/** The date the door is about: the one asked for, else that of today, else the next, else the last. */
export function dateAtDoor(event: Event, now: Date, asked: string | undefined): Event['occurrences'][number] {
  const dates = event.occurrences.filter((o) => !o.cancelled);
  const today = warsawDate(now);
  const found =
    dates.find((o) => o.id === asked) ??
    dates.find((o) => warsawDate(o.startsAt) === today) ??
    dates.find((o) => o.endsAt > now) ??
    dates.at(-1);
  if (!found) throw notFound();
  return found;
}

export interface DoorView {
  readonly event: Event;
  readonly date: Event['occurrences'][number];
  readonly people: readonly AtDoor[];
  /** Until when the list may lie on a device; null when it may not. */
  readonly until: Date | null;
}

/** Who may come in on a date, for the one asked for or the one it is about now. Every look is recorded. */
export async function atDoor(ctx: Ctx, id: string, asked: string | undefined): Promise<DoorView> {
  const view = await doorOf(ctx, id, asked);
  const detail = { people: view.people.length };
  await record(ctx, { action: 'view', objectType: 'event_people', objectId: id, detail });
  return view;
}

/** The same to lie on the device of whoever keeps the door; recorded as put there. Throws `not_found` outside its time. */
export async function listToKeep(ctx: Ctx, id: string, asked: string | undefined): Promise<DoorView> {
  const view = await doorOf(ctx, id, asked);
  if (!view.until) throw notFound();
  const detail = { people: view.people.length };
  await record(ctx, { action: 'events.list_kept', objectType: 'event_people', objectId: id, detail });
  return view;
}

async function doorOf(ctx: Ctx, id: string, asked: string | undefined): Promise<DoorView> {
  const event = await ownEvent(ctx, id);
  const date = dateAtDoor(event, ctx.now, asked);
  return { event, date, people: await queries.listAtDoor(ctx, id, date.id), until: keptUntil(date, ctx.now) };
}

export type Said = 'marked' | 'already' | 'unknown';
/** Marks whoever has this code as present. A second scan is harmless and says so. */
export async function markByCode(ctx: Ctx, eventId: string, code: string, date: string): Promise<Said> {
  await ownEvent(ctx, eventId);
  const found = await queries.findByCode(ctx, eventId, code);
  if (!found) return 'unknown';
  const fresh = await queries.mark(ctx, { registration: found.id, date, eventId, at: ctx.now, way: 'code' });
  await record(ctx, { action: 'events.attend', objectType: 'registration', objectId: found.id });
  return fresh > 0 ? 'marked' : 'already';
}

/** Marks by the list, or takes a mark back. */
export async function markPerson(
  ctx: Ctx,
  eventId: string,
  m: { registration: string; date: string; present: 'yes' | 'no' },
): Promise<void> {
  await ownEvent(ctx, eventId);
  if (m.present === 'yes') await queries.mark(ctx, { ...m, eventId, at: ctx.now, way: 'list' });
  else await queries.takeBack(ctx, { ...m, eventId });
  const action = m.present === 'yes' ? 'events.attend' : 'events.attend_back';
  await record(ctx, { action, objectType: 'registration', objectId: m.registration });
}

/**
 * What was scanned without a network. Each mark counts once, however often and from however many doors it is sent, with
 * the first of its times; a time ahead is now. Whoever was marked already is answered with the time that counts.
 */
export async function sync(
  ctx: Ctx,
  eventId: string,
  marks: readonly Mark[],
): Promise<Record<string, { said: Said; at?: Date }>> {
  await ownEvent(ctx, eventId);
  const answers: Record<string, { said: Said; at?: Date }> = {};
  for (const { code, at, date } of marks)
    answers[`${code} ${date}`] = await syncOne(ctx, eventId, code, date, new Date(at));
  await record(ctx, {
    action: 'events.attend_sync',
    objectType: 'event',
    objectId: eventId,
    detail: { marks: marks.length },
  });
  return answers;
}

async function syncOne(ctx: Ctx, eventId: string, code: string, date: string, told: Date) {
  const found = await queries.findByCode(ctx, eventId, code);
  if (!found) return { said: 'unknown' as const };
  const at = told < ctx.now ? told : ctx.now;
  const before = await queries.cameAt(ctx, found.id, date);
  const changed = await queries.mark(ctx, { registration: found.id, date, eventId, at, way: 'code' });
  if (before) return { said: 'already' as const, at: changed > 0 ? at : before.at };
  return { said: changed > 0 ? ('marked' as const) : ('already' as const) };
}

/** Somebody who came without a registration: a place more than there are is the organiser's decision at the door. */
export async function walkIn(
  ctx: Ctx,
  eventId: string,
  form: { givenName: string; familyName: string; email: string; organisation: string; date: string },
): Promise<void> {
  await ownEvent(ctx, eventId);
  const id = newId(ctx.now.getTime());
  await queries.addWalkIn(ctx, {
    ...form,
    id,
    eventId,
    code: newCode(CODE),
    lang: ctx.lang === 'en' ? 'en' : 'pl',
  });
  await queries.mark(ctx, { registration: id, date: form.date, eventId, at: ctx.now, way: 'walk_in' });
  await record(ctx, { action: 'events.walk_in', objectType: 'registration', objectId: id });
}

/** The event of a code that somebody scanned with a phone. Throws `not_found` for whoever does not organise it. */
export async function eventOfCode(ctx: Ctx, code: string): Promise<string> {
  const found = await queries.findEventOfCode(ctx, code);
  if (!found) throw notFound();
  await ownEvent(ctx, found.eventId);
  return found.eventId;
}
