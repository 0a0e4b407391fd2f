import type { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { invalid } from '#kernel/errors.ts';
import { loadCase, recordView } from '../../service.ts';
import {
  attendanceOf,
  contactDuty,
  contacts,
  loadSession,
  markAttendance,
  planSessions,
  recordList,
} from '../../sessions/api.ts';
import type {
  attendanceBody,
  attendanceLine,
  contactsView,
  marked,
  planned,
  SessionBody,
  session,
} from './schema.ts';

/** A session with its list; each name on it is recorded as seen. */
export async function sessionOf(ctx: Ctx, id: string): Promise<z.input<typeof session>> {
  const { session: s, attendees } = await loadSession(ctx, id);
  await recordList(ctx, id, attendees);
  return {
    ...s,
    worker: s.workerName,
    startsAt: s.startsAt.toISOString(),
    cancelledAt: s.cancelledAt?.toISOString() ?? null,
    attendance: attendees.map((a) => ({ ...a, markedAt: a.markedAt?.toISOString() ?? null })),
  };
}

/** Plans one session or a weekly series, for an item of a plan or for a group. */
export async function plan(ctx: Ctx, body: SessionBody): Promise<z.input<typeof planned>> {
  const { caseId, lineageId, groupId, hours, times, ...rest } = body;
  const single = caseId !== undefined && lineageId !== undefined;
  if (single === (groupId !== undefined)) throw invalid({ field: 'lineageId', message: 'required' });
  const found = await planSessions(ctx, {
    ...rest,
    for: single ? { caseId, lineageId } : { groupId: groupId ?? '' },
    hours: String(hours),
    times: String(times),
  });
  return {
    sessionIds: [...found.sessionIds],
    skipped: [...found.skipped],
    outside: [...found.outside],
  };
}

export const mark = (
  ctx: Ctx,
  sessionId: string,
  body: z.output<typeof attendanceBody>,
): Promise<z.input<typeof marked>> =>
  markAttendance(
    ctx,
    sessionId,
    body.marks.map((m) => ({
      id: m.id,
      version: m.rowVersion,
      mark: m.mark,
      // Minutes belong to a presence: of anybody else none are kept.
      minutes: m.mark === 'present' ? m.minutes : null,
    })),
  );

export async function attendanceFor(ctx: Ctx, caseId: string): Promise<z.input<typeof attendanceLine>[]> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'attendance', ['D1', 'D6']);
  return (await attendanceOf(ctx, c.id)).map((a) => ({
    ...a,
    institution: a.institutionName,
    startsAt: a.startsAt.toISOString(),
  }));
}

export async function contactsFor(ctx: Ctx, caseId: string): Promise<z.input<typeof contactsView>> {
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'contact', ['D1', 'D6']);
  return {
    contacts: (await contacts(ctx, c.id)).map((k) => ({
      ...k,
      institution: k.institutionName,
      worker: k.workerName,
    })),
    duty: await contactDuty(ctx, c),
  };
}
