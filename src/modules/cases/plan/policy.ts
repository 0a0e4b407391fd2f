import { allow, type Decision, deny } from '#kernel/access.ts';
import type { CaseState, SharedCase } from '../schema.ts';
import type { PlanState } from './schema.ts';

/** Who acts, as far as a plan asks. */
export interface Hand {
  readonly subjectId: string;
  readonly institutionId: string;
  readonly permissions: ReadonlySet<string>;
  readonly wide: boolean;
}
/** A worker of the team, from `team()`. */
export interface TeamHand {
  readonly institution_id: string | null;
  readonly worker_id: string | null;
  readonly role: string | null;
}

type CaseFact = Pick<SharedCase, 'state' | 'coordinatorId' | 'leadInstitutionId'>;

/** States in which a signed plan is being carried out, also while its next version is drafted. */
export const DELIVERY_STATES: readonly CaseState[] = ['planning', 'agreed', 'active', 'suspended', 'closing'];

/** The coordinator of the case, whoever stands in for them, and the head of the leading institution. */
export function coordinates(actor: Hand, c: CaseFact, team: readonly TeamHand[]): boolean {
  if (actor.subjectId === c.coordinatorId) return true;
  if (actor.institutionId !== c.leadInstitutionId) return false;
  return actor.wide || team.some((w) => w.worker_id === actor.subjectId && w.role === 'stand_in');
}

/** Writing a draft: any institution of the team whose worker may write plans; the database asks for a writable grant. */
export function mayEdit(actor: Hand, c: CaseFact, plan: { readonly state: PlanState }): Decision {
  if (!actor.permissions.has('plan.write')) return deny('not_plan_writer');
  if (c.state !== 'planning') return deny('case_not_planning');
  return plan.state === 'draft' ? allow : deny('plan_not_draft');
}

/** The first version, when the diagnosis is approved. */
export const mayCreate = (actor: Hand, c: CaseFact): Decision =>
  !actor.permissions.has('plan.write')
    ? deny('not_plan_writer')
    : c.state === 'planning'
      ? allow
      : deny('case_not_planning');

/** Noting an instrument of law, in any state of the plan. */
export const mayInstrument = (actor: Hand): Decision =>
  actor.permissions.has('plan.write') ? allow : deny('not_plan_writer');

/** A next version: the coordinator, while the plan is carried out. */
export function mayChange(actor: Hand, c: CaseFact, team: readonly TeamHand[]): Decision {
  if (c.state !== 'active') return deny('case_not_active');
  return coordinates(actor, c, team) ? allow : deny('not_coordinator');
}

/** Opening the signing, taking it back, giving up a new version: the coordinator's. */
export function mayDirect(actor: Hand, c: CaseFact, team: readonly TeamHand[]): Decision {
  if (c.state !== 'planning') return deny('case_not_planning');
  return coordinates(actor, c, team) ? allow : deny('not_coordinator');
}

/** How far an item is: a worker of the responsible institution, or the coordinator, while the plan is carried out. */
export function maySetProgress(
  actor: Hand,
  c: CaseFact,
  team: readonly TeamHand[],
  item: { readonly institutionId: string },
): Decision {
  if (!DELIVERY_STATES.includes(c.state)) return deny('case_not_delivering');
  if (!actor.permissions.has('session.mark') && !actor.wide) return deny('not_responsible');
  return actor.institutionId === item.institutionId || coordinates(actor, c, team)
    ? allow
    : deny('not_responsible');
}
