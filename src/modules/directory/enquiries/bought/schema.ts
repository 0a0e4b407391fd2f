import { z } from 'zod';
import { line, maybe, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import { type Answer, type Enquiry, type EnquiryState, OUTCOME_REASONS, type Question } from '../schema.ts';

export const listQuery = z.object({ page: z.coerce.number().int().min(1).max(400).default(1) });
export const compareQuery = z.object({
  sort: z
    .string()
    .regex(/^-?(total|unit|answered|name)$/)
    .default('total'),
});
/** The field carries the id of its question, since several forms stand on one page. */
export const replyBody = z.record(z.string(), z.unknown());
export const reply = needed(2000);
export const closeBody = z.object({
  chosen: z.union([z.literal('none'), z.string().refine(isId, 'choice')]).optional(),
  reason: maybe(OUTCOME_REASONS),
  note: line(1000),
});
export type CloseForm = z.output<typeof closeBody>;

/** One asked entity as the buyer sees it. */
export interface Row {
  readonly id: string;
  readonly entityId: string;
  readonly name: string;
  readonly sentAt: Date | null;
  readonly seenAt: Date | null;
  readonly answer: Answer | null;
  /** Grosze. */
  readonly total: number | null;
  readonly unit: number | null;
}
export interface BuyerView {
  readonly key: string;
  readonly by: 'draft' | 'full';
  readonly enquiry: Enquiry;
  readonly rows: readonly Row[];
  readonly questions: readonly Question[];
  readonly expired: boolean;
  readonly sort: string;
}
export interface ListItem {
  readonly id: string;
  readonly subject: string;
  readonly state: EnquiryState;
  readonly answerBy: string;
  readonly asked: number;
  readonly answered: number;
  readonly expired: boolean;
}
