import type { LocalDate } from '#kernel/time.ts';
import { addWorkingDays, nextWorkingDay, workingDaysBetween } from '#kernel/working-days.ts';
import type { Pause, Rule, Stage } from './schema.ts';

/** What a rule is looked up by. */
export interface Asked {
  readonly deskId: string;
  /** The topic of the question and what stands above it, nearest first. */
  readonly topics: readonly string[];
  readonly channel: string;
  readonly on: LocalDate;
}

/**
 * The rule that binds a question: of the desk before that of everybody, of the nearest topic before a wider one, of the
 * channel before any channel. Null when none is in force on the day.
 */
export function ruleFor(rules: readonly Rule[], asked: Asked): Rule | null {
  const { topics } = asked;
  const fits = (rule: Rule) =>
    (rule.deskId === null || rule.deskId === asked.deskId) &&
    (rule.topicId === null || topics.includes(rule.topicId)) &&
    (rule.channel === null || rule.channel === asked.channel) &&
    rule.validFrom <= asked.on &&
    (rule.validTo === null || rule.validTo >= asked.on);
  const far = (rule: Rule) => (rule.topicId === null ? topics.length : topics.indexOf(rule.topicId));
  const [first] = rules
    .filter(fits)
    .sort(
      (a, b) =>
        Number(a.deskId === null) - Number(b.deskId === null) ||
        far(a) - far(b) ||
        Number(a.channel === null) - Number(b.channel === null) ||
        (a.validFrom < b.validFrom ? 1 : -1),
    );
  return first ?? null;
}

/** The last day on which the answer is in time: so many working days after the day of asking, which does not count. */
export const dueOn = (from: LocalDate, days: number): LocalDate =>
  days === 0 ? nextWorkingDay(from) : addWorkingDays(from, days);

/** The day on which half of the time has passed; null where the time is too short to have a half. */
export const halfOn = (from: LocalDate, days: number): LocalDate | null =>
  days < 2 ? null : addWorkingDays(from, Math.floor(days / 2));

/** A day moved by the working days on which the desk waited for the person who asks. */
export const afterPauses = (day: LocalDate, pauses: readonly Pause[]): LocalDate =>
  addWorkingDays(
    day,
    pauses.reduce((sum, { from, to }) => sum + Math.max(0, workingDaysBetween(from, to)), 0),
  );

/**
 * What is to be said today: the latest stage that has come, if it was not said before. An earlier one that was missed is
 * not caught up with, so nobody gets two letters about one day.
 */
export function stageOf(
  target: { readonly halfOn: LocalDate | null; readonly dueOn: LocalDate },
  today: LocalDate,
  said: ReadonlySet<Stage>,
): Stage | null {
  const { halfOn: half, dueOn: due } = target;
  const reached: Stage | null =
    today > due ? 'late' : today === due ? 'due' : half !== null && today >= half ? 'half' : null;
  return reached !== null && !said.has(reached) ? reached : null;
}
