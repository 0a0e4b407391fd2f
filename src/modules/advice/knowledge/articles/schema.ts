import { z } from 'zod';
import { day, line, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Contributed } from '#modules/library/contributing/api.ts';
import type { FindingKind } from '../detecting/schema.ts';

export const idParams = z.object({ id: z.string().refine(isId) });
export const emptyBody = z.object({});
const code = z
  .string()
  .regex(/^[a-z0-9_]{0,60}$/, 'choice')
  .default('');

/** How many acts of law an article names in its form. */
export const ACTS = [1, 2, 3] as const;
export const articleBody = z.object({
  _version: z.coerce.number().int().optional(),
  title: needed(200),
  lead: line(1000),
  body: needed(60_000),
  legal_state_on: day,
  review_by: day,
  theme: code,
  act_1: code,
  act_2: code,
  act_3: code,
  articles_1: line(200),
  articles_2: line(200),
  articles_3: line(200),
  step: z.enum(['hand']).optional().catch(undefined),
});
export type ArticleForm = z.output<typeof articleBody>;

/** Fields named `d.<id>` with the decision and `r.<id>` with the reason. */
export const decideBody = z.looseObject({});

export interface Article {
  readonly id: string;
  readonly deskId: string;
  readonly questionId: string | null;
  readonly questionNumber: string | null;
  readonly topicCode: string | null;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly legalStateOn: LocalDate | null;
  readonly reviewBy: LocalDate | null;
  readonly theme: string | null;
  readonly acts: readonly { readonly act: string; readonly articles: string }[];
  readonly state: 'writing' | 'handed';
  readonly documentId: string | null;
  readonly authors: readonly string[];
  readonly updatedAt: Date;
  readonly rowVersion: number;
}

export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  /** What was found; empty when it was taken out and forgotten. */
  readonly said: string;
  readonly instead: string;
  readonly decision: 'removed' | 'kept' | null;
  readonly reason: string;
}

/** A stretch of a text, marked when it may tell of a person. */
export interface Stretch {
  readonly text: string;
  readonly kind: FindingKind | null;
}

/** Where an article stands, for lists. */
export const STANDS = ['writing', 'proposed', 'returned', 'published', 'review'] as const;
export type Stand = (typeof STANDS)[number];
export interface ArticleLine {
  readonly id: string;
  readonly title: string;
  readonly stand: Stand;
  readonly open: number;
  readonly updatedAt: Date;
  readonly contributed: Contributed | null;
  /** The actor wrote in it. */
  readonly mine: boolean;
  /** Waits for the actor to approve it. */
  readonly waitsForMe: boolean;
}
