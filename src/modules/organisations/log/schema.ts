import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import type { Place } from '../schema.ts';

export const KINDS = ['view', 'change', 'export'] as const;
export type Kind = (typeof KINDS)[number];

export const logQuery = z.object({
  from: z.string().trim().max(40).optional(),
  to: z.string().trim().max(40).optional(),
  worker: z.uuid().optional(),
  kind: z.enum(KINDS).optional(),
  number: z.string().trim().max(40).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type LogQuery = z.output<typeof logQuery>;

export const PAGE_SIZE = 50;
export const DEFAULT_DAYS = 30;
export const MAX_EXPORT = 20_000;

/** One entry as the officer reads it. Whose data they were is not shown: the officer supervises workers, not persons. */
export interface LogLine {
  readonly id: string;
  readonly at: Date;
  readonly worker: string | null;
  /** In words; a code only when it has none. */
  readonly action: string;
  readonly objectType: string;
  readonly classes: readonly string[];
  readonly purpose: string;
  readonly requestId: string;
  /** The object, only when the log was searched by the number of a case. */
  readonly objectId: string | null;
}

export interface LogView {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly rows: readonly LogLine[];
  readonly total: number;
  readonly workers: readonly Place[];
  /** The case searched for does not exist or left no entry here: both look the same. */
  readonly searched: boolean;
  readonly byNumber: boolean;
}
