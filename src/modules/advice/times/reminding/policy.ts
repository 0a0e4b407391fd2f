import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { workingDaysBetween } from '#kernel/working-days.ts';
import { halfOn, stageOf } from '../policy.ts';
import type { Stage, Target } from '../schema.ts';

export interface Waiting {
  readonly id: string;
  readonly deskId: string;
  readonly number: string;
  readonly askedAt: Date;
  readonly firstAnsweredAt: Date | null;
  readonly dueOn: LocalDate | null;
  readonly closingDueOn: LocalDate | null;
  /** Who answers it and is still at the desk. */
  readonly assignee: string | null;
}
export interface Saying {
  readonly question: Waiting;
  readonly target: Target;
  readonly stage: Stage;
}

/**
 * What is to be said today about the questions, with what was said before. What is late and what nobody has is for those
 * who lead the desk; the rest for whoever answers.
 */
export function sayings(
  waiting: readonly Waiting[],
  said: ReadonlyMap<string, ReadonlySet<string>>,
  today: LocalDate,
): Saying[] {
  return waiting.flatMap((question) => {
    const asked = warsawDate(question.askedAt);
    const times: [Target, LocalDate | null][] = [
      ['first', question.dueOn],
      ['closing', question.closingDueOn],
    ];
    return times.flatMap(([target, dueOn]): Saying[] => {
      if (dueOn === null) return [];
      const before = said.get(question.id) ?? new Set();
      const stages = (['half', 'due', 'late'] as const).filter((stage) => before.has(`${target} ${stage}`));
      // A promise renewed after the first answer has no half: it counts from then, not from the day of asking.
      const renewed = target === 'first' && question.firstAnsweredAt !== null;
      const half = renewed ? null : halfOn(asked, Math.max(0, workingDaysBetween(asked, dueOn)));
      const stage = stageOf({ halfOn: half, dueOn }, today, new Set(stages));
      return stage === null ? [] : [{ question, target, stage }];
    });
  });
}

export const isForLead = ({ question, stage }: Saying): boolean =>
  stage === 'late' || question.assignee === null;
