import type { Ctx } from '#kernel/context.ts';
import { sendMail } from '#kernel/mail.ts';
import { addDays, addMonths, startOfDay, warsawDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import { deadline, recordChange, terms, today } from '../../service.ts';
import {
  type Alarm,
  alarmsOf,
  type BenefitRule,
  benefitEffect,
  type MonthSummary,
  monthly,
  readAlarmRules,
  readBenefitRule,
} from '../policy.ts';
import type { CaseAttendance, Mark } from '../schema.ts';
import { text } from '../text.pl.ts';
import * as queries from './queries.ts';

/** Every attendance of the case that the actor may see, in the order of time: marks, dates, whose session it was. */
export async function attendanceOf(ctx: Ctx, caseId: string): Promise<CaseAttendance[]> {
  return (await queries.findCaseAttendance(ctx, caseId)).map((r) => ({
    id: r.id,
    sessionId: r.session_id,
    lineageId: r.lineage_id,
    date: warsawDate(r.starts_at),
    startsAt: r.starts_at,
    hours: Number(r.hours),
    institutionId: r.institution_id,
    institutionName: r.institution_name,
    institutionType: r.institution_type,
    serviceCode: r.service_code,
    title: r.title,
    place: r.place,
    group: r.group_id !== null,
    cancelled: r.cancelled_at !== null,
    mark: r.mark as Mark | null,
    minutes: r.minutes,
  }));
}

export interface Upcoming {
  readonly sessionId: string;
  readonly startsAt: Date;
  readonly hours: number;
  readonly title: string;
  readonly serviceCode: string;
  readonly place: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly group: boolean;
  /** The case of a one-to-one session, or the case asked about. */
  readonly caseId: string | null;
  readonly expected: number;
  readonly marked: number;
  /** Grows with every change: the SEQUENCE of a calendar entry. */
  readonly sequence: number;
}

/**
 * Sessions not cancelled from the start of today for `days` days: those the worker runs, those of one case, or the
 * participant's own.
 */
export async function upcomingFor(
  ctx: Ctx,
  options: { days?: number; caseId?: string } = {},
): Promise<Upcoming[]> {
  const day = today(ctx);
  const from = startOfDay(day);
  const to = startOfDay(addDays(day, options.days ?? 14));
  const rows =
    ctx.actor.kind === 'worker' && options.caseId === undefined
      ? await queries.findMine(ctx, from, to)
      : await queries.findExpected(ctx, from, to, options.caseId ?? null);
  return rows.map((r) => ({
    sessionId: r.id,
    startsAt: r.starts_at,
    hours: Number(r.hours),
    title: r.title,
    serviceCode: r.service_code,
    place: r.place,
    institutionName: r.institution_name,
    institutionType: r.institution_type,
    group: r.group_id !== null,
    caseId: r.case_id,
    expected: r.expected ?? 0,
    marked: r.marked ?? 0,
    sequence: r.row_version - 1,
  }));
}

/** The rule about the integration benefit that is in force today, or null. */
export async function benefitRule(ctx: Ctx): Promise<BenefitRule | null> {
  const rule = (await queries.findRuleTerms(ctx, 'attendance_rule', today(ctx))).find(
    (r) => r.code === 'cis_benefit',
  );
  return rule
    ? readBenefitRule({ label: ctx.lang === 'en' ? rule.en : rule.pl, source: rule.source, meta: rule.meta })
    : null;
}

/** How far back alarms look: whole months, so that the month before counts when a row crosses it. */
const LOOK_BACK_MONTHS = 2;

/**
 * Looks at the absences of one item and, for an alarm not raised before, writes it on the timeline, brings the review
 * forward and tells the coordinator (without content). Returns the new alarms.
 */
export async function raiseAlarms(ctx: Ctx, c: SharedCase, lineageId: string): Promise<Alarm[]> {
  const rules = readAlarmRules(await terms(ctx, 'absence_alarm'));
  const since = startOfDay(`${addMonths(today(ctx), -LOOK_BACK_MONTHS).slice(0, 7)}-01`);
  const marks = (await queries.findMarks(ctx, c.id, lineageId, since)).map((m) => ({
    date: warsawDate(m.starts_at),
    mark: m.mark as Mark | null,
  }));
  const raised: Alarm[] = [];
  for (const alarm of alarmsOf(marks, rules)) {
    const { raised: before } = await queries.wasRaised(ctx, c.id, lineageId, alarm.rule, alarm.since);
    if (before) continue;
    raised.push(alarm);
    await recordChange(ctx, c, 'attendance.alarm', 'plan_item', lineageId, {
      lineage: lineageId,
      rule: alarm.rule,
      since: alarm.since,
      count: alarm.count,
    });
  }
  if (raised.length > 0) {
    await queries.callReview(ctx, c.id, await deadline(ctx, 'extra_review'));
    if (c.coordinatorId && c.coordinatorId !== ctx.actor.subjectId) {
      const address = await queries.findAddress(ctx, c.coordinatorId);
      const t = text.pl.mail;
      if (address?.email)
        await sendMail(ctx, { to: address.email, subject: t.alarmSubject(c.number), body: t.alarmBody });
    }
  }
  return raised;
}

export interface Month extends MonthSummary {
  /** What the month means for the integration benefit; null when no session of the month was in a CIS. */
  readonly benefit: ReturnType<typeof benefitEffect> | null;
}

/** The months of a case with what each means for the integration benefit, and the rule it rests on. */
export async function monthsOf(
  ctx: Ctx,
  rows: readonly CaseAttendance[],
): Promise<{ months: Month[]; benefit: BenefitRule | null }> {
  const rule = await benefitRule(ctx);
  const ofCis = rule ? rows.filter((r) => rule.meta.services.includes(r.serviceCode)) : [];
  const cis = new Map(monthly(ofCis).map((m) => [m.month, m]));
  const months = monthly(rows).map((m) => {
    const own = cis.get(m.month);
    return { ...m, benefit: rule && own ? benefitEffect(rule, own) : null };
  });
  return { months, benefit: ofCis.length > 0 ? rule : null };
}
