import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

export const CHANNELS = ['visit', 'phone', 'email', 'post', 'home', 'online'] as const;
export type Channel = (typeof CHANNELS)[number];

export interface Contact {
  readonly id: string;
  readonly heldOn: LocalDate;
  readonly channel: Channel;
  readonly reached: boolean;
  readonly note: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly workerName: string;
}

/** The duty of contact: when the person was last reached, and by when they must be again. */
export interface ContactDuty {
  readonly lastOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly everyDays: number;
  readonly overdue: boolean;
}

export const contactBody = z.object({
  held_on: z.string().trim().min(1).max(40),
  channel: z.enum(CHANNELS),
  reached: z.enum(['yes', 'no']),
  note: z.string().trim().max(2000).default(''),
});
