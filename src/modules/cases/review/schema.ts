import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { rowVersion } from '../schema.ts';

export const DECISIONS = ['continue', 'change_plan', 'suspend', 'close'] as const;
export type Decision = (typeof DECISIONS)[number];
export const ITEM_RESULTS = ['done', 'in_progress', 'not_done'] as const;
export type ItemResult = (typeof ITEM_RESULTS)[number];
/** How near a goal is: 0 not begun … 4 reached. */
export const SCALES = [0, 1, 2, 3, 4] as const;

/** What the team found about one item or one goal of the plan, named by its lineage. */
export interface ItemFinding {
  readonly lineageId: string;
  readonly result: ItemResult;
  readonly reason: string;
}
export interface GoalFinding {
  readonly lineageId: string;
  readonly scale: number;
}

export interface NewReview {
  /** A day in any form that parseDate reads. */
  readonly heldOn: string;
  /** A code of the list review_trigger. */
  readonly trigger: string;
  readonly present: string;
  readonly items: readonly ItemFinding[];
  readonly goals: readonly GoalFinding[];
  readonly decision: Decision;
  /** Needed when the decision is to continue; at most three months (timer `review`) after the review. */
  readonly nextReviewOn?: string;
  readonly minutes?: string;
  readonly version?: number;
}

export interface Review {
  readonly id: string;
  readonly number: number;
  readonly heldOn: LocalDate;
  readonly kind: 'scheduled' | 'extra' | 'final';
  readonly trigger: string;
  readonly present: string;
  readonly decision: Decision;
  readonly minutes: string;
  readonly nextReviewOn: LocalDate | null;
  readonly recordedBy: string;
  readonly recordedAt: Date;
  readonly items: readonly (ItemFinding & { readonly label: string })[];
  readonly goals: readonly (GoalFinding & { readonly label: string })[];
}

const text = (max: number) => z.string().trim().max(max).default('');

export const reviewBody = z
  .object({
    held_on: z.string().trim().min(1, 'required').max(40),
    trigger: z.string().min(1, 'choice').max(60),
    present: z.string().trim().min(1, 'required').max(1000),
    decision: z.enum(DECISIONS, 'choice'),
    next_review_on: text(40),
    minutes: text(10_000),
    _version: rowVersion,
  })
  .loose();

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ITEM = new RegExp(`^item_(${UUID})$`);
const GOAL = new RegExp(`^goal_(${UUID})$`);
const asText = (value: unknown) => (typeof value === 'string' ? value.trim() : '');

/** The findings of the form: `item_<lineage>` with `reason_<lineage>`, and `goal_<lineage>`. Unanswered ones are missing. */
export function readFindings(values: Readonly<Record<string, unknown>>): {
  items: ItemFinding[];
  goals: GoalFinding[];
} {
  const items: ItemFinding[] = [];
  const goals: GoalFinding[] = [];
  for (const [name, value] of Object.entries(values)) {
    const item = ITEM.exec(name)?.[1];
    const result = ITEM_RESULTS.find((r) => r === value);
    if (item && result)
      items.push({ lineageId: item, result, reason: asText(values[`reason_${item}`]).slice(0, 1000) });
    const goal = GOAL.exec(name)?.[1];
    const scale = SCALES.find((s) => String(s) === value);
    if (goal && scale !== undefined) goals.push({ lineageId: goal, scale });
  }
  return { items, goals };
}
