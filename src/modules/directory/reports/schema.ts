import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import { proposalFields, REPORT_CAUSES } from '../moderation/schema.ts';

export const reportParams = z.object({ id: z.string().refine(isId) });
const answerTo = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  z.union([z.literal(''), z.email().max(254)]).default(''),
);
/** A field that people do not see; whoever fills it in is a program. */
const trap = { company: z.string().max(500).default(''), _key: z.string().max(40).default('') };
export const reportBody = proposalFields.omit({ descriptionPl: true, contactRole: true }).extend({
  ...trap,
  cause: z.enum(REPORT_CAUSES, 'choice'),
  note: z.string().trim().max(3000, 'too_long').default(''),
  answerTo,
});
export type ReportForm = z.output<typeof reportBody>;

export const newcomerBody = z.object({
  ...trap,
  note: z.string().trim().min(10, 'too_short').max(3000, 'too_long'),
  answerTo: answerTo.refine((v) => v !== '', 'required'),
});
export type NewcomerForm = z.output<typeof newcomerBody>;

/** Nobody reads a form and fills it in faster. */
const LEAST_MS = 2500;

/** When the form with this key was shown: its key is a uuid of version 7, which begins with the instant. */
export function tooQuick(key: string, now: Date): boolean {
  return !isId(key) || now.getTime() - Number.parseInt(key.slice(0, 8) + key.slice(9, 13), 16) < LEAST_MS;
}
