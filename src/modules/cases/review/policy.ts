import { type Decision as Answer, allow, deny } from '#kernel/access.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseState, SharedCase } from '../schema.ts';
import type { Decision, GoalFinding, ItemFinding } from './schema.ts';

/** Who acts, as far as directing a case asks. */
export interface Hand {
  readonly subjectId: string;
  readonly institutionId: string;
  readonly wide: boolean;
}
export interface TeamHand {
  readonly institution_id: string | null;
  readonly worker_id: string | null;
  readonly role: string | null;
}

/** The coordinator, whoever stands in for them, and the head of the leading institution direct a case. */
export function directs(
  actor: Hand,
  c: Pick<SharedCase, 'coordinatorId' | 'leadInstitutionId'>,
  team: readonly TeamHand[],
): Answer {
  if (actor.subjectId === c.coordinatorId) return allow;
  if (actor.institutionId !== c.leadInstitutionId) return deny('not_coordinator');
  const standsIn = team.some((w) => w.worker_id === actor.subjectId && w.role === 'stand_in');
  return actor.wide || standsIn ? allow : deny('not_coordinator');
}

/** Transition 10: while the plan is carried out, or when a suspension ends. */
export const mayReview = (state: CaseState): Answer =>
  state === 'active' || state === 'suspended' ? allow : deny('not_active');
export const maySuspend = (state: CaseState): Answer => (state === 'active' ? allow : deny('not_active'));
export const mayResume = (state: CaseState): Answer =>
  state === 'suspended' ? allow : deny('not_suspended');

/** A suspended case is resumed and suspended anew, so that the days are counted from a review. */
export const mayDecide = (state: CaseState, decision: Decision): Answer =>
  state === 'suspended' && decision === 'suspend' ? deny('already_suspended') : allow;

/** Every item of the plan in force has a result, a failed one a reason, every goal its place on the scale. */
export function missingFindings(
  plan: { readonly items: readonly string[]; readonly goals: readonly string[] },
  found: { readonly items: readonly ItemFinding[]; readonly goals: readonly GoalFinding[] },
): FieldError[] {
  const goals = plan.goals
    .filter((id) => !found.goals.some((g) => g.lineageId === id))
    .map((id) => ({ field: `goal_${id}`, message: 'choice' }));
  const items = plan.items.flatMap((id) => {
    const finding = found.items.find((i) => i.lineageId === id);
    if (!finding) return [{ field: `item_${id}`, message: 'choice' }];
    return finding.result === 'not_done' && finding.reason === ''
      ? [{ field: `reason_${id}`, message: 'required' }]
      : [];
  });
  return [...goals, ...items];
}

/** Hard constraint 5: a review is not before the previous one (nor before the case), and not in the future. */
export function dateProblem(
  heldOn: LocalDate,
  facts: { readonly today: LocalDate; readonly previous: LocalDate | null; readonly began: LocalDate },
): 'date.future' | 'before_previous' | 'before_case' | null {
  if (heldOn > facts.today) return 'date.future';
  if (facts.previous !== null && heldOn < facts.previous) return 'before_previous';
  return heldOn < facts.began ? 'before_case' : null;
}

/** The next review: after this one, not in the past, at most as far as the timer says. */
export function nextProblem(
  next: LocalDate | null,
  facts: {
    readonly decision: Decision;
    readonly heldOn: LocalDate;
    readonly today: LocalDate;
    readonly latest: LocalDate;
  },
): 'required' | 'date.past' | 'date.order' | 'next_too_late' | null {
  if (facts.decision !== 'continue') return null;
  if (next === null) return 'required';
  if (next < facts.today) return 'date.past';
  if (next <= facts.heldOn) return 'date.order';
  return next > facts.latest ? 'next_too_late' : null;
}
