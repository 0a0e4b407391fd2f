import { z } from 'zod';
import { guestFields } from '#kernel/forms/guest.ts';
import { isId } from '#kernel/ids.ts';
import { proposalFields, REPORT_CAUSES } from '../moderation/schema.ts';

export const reportParams = z.object({ id: z.string().refine(isId) });
const answerTo = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  z.union([z.literal(''), z.email().max(254)]).default(''),
);
export const reportBody = proposalFields.omit({ descriptionPl: true, contactRole: true }).extend({
  ...guestFields,
  cause: z.enum(REPORT_CAUSES, 'choice'),
  note: z.string().trim().max(3000, 'too_long').default(''),
  answerTo,
});
export type ReportForm = z.output<typeof reportBody>;

export const newcomerBody = z.object({
  ...guestFields,
  note: z.string().trim().min(10, 'too_short').max(3000, 'too_long'),
  answerTo: answerTo.refine((v) => v !== '', 'required'),
});
export type NewcomerForm = z.output<typeof newcomerBody>;
