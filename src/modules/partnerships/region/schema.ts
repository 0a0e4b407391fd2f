import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import type { Count, Veil } from '../cooperation/schema.ts';
import { type PartnershipState, STATES } from '../schema.ts';

/** A partnership of the voivodeship: process alone. Counts about people are null when fewer than five. */
export interface RegionLine {
  readonly id: string;
  readonly name: string;
  readonly countyCode: string;
  readonly county: string;
  readonly state: PartnershipState;
  readonly startedOn: LocalDate;
  readonly members: number;
  readonly contacts: number;
  readonly agreementFrom: LocalDate | null;
  readonly agreementTo: LocalDate | null;
  readonly meetingsHeld: number;
  readonly meetingsPlanned: number;
  readonly published: boolean;
  readonly open: number | null;
  readonly answered: number | null;
  readonly inTime: Count;
}

/** What may be said of a sum some of whose parts are veiled: it lies between these. */
export interface Sum {
  readonly least: number;
  readonly most: number;
  readonly veiled: number;
}

/** The voivodeship in sums, made of nothing but what its lines show. */
export interface RegionSums {
  readonly partnerships: number;
  readonly states: Readonly<Record<PartnershipState, number>>;
  readonly members: number;
  readonly ending: number;
  readonly withoutAgreement: number;
  readonly meetingsHeld: number;
  readonly meetingsPlanned: number;
  readonly open: Sum;
  readonly answered: Sum;
  /** Over the partnerships of which both numbers are told. */
  readonly inTime: {
    readonly part: number;
    readonly whole: number;
    /** Of which anything was counted. */
    readonly partnerships: number;
    /** Of which a number is veiled. */
    readonly hidden: number;
  };
}

/** An agreement that ends within so many days is said to be ending. */
export const ENDING_DAYS = 90;
export const PAGE_SIZE = 50;
export const regionQuery = z.object({
  year: z.coerce.number().int().min(2000).max(2200).optional().catch(undefined),
  state: z
    .enum(['', ...STATES])
    .catch('')
    .default(''),
  county: z
    .string()
    .regex(/^(\d{4})?$/)
    .catch('')
    .default(''),
  need: z.enum(['', 'ending', 'quiet']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(1000).catch(1).default(1),
});
export type RegionQuery = z.output<typeof regionQuery>;
export type { Veil };

const SMALL = { least: 1, most: 4 } as const;
export function sumOf(counts: readonly (number | null)[]): Sum {
  const veiled = counts.filter((n) => n === null).length;
  const told = counts.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  return { least: told + veiled * SMALL.least, most: told + veiled * SMALL.most, veiled };
}
