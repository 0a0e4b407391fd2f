import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import type { State } from '../../schema.ts';

export const PAGE_SIZE = 25;
export const ownQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  done: z.enum(['forgotten', 'erased']).optional(),
});

/** A question in the list of whoever asked it. */
export interface OwnQuestion {
  readonly id: string;
  readonly number: string;
  readonly state: State;
  readonly subject: string;
  readonly askedAt: Date;
  /** Until when an answer is promised; null when none is awaited. */
  readonly dueOn: LocalDate | null;
  readonly answered: boolean;
}
