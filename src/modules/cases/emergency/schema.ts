import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

export const VERDICTS = ['justified', 'unjustified', 'training'] as const;
export type Verdict = (typeof VERDICTS)[number];
export const MIN_WORDS = 20;

/** One emergency access, as those see it whom it concerns; nothing of the person. */
export interface Emergency {
  readonly id: string;
  readonly caseId: string;
  readonly personId: string;
  readonly caseNumber: string;
  readonly workerName: string;
  readonly institutionName: string;
  readonly reason: string;
  readonly justification: string;
  readonly from: Date;
  readonly to: Date;
  readonly reviewDue: LocalDate;
  readonly review: {
    readonly at: Date;
    readonly by: string;
    readonly verdict: Verdict;
    readonly note: string;
  } | null;
  /** Whom to talk to: the coordinator, and the institution that leads with its telephone. */
  readonly contact: { readonly name: string | null; readonly institution: string; readonly phone: string };
  readonly own: boolean;
  /** The reader coordinates the case. */
  readonly coordinates: boolean;
  /** The reader opened it and may still read. */
  readonly open: boolean;
  /** It waits for the review of the reader. */
  readonly toReview: boolean;
}

export interface Figures {
  readonly year: number;
  readonly opened: number;
  readonly justified: number;
  readonly unjustified: number;
  readonly training: number;
  readonly waiting: number;
  readonly late: number;
}

const short = (max: number) => z.string().trim().max(max, 'too_long').default('');
export const openBody = z.object({
  partnership: z.uuid('choice'),
  identifier: short(40),
  family_name: short(120),
  given_name: short(80),
  birth_date: short(40),
  reason: z.string().min(1, 'choice').max(40, 'choice'),
  justification: z.string().trim().max(2000, 'too_long').default(''),
});
export type OpenBody = z.output<typeof openBody>;
export const emergencyParams = z.object({ id: z.uuid() });
export const reviewBody = z.object({
  verdict: z.enum(VERDICTS, 'choice'),
  note: z.string().trim().max(2000, 'too_long').default(''),
});
export const noBody = z.object({});
