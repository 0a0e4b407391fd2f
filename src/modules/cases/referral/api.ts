export {
  type AcceptInput,
  acceptReferral,
  answerQuestion,
  askBack,
  type Coordinator,
  coordinatorsFor,
  type DeclineInput,
  declineReferral,
  takeReferral,
  type WithdrawInput,
  withdrawReferral,
} from './answer/api.ts';
export type { Packet } from './packet/schema.ts';
export { basisChoices } from './policy.ts';
export type { Referral, ReferralLine, ReferralState } from './schema.ts';
export {
  inviteInstitution,
  type ReferInput,
  referPerson,
  type Sent,
  type ServiceInput,
  type WhoInput,
} from './send/api.ts';
export {
  listInbox,
  listReferrals,
  loadReferral,
  type Member,
  members,
  type OwnPartnership,
  ownPartnerships,
  referralsOf,
  viewReferral,
} from './service.ts';
