import type { LocalDate } from '#kernel/time.ts';

/** What is awaited: the first word to the person, and the whole answer. */
export const TARGETS = ['first', 'closing'] as const;
export type Target = (typeof TARGETS)[number];
/** Half of the time is over, the last day has come, it has passed. */
export const STAGES = ['half', 'due', 'late'] as const;
export type Stage = (typeof STAGES)[number];

export interface Rule {
  readonly id: string;
  /** Null: every desk. */
  readonly deskId: string | null;
  readonly topicId: string | null;
  readonly channel: string | null;
  readonly firstDays: number;
  readonly closingDays: number;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly source: string;
}

/** From the day on which the person was asked something until the day on which they answered. */
export interface Pause {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

export interface DueDates {
  readonly ruleId: string;
  readonly firstHalfOn: LocalDate | null;
  readonly firstDueOn: LocalDate;
  readonly closingHalfOn: LocalDate | null;
  readonly closingDueOn: LocalDate;
}
