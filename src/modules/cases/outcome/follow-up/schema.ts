import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { caseParams } from '../../schema.ts';

export const STAGES = ['F0', 'F3', 'F6', 'F12'] as const;
export type Stage = (typeof STAGES)[number];
export const INCOME_CHANGES = ['better', 'same', 'worse', 'unknown'] as const;
/** "Unreachable" needs so many tries, on so many channels (domain handbook, section 2.4). */
export const TRIES = 3;
export const CHANNELS = 2;

export interface ContactTry {
  readonly triedOn: LocalDate;
  readonly channel: string;
}
export interface FollowUp {
  readonly id: string;
  readonly stage: Stage;
  readonly opensOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly doneOn: LocalDate | null;
  readonly result: 'reached' | 'unreachable' | 'missed' | null;
  readonly channel: string | null;
  readonly informant: string | null;
  readonly employmentStatus: string | null;
  readonly employmentKind: string | null;
  readonly sameJob: boolean | null;
  readonly incomeChange: string | null;
  readonly needsHelp: boolean | null;
  readonly note: string;
  readonly rowVersion: number;
  readonly tries: readonly ContactTry[];
}

export interface NewFollowUp {
  readonly stage: Stage;
  readonly doneOn: string;
  readonly channel: string;
  readonly informant: string;
  readonly employmentStatus: string;
  readonly employmentKind?: string;
  readonly sameJob?: 'yes' | 'no' | '';
  readonly incomeChange: (typeof INCOME_CHANGES)[number];
  readonly needsHelp: boolean;
  readonly note?: string;
}
export interface NewTry {
  readonly stage: Stage;
  readonly triedOn: string;
  readonly channel: string;
}

export const stageParams = caseParams.extend({ stage: z.enum(STAGES) });
const day = z.string().trim().min(1, 'required').max(40);
const code = z.string().min(1, 'choice').max(60);
export const followUpBody = z.object({
  done_on: day,
  channel: code,
  informant: code,
  employment_status: code,
  employment_kind: z.string().max(60).default(''),
  same_job: z.enum(['yes', 'no', ''], 'choice').default(''),
  income_change: z.enum(INCOME_CHANGES, 'choice'),
  needs_help: z.enum(['yes', 'no'], 'choice'),
  note: z.string().trim().max(2000).default(''),
});
export const tryBody = z.object({ tried_on: day, channel: code });
export const noBody = z.object({});
