import { z } from 'zod';
import { day, line, maybe, whole } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import { CHANNELS } from '../schema.ts';

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
  /** Null: the general rule of first answers. */
  readonly firstDays: number | null;
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
  readonly firstDueOn: LocalDate;
  readonly closingDueOn: LocalDate;
}

/** What a question is timed by. */
export interface Timed {
  readonly deskId: string;
  readonly topicCode: string | null;
  readonly channel: string;
  readonly urgent: boolean;
  /** The day of asking. */
  readonly on: LocalDate;
}

/** Who is told of what: one letter a person a day, however many questions. */
export interface Told {
  readonly workerId: string;
  readonly email: string;
  readonly lines: readonly {
    readonly questionId: string;
    readonly number: string;
    readonly stage: Stage;
    readonly target: Target;
  }[];
}

export const deskParams = z.object({ desk: z.uuid() });
export const ruleParams = z.object({ desk: z.uuid(), rule: z.uuid() });
export const questionParams = z.object({ id: z.uuid() });
export const ruleBody = z.object({
  topic: line(41),
  channel: maybe(CHANNELS),
  first: whole(60),
  closing: whole(250),
  from: day,
  source: line(300),
});
export type RuleForm = z.output<typeof ruleBody>;
export const emptyBody = z.object({});
