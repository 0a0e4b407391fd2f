import { z } from 'zod';
import { allow, type Decision, deny } from '#kernel/access.ts';
import type { HolidayKey } from '#kernel/holidays.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { isPublicHoliday } from '#kernel/working-days.ts';
import type { CaseState } from '../schema.ts';
import type { Mark } from './schema.ts';

interface Hand {
  readonly institutionId: string;
  readonly permissions: ReadonlySet<string>;
}

/** Planning and marking: a worker of the institution that runs the session. */
export function mayRun(actor: Hand, session: { readonly institutionId: string }): Decision {
  if (!actor.permissions.has('session.mark')) return deny('not_marker');
  return actor.institutionId === session.institutionId ? allow : deny('other_institution');
}

/** States in which a plan is carried out; lists are still completed while a case rests or closes. */
const MARKABLE: readonly CaseState[] = ['planning', 'agreed', 'active', 'suspended', 'closing'];
export const mayMarkIn = (state: CaseState): Decision =>
  MARKABLE.includes(state) ? allow : deny('case_not_delivering');

/** Whoever came or did not is known on the day; an excuse may come before. */
export const markFits = (mark: Mark, on: LocalDate, today: LocalDate): boolean =>
  on <= today || mark === 'excused' || mark === 'sick';

export interface SeriesPlan {
  readonly dates: readonly LocalDate[];
  readonly skipped: readonly { readonly date: LocalDate; readonly holiday: HolidayKey }[];
}

/** `times` days a week apart from the first, without public holidays: each one skipped moves the end a week on. */
export function seriesDates(first: LocalDate, times: number): SeriesPlan {
  const dates: LocalDate[] = [];
  const skipped: { date: LocalDate; holiday: HolidayKey }[] = [];
  for (let day = first; dates.length < times; day = addDays(day, 7)) {
    const holiday = isPublicHoliday(day);
    if (holiday) skipped.push({ date: day, holiday });
    else dates.push(day);
  }
  return { dates, skipped };
}

export interface Marked {
  readonly date: LocalDate;
  readonly mark: Mark | null;
}
export interface AlarmRules {
  readonly inRow: number;
  readonly inMonth: number;
}
export interface Alarm {
  readonly rule: 'in_row' | 'in_month';
  /** The first absence of the row, or the month: the same alarm is raised once. */
  readonly since: string;
  readonly count: number;
}

const countMeta = z.object({ count: z.number().int().min(1) });
/** Thresholds from the dictionary `absence_alarm`; a rule that is not there never fires. */
export function readAlarmRules(
  terms: readonly { readonly code: string; readonly meta: unknown }[],
): AlarmRules {
  const count = (code: string) => {
    const meta = countMeta.safeParse(terms.find((t) => t.code === code)?.meta);
    return meta.success ? meta.data.count : Number.POSITIVE_INFINITY;
  };
  return { inRow: count('in_row'), inMonth: count('in_month') };
}

/**
 * Alarms of one item by the marks in the order of time: unexcused absences in a row (a session not marked yet neither
 * breaks nor makes a row; an excuse or an illness breaks it), and in one calendar month.
 */
export function alarmsOf(marks: readonly Marked[], rules: AlarmRules): Alarm[] {
  const alarms: Alarm[] = [];
  let row: LocalDate[] = [];
  const months = new Map<string, number>();
  const close = () => {
    if (row.length >= rules.inRow && row[0])
      alarms.push({ rule: 'in_row', since: row[0], count: row.length });
    row = [];
  };
  for (const { date, mark } of marks) {
    if (mark === null) continue;
    if (mark !== 'absent') {
      close();
      continue;
    }
    row.push(date);
    const month = date.slice(0, 7);
    months.set(month, (months.get(month) ?? 0) + 1);
  }
  close();
  for (const [month, count] of months)
    if (count >= rules.inMonth) alarms.push({ rule: 'in_month', since: month, count });
  return alarms;
}

export interface MonthSummary {
  readonly month: string;
  readonly planned: number;
  readonly present: number;
  readonly excused: number;
  readonly absent: number;
  readonly sick: number;
  readonly minutes: number;
  /** Days with an unexcused absence: several sessions of a day are one. */
  readonly absentDays: number;
  readonly sickDays: number;
}

/** One line a month, newest first; cancelled sessions do not count. */
export function monthly(
  rows: readonly (Marked & { readonly minutes: number | null; readonly cancelled: boolean })[],
): MonthSummary[] {
  const months = new Map<string, (typeof rows)[number][]>();
  for (const row of rows)
    if (!row.cancelled) {
      const month = row.date.slice(0, 7);
      months.set(month, [...(months.get(month) ?? []), row]);
    }
  return [...months]
    .sort(([a], [b]) => (a < b ? 1 : -1))
    .map(([month, of]) => {
      const of_ = (mark: Mark) => of.filter((r) => r.mark === mark);
      const days = (mark: Mark) => new Set(of_(mark).map((r) => r.date)).size;
      return {
        month,
        planned: of.length,
        present: of_('present').length,
        excused: of_('excused').length,
        absent: of_('absent').length,
        sick: of_('sick').length,
        minutes: of.reduce((sum, r) => sum + (r.mark === 'present' ? (r.minutes ?? 0) : 0), 0),
        absentDays: days('absent'),
        sickDays: days('sick'),
      };
    });
}

const benefitMeta = z.object({
  services: z.array(z.string()),
  part: z.number(),
  none_over: z.number(),
  sick_part: z.number(),
});
export interface BenefitRule {
  readonly sentence: string;
  readonly source: string;
  readonly meta: z.output<typeof benefitMeta>;
}
export function readBenefitRule(term: { label: string; source: string; meta: unknown }): BenefitRule | null {
  const meta = benefitMeta.safeParse(term.meta);
  return meta.success ? { sentence: term.label, source: term.source, meta: meta.data } : null;
}

/** What the month means for the integration benefit (UZS art. 15): `none`, or the parts by which it falls. Information, not a decision. */
export function benefitEffect(
  rule: BenefitRule,
  m: Pick<MonthSummary, 'absentDays' | 'sickDays'>,
): 'none' | { readonly absent: number; readonly sick: number } {
  return m.absentDays > rule.meta.none_over ? 'none' : { absent: m.absentDays, sick: m.sickDays };
}
