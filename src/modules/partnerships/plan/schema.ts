import { z } from 'zod';
import { amount, day, line, needed, read } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';

export const PLAN_STATES = ['draft', 'adopted', 'superseded', 'closed', 'dropped'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const DIRECTIONS = ['up', 'down', 'keep'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const TASK_STATES = ['planned', 'in_progress', 'done', 'given_up'] as const;
export type TaskState = (typeof TASK_STATES)[number];

/** Figures that cases give by themselves; the database knows the same (`plan_indicator.computed`). */
export const COMPUTED = [
  'referrals',
  'answered_on_time',
  'cases_begun',
  'cases_active',
  'plans_signed',
  'reviews_on_time',
  'social',
  'employment',
  'durability',
] as const;
export type Computed = (typeof COMPUTED)[number];

export interface Plan {
  readonly id: string;
  readonly partnershipId: string;
  /** Versions of one period share it. */
  readonly lineId: string;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly state: PlanState;
  readonly adoptedOn: LocalDate | null;
  readonly decision: string;
  readonly closedOn: LocalDate | null;
  readonly assessment: string;
  readonly rowVersion: number;
}

export interface Goal {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly rowVersion: number;
}

/** The value an indicator has today. `few`: fewer than five people, so it is not told. */
export interface Reading {
  readonly value: number | null;
  readonly on: LocalDate;
  readonly source: string;
  readonly few: boolean;
}

export interface Indicator {
  readonly id: string;
  readonly goalId: string;
  readonly name: string;
  readonly definition: string;
  readonly unit: string;
  readonly direction: Direction;
  readonly baseline: number | null;
  readonly baselineOn: LocalDate | null;
  readonly target: number;
  readonly computed: Computed | null;
  readonly rowVersion: number;
}

export interface Measurement {
  readonly id: string;
  readonly indicatorId: string;
  readonly measuredOn: LocalDate;
  readonly value: number;
  readonly source: string;
  readonly withdrawnOn: LocalDate | null;
}

export interface Task {
  readonly id: string;
  readonly goalId: string;
  readonly title: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly thread: ThreadKey | undefined;
  readonly workerId: string | null;
  readonly worker: string | null;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly state: TaskState;
  readonly doneOn: LocalDate | null;
  readonly doneNote: string;
  readonly rowVersion: number;
}

export interface Share {
  readonly source: string;
  readonly institutionId: string;
  /** Grosze, as every amount here. */
  readonly amount: number;
}
export interface Cost {
  readonly id: string;
  readonly taskId: string | null;
  readonly title: string;
  readonly document: string;
  readonly amount: number;
  readonly financed: number;
  readonly shares: readonly (Share & { readonly institution: string })[];
  readonly rowVersion: number;
}
export interface BudgetSource {
  readonly code: string;
  readonly name: string;
  readonly publicMoney: boolean;
  readonly source: string;
}

/** Everything one page of a plan shows. */
export interface WholePlan {
  readonly plan: Plan;
  readonly goals: readonly Goal[];
  readonly indicators: readonly (Indicator & { readonly reading: Reading | null })[];
  readonly tasks: readonly Task[];
  readonly costs: readonly Cost[];
}

export interface PlanRights {
  readonly writes: boolean;
  readonly institutionId: string;
}

/** A line of what waits for the acting worker. */
export interface Due {
  readonly href: string;
  readonly what: string;
  readonly until: LocalDate;
  readonly late: boolean;
}

/** A number as people type it: „12,5”, „1 200”. */
export const number = read((typed) => {
  const plain = typed.replace(/[\s\u00a0%]/g, '').replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}, 'number');
const must = <T>(value: z.ZodType<T | null>) =>
  value.transform((found, issues): T => {
    if (found !== null) return found;
    issues.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });
export const neededDay = must(day);
const long = line(4000);
const version = { _version: z.coerce.number().int().optional() };

export const planParams = z.object({ id: z.uuid(), planId: z.uuid() });
export const partParams = z.object({ id: z.uuid(), planId: z.uuid(), partId: z.uuid() });
export const planBody = z.object({
  title: needed(),
  summary: long,
  from: neededDay,
  to: neededDay,
  ...version,
});
export const newPlanBody = planBody.extend({ copy: line(36) });
export const goalBody = z.object({
  title: needed(),
  description: long,
  from: neededDay,
  to: neededDay,
  ...version,
});
export const indicatorBody = z.object({
  goal: z.uuid('choice'),
  name: needed(),
  definition: needed(2000),
  unit: line(40),
  direction: z.enum(DIRECTIONS, 'choice'),
  baseline: number,
  baselineOn: day,
  target: must(number),
  computed: z.union([z.enum(COMPUTED), z.literal('').transform(() => null)], 'choice').default(null),
  ...version,
});
export const taskBody = z.object({
  goal: z.uuid('choice'),
  title: needed(300),
  owner: z.string().min(1, 'required').max(80),
  from: neededDay,
  to: neededDay,
  ...version,
});
export const reportBody = z.object({
  state: z.enum(TASK_STATES, 'choice'),
  doneOn: day,
  doneNote: line(2000),
  ...version,
});
export const measureBody = z.object({ value: must(number), on: neededDay, source: needed(300) });
export const SHARES = [0, 1, 2, 3] as const;
export const costBody = z.object({
  title: needed(300),
  task: line(36),
  document: line(120),
  amount: must(amount),
  ...Object.fromEntries(
    SHARES.flatMap((n) => [
      [`source${n}`, line(40)],
      [`payer${n}`, line(36)],
    ]),
  ),
  part0: amount,
  part1: amount,
  part2: amount,
  part3: amount,
  ...version,
});
export const adoptBody = z.object({ on: neededDay, decision: needed(500), ...version });
export const closeBody = z.object({ assessment: needed(8000), ...version });
export type PlanForm = z.output<typeof planBody>;
export type GoalForm = z.output<typeof goalBody>;
export type IndicatorForm = z.output<typeof indicatorBody>;
export type TaskForm = z.output<typeof taskBody>;
export type ReportForm = z.output<typeof reportBody>;
