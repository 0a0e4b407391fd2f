import { z } from 'zod';
import { amount, day, line, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import { type Answer, DECLINES, type Enquiry, type EnquiryState, type Question } from '../schema.ts';

export const quoteBody = z.object({
  price: amount,
  basis: z.enum(['total', 'unit']).default('total'),
  valid: day,
  body: line(4000),
});
export type QuoteForm = z.output<typeof quoteBody>;
export const declineBody = z.object({ reason: z.enum(DECLINES), declineNote: line(1000) });
export type DeclineForm = z.output<typeof declineBody>;
/** The id is the form's own, so that a question sent twice is one. */
export const askBody = z.object({ id: z.string().refine(isId), question: needed(1000) });
export type AskForm = z.output<typeof askBody>;
export const abuseBody = z.object({ what: z.enum(['block', 'report']), reportNote: line(1000) });
export type AbuseForm = z.output<typeof abuseBody>;

export interface ReceivedView {
  readonly key: string;
  readonly entity: { readonly id: string; readonly name: string };
  readonly enquiry: Enquiry;
  readonly answer: Answer | null;
  readonly questions: readonly Question[];
  /** Until the date, and while nobody was chosen. */
  readonly open: boolean;
  readonly expired: boolean;
  readonly chosen: boolean;
  readonly reported: boolean;
}
export interface ReceivedItem {
  readonly id: string;
  readonly subject: string;
  readonly entityName: string;
  readonly state: EnquiryState;
  readonly answerBy: string;
  readonly answered: boolean;
  readonly expired: boolean;
}
