import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { addDays, type LocalDate, warsawDate } from '#kernel/time.ts';
import { ledDesk, seenDesks } from '../../setup/api.ts';
import { shiftsOf } from '../policy.ts';
import * as queries from '../queries.ts';
import type { AwayForm, ChangeForm, Duty, DutyForm, Shift } from '../schema.ts';
import { membersOf, rotaOf } from '../service.ts';
import { text } from '../text.pl.ts';

const DAYS_OF_YEAR = 366;
/** The hours in force and to come of a desk, for its lead. */
export async function dutiesOf(ctx: Ctx, deskId: string): Promise<Duty[]> {
  const today = warsawDate(ctx.now);
  return [...(await rotaOf(ctx, deskId, today, addDays(today, DAYS_OF_YEAR))).duties];
}

async function memberOrFail(ctx: Ctx, deskId: string, workerId: string, field: string): Promise<void> {
  const members = await membersOf(ctx, deskId);
  if (!members.some((m) => m.workerId === workerId)) throw invalid({ field, message: 'choice' });
}

/** Adds hours: on the weekdays ticked, or on one day. */
export async function addDuty(ctx: Ctx, deskId: string, form: DutyForm): Promise<void> {
  await ledDesk(ctx, deskId);
  const t = text[ctx.lang];
  await memberOrFail(ctx, deskId, form.who, 'who');
  if (form.to <= form.from) throw invalid({ field: 'to', message: 'time.order' });
  if ((form.weekdays.length === 0) === (form.on === null))
    throw invalid({ field: 'weekdays', message: t.weekdayOrDay });
  const today = warsawDate(ctx.now);
  if (form.on !== null && form.on < today) throw invalid({ field: 'on', message: 'date.past' });
  const common = { deskId, workerId: form.who, kind: form.kind, from: form.from, to: form.to };
  const since = form.on ?? form.since ?? today;
  const days = form.on === null ? form.weekdays.map(Number) : [null];
  for (const weekday of days)
    await queries.insertDuty(ctx, { ...common, id: newId(), weekday, on: form.on, since });
  await record(ctx, {
    action: 'duty.add',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { worker: form.who },
  });
}

/** The day is the last on which the hours are held; a day before their beginning lets them end on their first. */
export async function endDuty(ctx: Ctx, deskId: string, id: string, to: LocalDate | null): Promise<void> {
  await ledDesk(ctx, deskId);
  await queries.endDuty(ctx, deskId, id, to ?? warsawDate(ctx.now));
  await record(ctx, {
    action: 'duty.end',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { duty: id },
  });
}

/** One shift of a desk on a day, for its lead. Throws `not_found` when there is none. */
export async function shiftOf(ctx: Ctx, deskId: string, dutyId: string, on: LocalDate): Promise<Shift> {
  await ledDesk(ctx, deskId);
  const shift = shiftsOf(on, 1, await rotaOf(ctx, deskId, on, on)).find((s) => s.dutyId === dutyId);
  if (!shift) throw notFound();
  return shift;
}

/** Gives a shift to somebody else, or calls it off when nobody is named. */
export async function changeShift(
  ctx: Ctx,
  deskId: string,
  dutyId: string,
  on: LocalDate,
  form: ChangeForm,
): Promise<void> {
  await shiftOf(ctx, deskId, dutyId, on);
  if (on < warsawDate(ctx.now)) throw invalid({ field: '', message: 'date.past' });
  if (form.who !== '') await memberOrFail(ctx, deskId, form.who, 'who');
  await queries.cancelChange(ctx, dutyId, on);
  const substituteId = form.who === '' ? null : form.who;
  await queries.insertChange(ctx, { id: newId(), deskId, dutyId, on, substituteId, note: form.note });
  await record(ctx, {
    action: 'duty.change',
    objectType: 'advice_desk',
    objectId: deskId,
    detail: { duty: dutyId, on },
  });
}

/** The shift is again as the week has it. */
export async function undoChange(ctx: Ctx, deskId: string, dutyId: string, on: LocalDate): Promise<void> {
  await shiftOf(ctx, deskId, dutyId, on);
  await queries.cancelChange(ctx, dutyId, on);
}

/** Absences at a desk from today on, of the desk and of the institutions. */
export async function coming(ctx: Ctx, deskId: string) {
  const today = warsawDate(ctx.now);
  const names = new Map((await queries.findMembers(ctx, deskId)).map((m) => [m.workerId, m.name ?? '']));
  const rows = await queries.findAway(ctx, deskId, today, addDays(today, DAYS_OF_YEAR));
  return rows.map((row) => ({
    id: row.id,
    workerId: row.workerId ?? '',
    name: names.get(row.workerId ?? '') ?? '',
    standIn: names.get(row.standInId ?? '') ?? null,
    from: row.from ?? today,
    to: row.to ?? today,
  }));
}

/** Notes days away: one's own, or as lead those of anybody at the desk. */
export async function noteAway(ctx: Ctx, deskId: string, form: AwayForm): Promise<void> {
  const desk = (await seenDesks(ctx)).find(({ id }) => id === deskId);
  if (!desk || (form.who !== ctx.actor.subjectId && !desk.led)) throw notFound();
  await memberOrFail(ctx, deskId, form.who, 'who');
  if (form.from === null || form.to === null)
    throw invalid({ field: form.from === null ? 'from' : 'to', message: 'required' });
  if (form.to < form.from) throw invalid({ field: 'to', message: 'date.order' });
  if (form.to < warsawDate(ctx.now)) throw invalid({ field: 'to', message: 'date.past' });
  if (form.standIn === form.who) throw invalid({ field: 'standIn', message: text[ctx.lang].standInSelf });
  if (form.standIn !== '') await memberOrFail(ctx, deskId, form.standIn, 'standIn');
  const { from, to } = form;
  const standInId = form.standIn === '' ? null : form.standIn;
  await queries.insertAway(ctx, { id: newId(), deskId, workerId: form.who, standInId, from, to });
}

export async function cancelAway(ctx: Ctx, deskId: string, id: string): Promise<void> {
  if ((await queries.cancelAway(ctx, deskId, id)) === 0) throw notFound();
}
