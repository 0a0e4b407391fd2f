import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import {
  type AgreementState,
  type Facts,
  NEEDS,
  type PartnershipState,
  type Readiness,
  type Standing,
  TRANSITIONS,
} from './schema.ts';

type Who = Pick<Actor, 'permissions'>;
const manages = (actor: Who): boolean => actor.permissions.has('partnership.manage');

/** Common matters: members, area, text, states. Its coordinator; when nobody coordinates, whoever manages in a member. */
export function mayCoordinate(actor: Who, standing: Standing): Decision {
  if (!manages(actor) || !standing.member) return deny('notMember');
  return standing.coordinator || !standing.coordinated ? allow : deny('notCoordinator');
}

/** Matters of one's own institution in the partnership: its contact person, its leaving. */
export const mayRepresent = (actor: Who, standing: Standing): Decision =>
  manages(actor) && standing.member ? allow : deny('notMember');

/** Speaks for a member in the negotiation: whoever manages there, and its contact persons. */
export const mayNegotiate = (actor: Who, standing: Standing, contact: boolean): Decision =>
  standing.member && (manages(actor) || contact) ? allow : deny('notMember');

/** The head signs, once, for the own institution, what is open for signing or, joining later, what is in force. */
export function maySign(actor: Who, standing: Standing, state: AgreementState, signed: boolean): Decision {
  if (!actor.permissions.has('partnership.sign') || !standing.member) return deny('notHead');
  if (state !== 'signing' && state !== 'in_force') return deny('notOpen');
  return signed ? deny('signed') : allow;
}

export type Missing = keyof Readiness | 'members' | 'agreement' | 'openCases' | 'transition';

/** What is missing for a state; nothing means the partnership may move there. */
export function missingFor(from: PartnershipState, to: PartnershipState, facts: Facts): Missing[] {
  if (!TRANSITIONS[from].includes(to)) return ['transition'];
  const { readiness } = facts;
  if (to === 'negotiation') return from === 'initiative' && facts.members < 2 ? ['members'] : [];
  if (to === 'ended') return facts.openCases > 0 ? ['openCases'] : [];
  if (to === 'suspended') return [];
  if (!readiness) return ['agreement'];
  return missing(readiness, to === 'operating');
}

/** Needs that a version does not meet; without `whole` only the signatures. */
export const missing = (readiness: Readiness, whole: boolean): (keyof Readiness)[] =>
  NEEDS.filter((need) => (whole || (need !== 'annex' && need !== 'contacts')) && !readiness[need]);
