import { z } from 'zod';
import { line, needed } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CardChannel, CardState } from '../schema.ts';

export { tokenParams } from '#kernel/forms/guest.ts';

export const answerBody = z.object({
  ...guestFields,
  who: needed(200),
  agrees: z.enum(['yes', 'no'], 'choice'),
  words: line(4000),
});
export type AnswerForm = z.output<typeof answerBody>;

/** A card as whoever was advised reads it through the link. */
export interface LinkedCard {
  readonly number: string;
  readonly desk: string;
  readonly contact: readonly string[];
  readonly adviser: string;
  readonly client: string;
  readonly type: string;
  readonly on: LocalDate;
  readonly from: string | null;
  readonly to: string | null;
  readonly hours: number;
  readonly channel: CardChannel;
  readonly problem: string;
  readonly advice: string;
  readonly nextSteps: string;
  readonly state: CardState;
  readonly answeredBy: string;
}
