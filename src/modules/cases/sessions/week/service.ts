import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { addDays, type LocalDate, startOfDay, warsawDate, weekday } from '#kernel/time.ts';
import { today } from '../../service.ts';
import { findGroups } from '../groups/queries.ts';
import { recordList, sessionFrom } from '../marking/service.ts';
import * as queries from '../queries.ts';
import type { ListedSession } from '../schema.ts';

export interface Week {
  readonly today: LocalDate;
  readonly monday: LocalDate;
  readonly days: readonly { readonly date: LocalDate; readonly sessions: readonly ListedSession[] }[];
  readonly total: number;
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

export interface WeekFilter {
  /** Any day of the week, as typed. */
  readonly week?: string;
  readonly mine: boolean;
  readonly groupId?: string;
  /** Only sessions held with somebody still to mark. */
  readonly open: boolean;
}

/** The sessions of the institution in a week; names of one-to-one sessions leave an access record. */
export async function sessionsOfWeek(ctx: Ctx, f: WeekFilter): Promise<Week> {
  const day = today(ctx);
  const any = (f.week && parseDate(f.week, { today: day })) || day;
  const monday = addDays(any, 1 - weekday(any));
  const rows = await queries.findSessions(ctx, {
    from: startOfDay(monday),
    to: startOfDay(addDays(monday, 7)),
    workerId: f.mine ? ctx.actor.subjectId : null,
    groupId: f.groupId ?? null,
  });
  const all = rows
    .map(
      (r): ListedSession => ({
        ...sessionFrom(r),
        expected: r.expected ?? 0,
        marked: r.marked ?? 0,
        present: r.present ?? 0,
        caseId: r.case_id,
        personId: r.person_id,
        personName: r.person_name,
      }),
    )
    .filter((s) => !f.open || (!s.cancelledAt && s.marked < s.expected && s.startsAt <= ctx.now));
  await recordList(
    ctx,
    null,
    all.flatMap((s) => (s.personId && s.caseId ? [{ personId: s.personId, caseId: s.caseId }] : [])),
  );
  const days = Array.from({ length: 7 }, (_, i) => addDays(monday, i)).map((date) => ({
    date,
    sessions: all.filter((s) => warsawDate(s.startsAt) === date),
  }));
  const groups = await findGroups(ctx);
  return {
    today: day,
    monday,
    days,
    total: all.length,
    groups: groups.map((g) => ({ id: g.id, name: g.name })),
  };
}
