import { z } from 'zod';
import { amount, day, line, needed } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

export const CALL_STATES = ['draft', 'published', 'cancelled'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** A call for projects that a region publishes. */
export interface Call {
  readonly id: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly voivodeshipCode: string;
  readonly voivodeship: string;
  readonly title: string;
  readonly lead: string;
  readonly criteria: string;
  readonly who: string;
  /** The same in English; empty where nobody wrote it. */
  readonly titleEn: string;
  readonly leadEn: string;
  readonly criteriaEn: string;
  readonly whoEn: string;
  /** In grosze. */
  readonly amount: number | null;
  readonly link: string;
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly state: CallState;
  readonly rowVersion: number;
}

export interface Interest {
  readonly partnershipId: string;
  readonly partnership: string;
  readonly note: string;
  readonly withdrawn: boolean;
  readonly markedAt: Date;
}

export const callsQuery = z.object({
  region: z
    .string()
    .regex(/^(\d{2})?$/)
    .catch('')
    .default(''),
  when: z.enum(['', 'past']).catch('').default(''),
});
export type CallsQuery = z.output<typeof callsQuery>;

export const callBody = z.object({
  title: needed(200),
  lead: needed(600),
  criteria: needed(6000),
  who: line(1000),
  titleEn: line(200),
  leadEn: line(600),
  criteriaEn: line(6000),
  whoEn: line(1000),
  amount,
  link: z
    .string()
    .trim()
    .max(500, 'too_long')
    .refine((typed) => typed === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(typed), 'url')
    .default(''),
  opensOn: day,
  closesOn: day,
  publish: z.enum(['yes', '']).default(''),
  _version: z.coerce.number().int().optional(),
});
export type CallForm = z.output<typeof callBody>;

export const interestBody = z.object({
  partnership: z.uuid('choice'),
  note: line(1000),
  withdraw: z.enum(['yes', '']).default(''),
});
