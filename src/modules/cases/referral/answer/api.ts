export type { AcceptInput, DeclineInput, WithdrawInput } from './schema.ts';
export {
  acceptReferral,
  answerQuestion,
  askBack,
  type Coordinator,
  coordinatorsFor,
  declineReferral,
  takeReferral,
  withdrawReferral,
} from './service.ts';
