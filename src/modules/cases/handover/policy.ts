import { allow, type Decision, deny } from '#kernel/access.ts';
import type { CaseState } from '../schema.ts';

const ENDED: readonly CaseState[] = ['archived', 'rejected', 'withdrawn', 'erased'];

interface Hand {
  readonly permissions: ReadonlySet<string>;
  readonly wide: boolean;
}

/** Naming workers of one's own institution on a case: its head, or whoever directs the case. */
export function mayAssign(actor: Hand, state: CaseState, directs: boolean): Decision {
  if (ENDED.includes(state)) return deny('case_ended');
  if (actor.wide && actor.permissions.has('case.assign')) return allow;
  return directs && actor.permissions.has('case.coordinate') ? allow : deny('not_assigner');
}

/** The coordinator comes from the institution that leads. */
export const mayNameCoordinator = (assign: Decision, leads: boolean): Decision =>
  !assign.allowed ? assign : leads ? allow : deny('not_lead');

/** Functions that can coordinate a case. */
const COORDINATORS = ['social_worker', 'employment_adviser', 'case_coordinator'];
export const canCoordinate = (functions: readonly string[]): boolean =>
  functions.some((f) => COORDINATORS.includes(f));

/** No case is left without an owner: neither its coordinator nor the last worker of an institution is taken off. */
export function mayEnd(
  worker: { readonly id: string; readonly isCoordinator: boolean },
  assigned: readonly { readonly workerId: string; readonly role: string }[],
): Decision {
  if (worker.isCoordinator) return deny('is_coordinator');
  const others = assigned.filter((a) => a.workerId !== worker.id && a.role !== 'stand_in');
  return others.length > 0 ? allow : deny('last_worker');
}
