import { z } from 'zod';

export const MAX_MESSAGE = 2000;
export const ABOUT = ['other', 'plan', 'correction'] as const;
export type About = (typeof ABOUT)[number];

export interface Message {
  readonly id: string;
  readonly sender: 'participant' | 'worker';
  /** The worker who wrote it; null for the person. */
  readonly workerName: string | null;
  readonly institutionName: string | null;
  readonly about: About;
  readonly body: string;
  readonly sentAt: Date;
  readonly toConfirm: boolean;
  /** When the other side said they had read it. */
  readonly confirmedAt: Date | null;
}

const body = z.string().trim().min(1, 'required').max(MAX_MESSAGE, 'too_long');
export const aboutQuery = z.object({ about: z.enum(ABOUT).optional() });
export const messageBody = z.object({ body, about: z.enum(ABOUT).catch('other') });
export const answerBody = z.object({ body, to_confirm: z.literal('yes').optional() });
