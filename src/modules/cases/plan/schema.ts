import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { caseParams, rowVersion } from '../schema.ts';

export const PLAN_STATES = ['draft', 'signing', 'signed', 'superseded', 'abandoned'] as const;
export type PlanState = (typeof PLAN_STATES)[number];
export const PROGRESS_STATES = ['planned', 'in_progress', 'done', 'not_done'] as const;
export type ProgressState = (typeof PROGRESS_STATES)[number];

export interface Progress {
  readonly state: ProgressState;
  readonly reason: string;
  readonly changedAt: Date | null;
  readonly rowVersion: number;
}

export interface PlanItem {
  readonly id: string;
  readonly planId: string;
  readonly caseId: string;
  readonly goalId: string;
  /** The same item in every version of the plan; attendance and progress hang on it. */
  readonly lineageId: string;
  readonly position: number;
  readonly serviceCode: string;
  readonly serviceLabel: string;
  readonly description: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly workerId: string;
  readonly workerName: string;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly financingCode: string;
  readonly financingLabel: string;
  readonly place: string;
  readonly hours: number | null;
  readonly rowVersion: number;
  readonly progress: Progress;
}

export interface Goal {
  readonly id: string;
  readonly lineageId: string;
  readonly position: number;
  readonly title: string;
  readonly measure: string;
  readonly dueOn: LocalDate;
  readonly rowVersion: number;
  readonly items: readonly PlanItem[];
}

export interface Signature {
  readonly id: string;
  readonly signer: 'person' | 'guardian' | 'coordinator' | 'institution';
  readonly institutionId: string | null;
  readonly institutionName: string | null;
  readonly name: string;
  readonly way: 'electronic' | 'paper';
  readonly signedAt: Date;
  /** The day on the paper; null for an electronic signature. */
  readonly signedOn: LocalDate | null;
  readonly contentHash: string;
}

/** One version of the plan with everything in it. */
export interface Plan {
  readonly id: string;
  readonly caseId: string;
  readonly version: number;
  readonly state: PlanState;
  readonly nextReviewOn: LocalDate | null;
  readonly contactEveryDays: number | null;
  readonly contactForm: string;
  readonly contactFormLabel: string;
  readonly ownObligation: string;
  readonly confirmedWarnings: readonly string[];
  readonly signedOn: LocalDate | null;
  readonly signingSince: Date | null;
  readonly contentHash: string | null;
  readonly createdAt: Date;
  readonly rowVersion: number;
  readonly goals: readonly Goal[];
  /** Signatures that count; those of a signing that was taken back are not among them. */
  readonly signatures: readonly Signature[];
}

export interface VersionRow {
  readonly id: string;
  readonly version: number;
  readonly state: PlanState;
  readonly signedOn: LocalDate | null;
  readonly createdAt: Date;
}

export const itemsOf = (plan: Pick<Plan, 'goals'>): readonly PlanItem[] => plan.goals.flatMap((g) => g.items);

/** The step a draft lacks, in the order in which a plan is made; when nothing is missing, preparing it for signing. */
export function nextOfDraft(
  plan: Pick<Plan, 'goals' | 'ownObligation' | 'nextReviewOn' | 'contactEveryDays' | 'contactForm'>,
):
  | { readonly step: 'goal' | 'arrangements' | 'prepare' }
  | { readonly step: 'item'; readonly goalId: string } {
  if (plan.goals.length === 0) return { step: 'goal' };
  const bare = plan.goals.find((g) => g.items.length === 0);
  if (bare) return { step: 'item', goalId: bare.id };
  const arranged =
    plan.ownObligation.trim() && plan.nextReviewOn && plan.contactEveryDays && plan.contactForm;
  return { step: arranged ? 'prepare' : 'arrangements' };
}

/** A date as the browser sends it, still text: the service reads it against today. */
const typedDate = z.string().trim().min(1).max(40);
const line = (max: number) => z.string().trim().max(max);

export const goalParams = caseParams.extend({ goalId: z.uuid() });
export const itemParams = caseParams.extend({ itemId: z.uuid() });
export const versionParams = caseParams.extend({ version: z.coerce.number().int().min(1) });
export const compareQuery = z.object({
  from: z.coerce.number().int().min(1).optional(),
  to: z.coerce.number().int().min(1).optional(),
});

export const goalBody = z.object({
  title: line(200).min(1),
  measure: line(1000).default(''),
  due_on: typedDate,
  _version: rowVersion.optional(),
});
export type GoalBody = z.output<typeof goalBody>;

export const itemBody = z.object({
  service_code: z.string().min(1),
  description: line(1000).default(''),
  /** Institution and worker in one choice: `institution:worker`. */
  responsible: z.string().regex(/^[0-9a-f-]{36}:[0-9a-f-]{36}$/, 'choice'),
  starts_on: typedDate,
  due_on: typedDate,
  financing_code: z.string().min(1),
  place: line(200).default(''),
  hours: line(10).default(''),
  _version: rowVersion.optional(),
});
export type ItemBody = z.output<typeof itemBody>;

export const arrangementsBody = z.object({
  own_obligation: line(4000).default(''),
  next_review_on: line(40).default(''),
  contact_every_days: line(4).default(''),
  contact_form: line(40).default(''),
  _version: rowVersion,
});
export type ArrangementsBody = z.output<typeof arrangementsBody>;

export const progressBody = z.object({
  state: z.enum(PROGRESS_STATES),
  reason: line(1000).default(''),
  _version: z.coerce.number().int().min(0),
});
export const versionBody = z.object({ _version: rowVersion });
export const confirmBody = z.object({ warning: z.string().min(1).max(120), _version: rowVersion });
