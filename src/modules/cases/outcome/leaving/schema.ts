import { z } from 'zod';

export const WAYS = ['paper', 'oral', 'electronic', 'phone'] as const;
export const HOLDS = ['dispute', 'control'] as const;

export interface Withdrawal {
  /** A code of the list withdrawal. */
  readonly reason: string;
  readonly saidOn: string;
  readonly way: (typeof WAYS)[number];
  readonly note?: string;
}

export interface ArchiveState {
  readonly retainUntil: string | null;
  readonly holdReason: (typeof HOLDS)[number] | null;
}

const text = (max: number) => z.string().trim().max(max).default('');
export const withdrawBody = z.object({
  reason: z.string().min(1, 'choice').max(60),
  said_on: z.string().trim().min(1, 'required').max(40),
  way: z.enum(WAYS, 'choice'),
  note: text(2000),
});
export const archiveBody = z.object({ reason: z.string().min(1, 'choice').max(60), note: text(1000) });
export const holdBody = z.object({ hold: z.enum([...HOLDS, ''], 'choice').default('') });
export const noBody = z.object({});
