import { z } from 'zod';
import { day, line } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import {
  type BodyKind,
  DECISION_STATES,
  type DecisionState,
  TASK_STATES,
  type TaskState,
} from '../schema.ts';

const page = z.coerce.number().int().min(1).max(10_000).catch(1);
export const decisionsQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  state: z
    .enum([...DECISION_STATES, ''])
    .catch('')
    .default(''),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .or(z.literal(''))
    .catch('')
    .default(''),
  page,
});
export type DecisionsQuery = z.output<typeof decisionsQuery>;
export const tasksQuery = z.object({
  state: z.enum(['open', 'all', 'mine']).catch('open').default('open'),
  page,
});
export type TasksQuery = z.output<typeof tasksQuery>;

export const decisionParams = z.object({ id: z.uuid(), decisionId: z.uuid() });
export const taskParams = z.object({ id: z.uuid(), taskId: z.uuid() });
const _version = z.coerce.number().int().optional();
export const decisionStateBody = z.object({
  state: z.enum(DECISION_STATES, 'choice'),
  revokedBy: line(20),
  checkOn: day,
  _version,
});
export type DecisionStateForm = z.output<typeof decisionStateBody>;
export const taskStateBody = z.object({ state: z.enum(TASK_STATES, 'choice'), remark: line(1000), _version });
export type TaskStateForm = z.output<typeof taskStateBody>;

export interface Decision {
  readonly id: string;
  readonly number: string;
  readonly body: string;
  readonly bodyKind: BodyKind;
  readonly meetingId: string;
  readonly meeting: string;
  readonly heldAt: Date;
  readonly votes: readonly [number, number, number] | null;
  readonly validFrom: LocalDate;
  readonly checkOn: LocalDate | null;
  readonly state: DecisionState;
  readonly settledOn: LocalDate | null;
  readonly revokedBy: string | null;
  /** Whether the minutes it stands in are signed. */
  readonly signed: boolean;
  readonly rowVersion: number;
}
export interface Task {
  readonly id: string;
  readonly what: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly worker: string | null;
  readonly meetingId: string;
  readonly meeting: string;
  readonly due: LocalDate;
  readonly state: TaskState;
  readonly remark: string;
  readonly settledOn: LocalDate | null;
  readonly rowVersion: number;
}
