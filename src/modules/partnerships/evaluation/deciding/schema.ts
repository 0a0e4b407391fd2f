import { z } from 'zod';
import { needed } from '#kernel/forms/fields.ts';
import { evaluationParams } from '../schema.ts';

export const CONCLUSIONS = ['keep', 'change', 'spread'] as const;
export type ConclusionKind = (typeof CONCLUSIONS)[number];
export interface Conclusion {
  readonly id: string;
  readonly kind: ConclusionKind;
  readonly body: string;
}
/** An indicator here and elsewhere. All of it is typed by the partnership; nothing is put here by the system. */
export interface Comparison {
  readonly id: string;
  readonly indicator: string;
  readonly definition: string;
  readonly here: string;
  readonly other: string;
  readonly there: string;
  readonly source: string;
  readonly caveat: string;
}
export const conclusionBody = z.object({ kind: z.enum(CONCLUSIONS, 'choice'), body: needed(1000) });
export const comparisonBody = z.object({
  indicator: needed(200),
  definition: needed(1000),
  here: needed(100),
  other: needed(200),
  there: needed(100),
  source: needed(500),
  caveat: needed(1000),
});
export const decisionBody = z.object({ decision: needed(5000) });
export const removeParams = evaluationParams.extend({
  what: z.enum(['conclusions', 'comparisons']),
  line: z.uuid(),
});
export const textParams = evaluationParams.extend({ text: z.uuid() });
export const textBody = z.object({
  body: z.string().max(2000, 'too_long').default(''),
  what: z.enum(['show', 'withhold'], 'choice'),
});
