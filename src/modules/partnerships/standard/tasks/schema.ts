import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { line, needed } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import { roundParams } from '../schema.ts';

export const TASK_STATES = ['open', 'doing', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** A line of the improvement plan. */
export interface Task {
  readonly id: string;
  readonly code: string | null;
  readonly what: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly dueOn: LocalDate;
  readonly state: TaskState;
  readonly note: string;
  readonly rowVersion: number;
}

const date = needed(40).transform((typed, issues) => {
  const day = parseDate(typed);
  if (day !== null) return day;
  issues.addIssue({ code: 'custom', message: 'date.invalid' });
  return z.NEVER;
});
export const newTaskBody = z.object({
  what: needed(500),
  requirement: z.union([z.literal(''), z.string().regex(/^\d{1,2}\.\d{1,2}$/, 'choice')]).default(''),
  institution: z.uuid('choice'),
  due: date,
});
export const taskParams = roundParams.extend({ task: z.uuid() });
export const taskBody = z.object({
  state: z.enum(TASK_STATES, 'choice'),
  due: date,
  note: line(2000),
  _version: z.coerce.number().int(),
});
