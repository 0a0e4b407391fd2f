import type { Ctx } from '#kernel/context.ts';
import { parseDate } from '#kernel/date-input.ts';
import { type FieldError, invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type MessageArgs, message } from '#kernel/messages.ts';
import { addDays, addMonths, formatDate, instantAt, type LocalDate } from '#kernel/time.ts';
import { recordChange, terms, today } from '../../service.ts';
import { findGroup, findMembers, findWorkers } from '../groups/queries.ts';
import { mayRun, seriesDates } from '../policy.ts';
import * as queries from '../queries.ts';
import type { OwnItem } from '../schema.ts';
import { text } from '../text.pl.ts';

/** Items of plans in force that the own institution carries out, by name: for whom a session can be planned. */
export async function ownOpenItems(ctx: Ctx): Promise<OwnItem[]> {
  return (await queries.findOwnItems(ctx, addDays(today(ctx), -60))).map((r) => ({
    caseId: r.case_id,
    caseNumber: r.number,
    personId: r.person_id,
    personName: r.name ?? '',
    lineageId: r.lineage_id,
    serviceCode: r.service_code,
    place: r.place,
    startsOn: r.starts_on,
    dueOn: r.due_on,
  }));
}

export interface NewSessions {
  readonly for: { readonly groupId: string } | { readonly caseId: string; readonly lineageId: string };
  /** Empty: the name of the group, or of the service. */
  readonly title?: string;
  readonly firstOn: string;
  /** 'HH:MM', also '9.30' and '9'. */
  readonly time: string;
  readonly hours: string;
  /** How many weekly sessions; 1 when not said. */
  readonly times?: string;
  readonly place?: string;
  /** Who runs it; the actor when not said. */
  readonly workerId?: string;
}

export interface PlannedSessions {
  readonly firstOn: LocalDate;
  readonly sessionIds: readonly string[];
  readonly skipped: readonly LocalDate[];
  /** Dates on which the item of the plan does not run, so that no session was planned. */
  readonly outside: readonly LocalDate[];
}

const MAX_TIMES = 60;
const MAX_HOURS = 24;

/** `9`, `9.30`, `09:30` → '09:30'; null when it is no hour. */
export function readTime(typed: string): string | null {
  const [, hours, minutes = '00'] = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(typed.trim()) ?? [];
  if (hours === undefined || Number(hours) > 23 || Number(minutes) > 59) return null;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

function readForm(ctx: Ctx, s: NewSessions) {
  const day = today(ctx);
  const [from, to] = [addMonths(day, -24), addMonths(day, 24)];
  const bound = (code: string, args: MessageArgs) => message(ctx.lang, code, args);
  const errors: FieldError[] = [];
  const wrong = (field: string, words: string) => void errors.push({ field, message: words });
  const firstOn = parseDate(s.firstOn, { today: day, yearless: 'future' });
  if (!firstOn) wrong('first_on', 'date.invalid');
  else if (firstOn > to) wrong('first_on', bound('date.after', { max: formatDate(to, ctx.lang) }));
  else if (firstOn < from) wrong('first_on', bound('date.before', { min: formatDate(from, ctx.lang) }));
  const time = readTime(s.time);
  if (!time) wrong('time', 'time');
  const hours = Number(s.hours.replace(',', '.'));
  if (!Number.isFinite(hours)) wrong('hours', 'number');
  else if (hours <= 0) wrong('hours', bound('number.min', { min: ctx.lang === 'en' ? '0.1' : '0,1' }));
  else if (hours > MAX_HOURS) wrong('hours', bound('number.max', { max: MAX_HOURS }));
  const times = Number(s.times === undefined || s.times === '' ? '1' : s.times);
  if (!Number.isInteger(times)) wrong('times', 'number.whole');
  else if (times < 1) wrong('times', bound('number.min', { min: 1 }));
  else if (times > MAX_TIMES) wrong('times', bound('number.max', { max: MAX_TIMES }));
  if (errors.length > 0 || !firstOn || !time) throw invalid(...errors);
  return { firstOn, time, hours: Math.round(hours * 10) / 10, times };
}

/**
 * Plans one session or a weekly series, for a group (everybody whose item covers the day is expected) or for one item.
 * Public holidays are skipped; a day outside the dates of the item is not planned (hard constraint 5).
 */
export async function planSessions(ctx: Ctx, s: NewSessions): Promise<PlannedSessions> {
  if (!mayRun(ctx.actor, { institutionId: ctx.actor.institutionId }).allowed) throw notFound();
  const { firstOn, time, hours, times } = readForm(ctx, s);
  // Whoever runs it belongs to the institution that runs it.
  if (s.workerId !== undefined && !(await findWorkers(ctx, today(ctx))).some((x) => x.id === s.workerId))
    throw invalid({ field: 'worker_id', message: 'choice' });
  const { dates, skipped } = seriesDates(firstOn, times);
  const items = await ownOpenItems(ctx);
  const group = 'groupId' in s.for ? await findGroup(ctx, s.for.groupId) : null;
  if ('groupId' in s.for && !group?.active) throw notFound();
  const lineages =
    'groupId' in s.for
      ? new Set((await findMembers(ctx, s.for.groupId)).map((m) => m.lineage_id))
      : new Set([s.for.lineageId]);
  const expected = items.filter((i) => lineages.has(i.lineageId));
  if (!group && expected.length === 0) throw notFound();
  const covers = (i: OwnItem, d: LocalDate) => i.startsOn <= d && d <= i.dueOn;
  const planned = group ? dates : dates.filter((d) => expected.some((i) => covers(i, d)));
  const first = expected[0];
  if (planned.length === 0 && first) {
    const t = text[ctx.lang];
    throw invalid({
      field: 'first_on',
      message: t.outsideItem(formatDate(first.startsOn, ctx.lang), formatDate(first.dueOn, ctx.lang)),
    });
  }
  const serviceCode = group?.service_code ?? first?.serviceCode ?? '';
  const named = group?.name ?? (await terms(ctx, 'service')).find((x) => x.code === serviceCode)?.label;
  const seriesId = planned.length > 1 ? newId() : null;
  const sessionIds: string[] = [];
  for (const date of planned) {
    const id = newId();
    sessionIds.push(id);
    await queries.insertSession(ctx, {
      id,
      workerId: s.workerId ?? group?.worker_id ?? ctx.actor.subjectId,
      groupId: group?.id ?? null,
      serviceCode,
      title: s.title?.trim() || (named ?? serviceCode),
      startsAt: instantAt(date, time),
      hours,
      place: s.place?.trim() || (group ? group.place : (first?.place ?? '')),
      seriesId,
    });
    for (const i of expected.filter((x) => covers(x, date)))
      await queries.insertAttendance(ctx, {
        id: newId(),
        sessionId: id,
        caseId: i.caseId,
        lineageId: i.lineageId,
      });
  }
  for (const i of expected)
    await recordChange(
      ctx,
      { id: i.caseId, personId: i.personId },
      'session.planned',
      'session',
      sessionIds[0] ?? '',
      {
        lineage: i.lineageId,
        count: planned.filter((d) => covers(i, d)).length,
      },
    );
  return {
    firstOn: planned[0] ?? firstOn,
    sessionIds,
    skipped: skipped.map((x) => x.date),
    outside: dates.filter((d) => !planned.includes(d)),
  };
}
