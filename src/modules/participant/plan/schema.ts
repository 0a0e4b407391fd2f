import { z } from 'zod';
import type { Plan, VersionRow } from '#modules/cases/plan/api.ts';

export const planQuery = z.object({
  easy: z.literal('1').optional(),
  done: z.enum(['signed', 'agreed']).optional(),
});
export const versionParams = z.object({ version: z.coerce.number().int().min(1).max(10_000) });
export const SIGN_STEPS = ['read', 'understand', 'sign'] as const;
export type SignStep = (typeof SIGN_STEPS)[number];
export const signQuery = z.object({ step: z.enum(SIGN_STEPS).default('read') });
export const signBody = z.object({
  plan: z.uuid(),
  /** The text the person read; another one needs to be read again. */
  text: z.string().max(200),
  agree: z.literal('yes', 'confirm'),
  name: z.string().trim().min(1, 'required').max(200),
});
export type SignBody = z.output<typeof signBody>;

/** What the person sees of their plan. */
export interface OwnPlan {
  /** The version in force; null before everybody has signed one. */
  readonly current: Plan | null;
  /** The version that is being signed. */
  readonly signing: {
    readonly plan: Plan;
    readonly mine: boolean;
    readonly missing: readonly string[];
  } | null;
  readonly versions: readonly VersionRow[];
}
