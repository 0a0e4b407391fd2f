import { allow, type Decision, deny } from '#kernel/access.ts';
import type { CaseState } from '../schema.ts';

interface Act {
  readonly permissions: ReadonlySet<string>;
  readonly scope: readonly string[];
}

const READ_ONLY: readonly CaseState[] = ['archived', 'erased', 'rejected', 'withdrawn'];

/** Searching and registering people: whoever may refer, with an authorisation for identity data. */
export const maySearch = (actor: Act): Decision =>
  actor.permissions.has('case.refer') && actor.scope.includes('D1') ? allow : deny('not_referrer');

/** Comparing records of people and joining them: whoever directs cases, with an authorisation for identity and numbers. */
export const mayCompare = (actor: Act): Decision =>
  !actor.permissions.has('case.coordinate') || !actor.permissions.has('case.refer')
    ? deny('not_coordinator')
    : actor.scope.includes('D1') && actor.scope.includes('D2')
      ? allow
      : deny('not_authorised');

/**
 * Correcting identity data: a public body that works on the case by law. Others see the person and tell the
 * coordinator what is wrong.
 */
export function mayEditPerson(actor: Act, statutory: boolean, state: CaseState): Decision {
  if (!statutory) return deny('not_statutory');
  if (!actor.permissions.has('case.refer')) return deny('not_referrer');
  return READ_ONLY.includes(state) ? deny('case_closed') : allow;
}

/** From here on two names are so alike that somebody must decide whether they are one person. */
export const ALIKE = 0.55;

/** Searches an hour and worker: enough for a busy day, too few to fish in the base. */
export const SEARCHES_PER_HOUR = 60;
