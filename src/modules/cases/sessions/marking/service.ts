import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, invalid, notFound, stale } from '#kernel/errors.ts';
import { warsawDate } from '#kernel/time.ts';
import { begin, writeProgress } from '../../plan/api.ts';
import type { CaseState } from '../../schema.ts';
import { loadCase, recordChange, today } from '../../service.ts';
import { raiseAlarms } from '../history/service.ts';
import { markFits, mayMarkIn, mayRun } from '../policy.ts';
import * as queries from '../queries.ts';
import { type Attendee, MARKS, type Mark, type SessionRow } from '../schema.ts';
import { text } from '../text.pl.ts';

export const sessionFrom = (r: queries.SessionDbRow): SessionRow => ({
  id: r.id,
  institutionId: r.institution_id,
  workerId: r.worker_id,
  workerName: r.worker_name,
  groupId: r.group_id,
  groupName: r.group_name,
  serviceCode: r.service_code,
  title: r.title,
  startsAt: r.starts_at,
  hours: Number(r.hours),
  place: r.place,
  cancelledAt: r.cancelled_at,
  cancelReason: r.cancel_reason,
  seriesId: r.series_id,
  rowVersion: r.row_version,
});

/** A session of the own institution, with the people whose cases the worker may see. Throws `not_found`. */
export async function loadSession(
  ctx: Ctx,
  id: string,
): Promise<{ session: SessionRow; attendees: Attendee[] }> {
  const row = await queries.findSession(ctx, id);
  if (!row || !mayRun(ctx.actor, { institutionId: row.institution_id }).allowed) throw notFound();
  const rows = await queries.findAttendees(ctx, id);
  return {
    session: sessionFrom(row),
    attendees: rows.map((a) => ({
      id: a.id,
      caseId: a.case_id,
      caseNumber: a.number,
      personId: a.person_id,
      name: a.name ?? '',
      lineageId: a.lineage_id,
      mark: a.mark as Mark | null,
      minutes: a.minutes,
      markedBy: a.marked_name,
      markedAt: a.marked_at,
      rowVersion: a.row_version,
    })),
  };
}

/** Names on a list are data of each person on it: one access record for each, and one for the list itself. */
export async function recordList(
  ctx: Ctx,
  sessionId: string | null,
  people: readonly { readonly personId: string; readonly caseId: string }[],
): Promise<void> {
  const about = { action: 'view', objectType: 'session', objectId: sessionId ?? undefined };
  if (people.length === 0) await record(ctx, about);
  // The driver sends them one after another without waiting in between.
  await Promise.all(
    people.map((p) =>
      record(ctx, { ...about, subjectId: p.personId, fileId: p.caseId, classes: ['D1', 'D6'] }),
    ),
  );
}

export interface NewMark {
  /** Id of the line of the list. */
  readonly id: string;
  /** Row version the marker saw. */
  readonly version: number;
  readonly mark: Mark | null;
  readonly minutes: number | null;
}

/** What was typed on the list, line by line. Throws `invalid` beside the fields that cannot be read. */
export function readMarks(lines: readonly Attendee[], typed: (name: string) => string): NewMark[] {
  const errors: FieldError[] = [];
  const marks = lines.map((line): NewMark => {
    const mark = MARKS.find((m) => m === typed(`m.${line.id}`)) ?? null;
    const minutes = typed(`min.${line.id}`).trim();
    const count = Number(minutes);
    if (minutes !== '' && !(Number.isInteger(count) && count >= 0 && count <= 1440))
      errors.push({ field: `min.${line.id}`, message: 'number.whole' });
    return {
      id: line.id,
      version: Number(typed(`v.${line.id}`)) || 0,
      mark,
      // Minutes belong to a presence: of anybody else none are kept.
      minutes: mark === 'present' && minutes !== '' ? count : null,
    };
  });
  if (errors.length > 0) throw invalid(...errors);
  // A line that never reached the form (somebody joined meanwhile) is left as it stands.
  return marks.filter((m) => m.version > 0);
}

/**
 * Marks a list at once. Lines that say what already stands are left alone; a line changed by somebody else meanwhile
 * throws `stale` with what stands there now, and nothing of the list is written. A first presence begins the case and
 * the item; unexcused absences may raise an alarm. Returns how many lines changed and how many alarms were raised.
 */
export async function markAttendance(
  ctx: Ctx,
  sessionId: string,
  marks: readonly NewMark[],
): Promise<{ changed: number; alarms: number }> {
  const { session } = await loadSession(ctx, sessionId);
  const t = text[ctx.lang];
  if (session.cancelledAt) throw new AppError('conflict', { reason: 'session_cancelled' });
  const day = today(ctx);
  const on = warsawDate(session.startsAt);
  const held = new Map((await queries.lockAttendance(ctx, sessionId)).map((a) => [a.id, a]));
  const wanted = marks.filter((m) => {
    const now = held.get(m.id);
    if (!now) throw notFound();
    return now.mark !== m.mark || now.minutes !== m.minutes;
  });
  const late = wanted.filter((m) => held.get(m.id)?.row_version !== m.version);
  if (late.length > 0)
    throw stale(Object.fromEntries(late.map((m) => [`m.${m.id}`, held.get(m.id)?.mark ?? ''])));
  const early = wanted.filter((m) => m.mark !== null && !markFits(m.mark, on, day));
  if (early.length > 0) throw invalid(...early.map((m) => ({ field: `m.${m.id}`, message: t.notYet })));
  let alarms = 0;
  for (const m of [...wanted].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const line = held.get(m.id);
    if (!line) continue;
    const c = await loadCase(ctx, line.case_id);
    const allowed = mayMarkIn(c.state as CaseState);
    if (!allowed.allowed) throw new AppError('conflict', { reason: allowed.reason });
    if ((await queries.setMark(ctx, m)) === 0) throw stale();
    await recordChange(ctx, c, 'attendance.marked', 'session', sessionId, {
      lineage: line.lineage_id,
      mark: m.mark,
      on,
    });
    if (m.mark === 'present') await firstPresence(ctx, c.id, line.lineage_id);
    if (m.mark === 'absent') alarms += (await raiseAlarms(ctx, c, line.lineage_id)).length;
  }
  return { changed: wanted.length, alarms };
}

async function firstPresence(ctx: Ctx, caseId: string, lineageId: string): Promise<void> {
  await begin(ctx, caseId);
  const { state } = await queries.progressOf(ctx, lineageId);
  if (state === 'planned')
    await writeProgress(ctx, await loadCase(ctx, caseId), lineageId, 'in_progress', '');
}

/** Cancels a session, or with `rest` also the later ones of its series that nobody has marked. Returns how many. */
export async function cancelSession(
  ctx: Ctx,
  id: string,
  change: { version: number; reason: string; rest: boolean },
): Promise<number> {
  const { session, attendees } = await loadSession(ctx, id);
  if (session.cancelledAt) throw new AppError('conflict', { reason: 'session_cancelled' });
  if (attendees.some((a) => a.mark !== null)) throw new AppError('conflict', { reason: 'session_marked' });
  const cancelled = await queries.cancel(ctx, {
    id,
    version: change.version,
    rest: change.rest,
    seriesId: session.seriesId,
    startsAt: session.startsAt,
    reason: change.reason,
  });
  if (cancelled === 0) throw stale();
  for (const a of attendees)
    await recordChange(ctx, { id: a.caseId, personId: a.personId }, 'session.cancelled', 'session', id, {
      lineage: a.lineageId,
      count: cancelled,
    });
  return cancelled;
}
