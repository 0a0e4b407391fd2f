import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import type { RecordView } from '../record/schema.ts';

export const WAYS = ['numbers', 'code', 'document'] as const;
export type Way = (typeof WAYS)[number];
export const claimParams = z.object({ id: z.string().refine(isId) });
export const claimQuery = z.object({ code: z.enum(['wrong', 'void']).optional() });
export const claimBody = z.object({
  way: z.enum(WAYS, 'choice'),
  note: z.string().trim().max(3000, 'too_long').default(''),
});
export const codeBody = z.object({
  code: z
    .string()
    .transform((typed) => typed.replace(/\D/g, ''))
    .refine((digits) => digits.length === 8, 'invalid'),
});
export const emptyBody = z.object({});
export const takeBody = z.object({
  reason: z.string().trim().min(10, 'too_short').max(1000, 'too_long'),
});

/** Days for which a code is good. */
export const CODE_DAYS = 14;

/** What whoever came may do about the record. */
export interface ClaimView {
  readonly record: RecordView;
  readonly who: 'visitor' | 'worker' | 'manager' | 'keeper';
  readonly institution: string;
  /** NIP, KRS or REGON, when the institution's legal person has the same one. */
  readonly shared: string | null;
  readonly keeper: string | null;
  /** The way of the claim under way. */
  readonly open: Way | null;
}
