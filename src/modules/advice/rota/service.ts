import type { CalendarEvent } from '#kernel/calendar.ts';
import type { Ctx } from '#kernel/context.ts';
import { addDays, instantAt, type LocalDate, warsawDate } from '#kernel/time.ts';
import { seenDesks } from '../setup/api.ts';
import { mondayOf, type Rota, runningAt, shiftsOf } from './policy.ts';
import * as queries from './queries.ts';
import { type Away, DUTY_KINDS, type Duty, type Person, type Shift } from './schema.ts';
import { text } from './text.pl.ts';

const EVER: LocalDate = '9999-12-31';
const BEFORE: LocalDate = '1000-01-01';

const kindOf = (kind: string | null) => DUTY_KINDS.find((known) => known === kind) ?? 'phone';

/** Who works at the desk on a day, once each. */
export async function membersOf(ctx: Ctx, deskId: string, on = warsawDate(ctx.now)): Promise<Person[]> {
  const rows = await queries.findMembers(ctx, deskId);
  const here = rows.filter(({ from, to }) => from <= on && (to === null || to >= on));
  return [...new Map(here.map(({ workerId, name }) => [workerId, { workerId, name: name ?? '' }])).values()];
}

/** Everything that says who is where between two days. Somebody who has left the desk counts as absent. */
export async function rotaOf(ctx: Ctx, deskId: string, from: LocalDate, to: LocalDate): Promise<Rota> {
  const members = await queries.findMembers(ctx, deskId);
  const known = new Map(members.map(({ workerId, name }) => [workerId, { workerId, name: name ?? '' }]));
  const away: Away[] = (await queries.findAway(ctx, deskId, from, to)).map((row) => ({
    workerId: row.workerId ?? '',
    from: row.from ?? BEFORE,
    to: row.to ?? EVER,
    standIn: known.get(row.standInId ?? '') ?? null,
  }));
  for (const { workerId } of known.values()) {
    const times = members.filter((m) => m.workerId === workerId);
    const first = times.map((m) => m.from).sort()[0] ?? BEFORE;
    const last = times.some((m) => m.to === null)
      ? null
      : (times
          .map((m) => m.to ?? '')
          .sort()
          .at(-1) ?? '');
    away.push({ workerId, from: BEFORE, to: addDays(first, -1), standIn: null });
    if (last !== null) away.push({ workerId, from: addDays(last, 1), to: EVER, standIn: null });
  }
  const duties: Duty[] = (await queries.findDuties(ctx, deskId, from, to)).map((row) => ({
    ...row,
    kind: kindOf(row.kind),
    person: { workerId: row.workerId, name: row.name ?? '' },
    from: row.from ?? '',
    to: row.to ?? '',
  }));
  const exceptions = (await queries.findChanges(ctx, deskId, from, to)).map((row) => ({
    dutyId: row.dutyId,
    on: row.on,
    note: row.note,
    substitute: row.substituteId === null ? null : { workerId: row.substituteId, name: row.substitute ?? '' },
  }));
  return { duties, exceptions, away };
}

const WEEK = 7;
/** The week that holds the day: its Monday and everybody's hours. */
export async function weekOf(ctx: Ctx, deskId: string, day: LocalDate) {
  const monday = mondayOf(day);
  const rota = await rotaOf(ctx, deskId, monday, addDays(monday, WEEK - 1));
  return { monday, shifts: shiftsOf(monday, WEEK, rota) };
}

/** Who is on duty at a desk at this moment. */
export async function onDutyNow(ctx: Ctx, deskId: string): Promise<Shift[]> {
  const today = warsawDate(ctx.now);
  return runningAt(ctx.now, await rotaOf(ctx, deskId, today, today));
}

/** Who is absent from a desk today: until when, and who acts for them. */
export async function awayToday(ctx: Ctx, deskId: string): Promise<ReadonlyMap<string, Away>> {
  const today = warsawDate(ctx.now);
  const { away } = await rotaOf(ctx, deskId, today, today);
  return new Map(away.filter((a) => a.from <= today && a.to >= today).map((a) => [a.workerId, a]));
}

/** The hours of a desk in the next seven days as everybody may read them: no names. */
export async function publicHours(ctx: Ctx, deskId: string) {
  const today = warsawDate(ctx.now);
  const rows = await queries.findHours(ctx, deskId, today, addDays(today, WEEK - 1));
  const nobody = { workerId: '', name: '' };
  const duties = rows.map(
    (row): Duty => ({
      id: row.dutyId ?? '',
      kind: kindOf(row.kind),
      person: nobody,
      weekday: row.weekday,
      on: row.on,
      from: row.from ?? '',
      to: row.to ?? '',
      validFrom: row.validFrom ?? BEFORE,
      validTo: row.validTo,
    }),
  );
  const exceptions = rows.flatMap((row) =>
    (row.off ?? []).map((on) => ({ dutyId: row.dutyId ?? '', on, substitute: null, note: '' })),
  );
  const rota = { duties, exceptions, away: [] };
  return { shifts: shiftsOf(today, WEEK, rota), now: runningAt(ctx.now, rota) };
}

const DAYS_AHEAD = 84;
/** The coming twelve weeks of whoever acts, at all their desks, as entries of a calendar. */
export async function ownCalendar(ctx: Ctx, siteUrl: string): Promise<CalendarEvent[]> {
  const today = warsawDate(ctx.now);
  const t = text[ctx.lang];
  const events: CalendarEvent[] = [];
  for (const desk of await seenDesks(ctx)) {
    const rota = await rotaOf(ctx, desk.id, today, addDays(today, DAYS_AHEAD));
    for (const shift of shiftsOf(today, DAYS_AHEAD, rota))
      if (shift.person?.workerId === ctx.actor.subjectId)
        events.push({
          uid: `${shift.dutyId}-${shift.on}@splot`,
          stamp: ctx.now,
          when: { start: instantAt(shift.on, shift.from), end: instantAt(shift.on, shift.to) },
          summary: `${t.kinds[shift.kind]}: ${desk.name}`,
          url: `${siteUrl}/advice/desk/rota?desk=${desk.id}&week=${shift.on}`,
        });
  }
  return events;
}
