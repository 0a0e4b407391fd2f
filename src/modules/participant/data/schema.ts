import { z } from 'zod';
import type { DataClass, Purpose } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';

export const KINDS = ['seen', 'changed', 'taken'] as const;
export type LookKind = (typeof KINDS)[number];
/** What may be changed, in the words a person knows; whatever else is changed is „the case”. */
export const OBJECTS = [
  'person',
  'referral',
  'clause',
  'consent',
  'diagnosis',
  'plan',
  'session',
  'review',
  'outcome',
  'message',
  'emergency',
  'case',
] as const;
export type LookObject = (typeof OBJECTS)[number];
export const PAGE_SIZE = 25;

/** What one worker did with the data on one day, for one purpose. */
export interface Look {
  readonly day: LocalDate;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly workerName: string | null;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly kind: LookKind;
  readonly purpose: Purpose;
  readonly classes: readonly DataClass[];
  readonly objects: readonly LookObject[];
  /** Seen in an emergency, without the usual right. */
  readonly emergency: boolean;
}

export interface LookFilter {
  readonly institution?: string | undefined;
  readonly kind?: LookKind | undefined;
  readonly from?: LocalDate | null | undefined;
  readonly to?: LocalDate | null | undefined;
}

/** What an institution may see now, and why. */
export interface Right {
  readonly institutionName: string;
  readonly institutionType: string;
  readonly classes: readonly DataClass[];
  /** An article of law; null where it is the person's own consent. */
  readonly article: string | null;
  readonly consentId: string | null;
  readonly until: Date | null;
}

const day = z.string().trim().max(40).optional();
export const dataQuery = z.object({
  institution: z
    .uuid()
    .optional()
    .or(z.literal('').transform(() => undefined)),
  kind: z
    .enum(KINDS)
    .optional()
    .or(z.literal('').transform(() => undefined)),
  from: day,
  to: day,
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type DataQuery = z.output<typeof dataQuery>;
