import { z } from 'zod';
import { DOCUMENT_KINDS, type Listed } from '../schema.ts';

export const searchQuery = z.object({
  q: z.string().trim().max(200).catch('').default(''),
  theme: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional()
    .catch(undefined),
  kind: z.enum(DOCUMENT_KINDS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(50).catch(1).default(1),
});
export type SearchQuery = z.output<typeof searchQuery>;
export const actParams = z.object({ act: z.string().regex(/^[a-z0-9_]{1,60}$/) });

export interface Found {
  readonly items: readonly Listed[];
  readonly more: boolean;
  /** No text has every word: these have some of them. */
  readonly loose: boolean;
}

export interface ActView {
  readonly code: string;
  readonly name: string;
  readonly journal: string;
  readonly url: string | null;
  readonly changedOn: string | null;
  readonly changedNote: string;
  readonly items: readonly Listed[];
}
