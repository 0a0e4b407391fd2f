export type { FollowUp, NewFollowUp, NewTry, Stage } from './follow-up/schema.ts';
export { followUpsOf, recordFollowUp, recordTry, recordUnreachable } from './follow-up/service.ts';
export type { Withdrawal } from './leaving/schema.ts';
export { openArchive, reopenCase, withdrawCase } from './leaving/service.ts';
export type { Effectiveness } from './results/schema.ts';
export { partnershipFigures } from './results/service.ts';
export type { ClosedItem, NewOutcome, Outcome } from './schema.ts';
export {
  confirmClosing,
  openItems,
  outcomeOf,
  recordOutcome,
  takeBackClosing,
  unconfirmed,
} from './service.ts';
