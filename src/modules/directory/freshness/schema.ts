import { z } from 'zod';
import { proposalFields } from '../moderation/schema.ts';
import type { EntityPageView } from '../record/view/schema.ts';

export const emptyBody = z.object({});
export const changeBody = proposalFields.extend({
  note: z.string().trim().max(3000, 'too_long').default(''),
});
export type ChangeForm = z.output<typeof changeBody>;

/** Days between two letters to one address, letters without an answer, and days for which a link is good. */
export const PAUSE_DAYS = 30;
export const MOST_LETTERS = 3;
export const LINK_DAYS = 90;
/** Letters of one day. */
export const MOST_A_DAY = 500;

export type LetterState = 'open' | 'confirmed' | 'proposed' | 'not_ours' | 'expired';
export const LETTER_STATES: readonly LetterState[] = ['open', 'confirmed', 'proposed', 'not_ours', 'expired'];
export interface Letter {
  readonly state: LetterState;
  readonly view: EntityPageView;
}
