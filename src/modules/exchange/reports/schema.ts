import { z } from 'zod';
import { guestFields } from '#kernel/forms/guest.ts';
import { type Comment, REASONS, type Subject } from '../schema.ts';
import { email } from '../writing/schema.ts';

export const EXPLANATION_MAX = 2000;
export const reportBody = z.object({
  ...guestFields,
  reason: z.enum(REASONS, 'choice'),
  explanation: z.string().trim().min(1, 'required').max(EXPLANATION_MAX, 'too_long'),
  email,
  /** The statement of good faith of art. 16(2)(d). */
  faith: z.literal('yes', 'required'),
});
export type ReportBody = z.output<typeof reportBody>;

export interface Reported {
  readonly subject: Subject;
  readonly comment: Comment;
}
