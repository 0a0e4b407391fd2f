import { z } from 'zod';
import { isId } from '#kernel/ids.ts';

export const READINGS = ['open', 'members'] as const;
export const JOININGS = ['anybody', 'invited'] as const;

export interface Group {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly reading: (typeof READINGS)[number];
  readonly joining: (typeof JOININGS)[number];
  readonly closed: boolean;
  readonly belongs: boolean;
  readonly keeps: boolean;
  readonly digest: boolean;
}
export interface ListedGroup extends Group {
  /** Null for whoever may not read it. */
  readonly lastAt: Date | null;
}
export interface Member {
  readonly name: string;
  readonly institution: string;
  readonly institutionType: string;
  readonly keeper: boolean;
}

export const foundBody = z.object({
  name: z.string().trim().min(1, 'required').max(120, 'too_long'),
  description: z.string().trim().min(1, 'required').max(2000, 'too_long'),
  reading: z.enum(READINGS, 'choice'),
  joining: z.enum(JOININGS, 'choice'),
});
export type FoundBody = z.output<typeof foundBody>;
export const inviteBody = z.object({ email: z.email('email').max(254) });
export const digestBody = z.object({ digest: z.enum(['yes', 'no']) });
export const groupQuery = z.object({
  q: z.string().trim().max(200).default(''),
  page: z.coerce.number().int().min(1).max(1000).default(1),
  done: z.enum(['joined', 'left', 'invited', 'digest']).optional(),
});
export type GroupQuery = z.output<typeof groupQuery>;
export const idParams = z.object({ id: z.string().refine(isId) });
export const groupPath = (id: string): string => `/groups/${id}`;
