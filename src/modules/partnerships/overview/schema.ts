import type { AgreementView } from '../agreements/schema.ts';
import type { StageView } from '../initiative/schema.ts';
import type { Agreement, Contact, Member, Partnership, PartnershipState, Readiness } from '../schema.ts';

/** Everything the page of one partnership shows, and what its reader may do there. */
export interface PartnershipView {
  readonly partnership: Partnership;
  readonly members: readonly Member[];
  readonly contacts: readonly Contact[];
  readonly area: readonly { readonly id: string; readonly name: string }[];
  readonly versions: readonly Agreement[];
  /** The version in force, with its ceiling. */
  readonly inForce: AgreementView | null;
  /** Of the version that decides: in force, or else being signed; null when there is none. */
  readonly readiness: Readiness | null;
  /** Whether the reader's institution is a member today. */
  readonly member: boolean;
  /** Where it is on its way; null for whoever is no member. */
  readonly stage: StageView | null;
  /** Whether an invitation waits for the reader to answer. */
  readonly invited: boolean;
  readonly coordinates: boolean;
  readonly represents: boolean;
  /** States the reader may move it to now, whether or not the guard holds. */
  readonly moves: readonly PartnershipState[];
}
