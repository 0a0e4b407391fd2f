import { z } from 'zod';
import { amount, day, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';

const code = z
  .string()
  .regex(/^[a-z0-9_]{0,60}$/, 'choice')
  .default('');
export const rateBody = z.object({
  desk: z.union([z.literal(''), z.string().refine(isId)]).default(''),
  type: code,
  rate: amount,
  basis: needed(500),
  act: code,
  from: day,
});
export type RateForm = z.output<typeof rateBody>;

export interface Rate {
  readonly id: string;
  readonly desk: string;
  /** Null: every type without a rate of its own. */
  readonly type: string | null;
  readonly grosze: number;
  readonly basis: string;
  readonly act: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}
export const valueQuery = z.object({
  year: z.coerce.number().int().min(2015).max(2100).optional().catch(undefined),
});
/** A line for a ledger of de minimis aid. */
export interface ValueLine {
  readonly cardId: string;
  readonly number: string;
  readonly on: LocalDate;
  readonly client: string;
  readonly nip: string;
  readonly hours: number;
  readonly rateGrosze: number;
  readonly valueGrosze: number;
  readonly basis: string;
  readonly confirmed: boolean;
}
