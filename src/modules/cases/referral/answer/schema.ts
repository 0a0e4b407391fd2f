import { z } from 'zod';
import { rowVersion } from '../../schema.ts';

export interface AcceptInput {
  readonly referralId: string;
  readonly version?: number;
  /** The worker who leads the case from now on; only for an opening referral. */
  readonly coordinatorId?: string;
  /** On what the recipient takes part, where no law decides (`basisChoices`). */
  readonly basisCode?: string;
}
export interface DeclineInput {
  readonly referralId: string;
  readonly version?: number;
  /** Code of the dictionary "decline". */
  readonly code: string;
  readonly note: string;
}
export interface WithdrawInput {
  readonly referralId: string;
  readonly version?: number;
  /** Code of the dictionary "withdrawal", or `back` to take it back and send it again. */
  readonly code: string;
}
export const TAKE_BACK = 'back';

const version = { _version: rowVersion };
const note = (max: number) => z.string().trim().max(max, 'too_long').default('');
export const acceptBody = z.object({
  ...version,
  coordinator: z.union([z.uuid(), z.literal('')], 'choice').default(''),
  basis: note(40),
});
export const declineBody = z.object({ ...version, code: note(60), note: note(500) });
export const askBody = z.object({ ...version, question: note(1000) });
export const answerBody = z.object({ ...version, answer: note(2000) });
export const withdrawBody = z.object({ ...version, code: note(60) });
