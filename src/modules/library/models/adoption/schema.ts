import { z } from 'zod';
import { day, line, maybe } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import { slug } from '../../schema.ts';

export const ADOPTION_STATES = ['preparing', 'running', 'ended'] as const;
export type AdoptionState = (typeof ADOPTION_STATES)[number];
export const AUDIT_RESULTS = ['passed', 'conditions', 'failed'] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

/** Who uses a model. Whoever did not agree to be named is a county and a day. */
export interface Adopter {
  readonly id: string;
  readonly modelSlug: string;
  readonly countyCode: string;
  readonly county: string;
  readonly since: LocalDate;
  readonly state: AdoptionState;
  readonly franchise: boolean;
  readonly entity: { readonly id: string; readonly name: string; readonly named: boolean } | null;
}
export interface Audit {
  readonly id: string;
  readonly adopterId: string;
  readonly on: LocalDate;
  readonly result: AuditResult;
  readonly note: string;
}

export const adoptersQuery = z.object({ model: slug.optional().catch(undefined) });
export const adopterParams = z.object({ slug, id: z.string().refine(isId) });

const ticked = z
  .string()
  .max(3)
  .default('')
  .transform((value) => value === 'yes');
export const adopterBody = z.object({
  entity: line(300),
  named: ticked,
  county: z.union([z.literal(''), z.string().regex(/^\d{4}$/, 'choice')]).default(''),
  since: day,
  state: maybe(ADOPTION_STATES),
  franchise: ticked,
});
export type AdopterForm = z.output<typeof adopterBody>;
export const stateBody = z.object({ state: z.enum([...ADOPTION_STATES, 'remove']) });
export const auditBody = z.object({
  adopter: z.union([z.literal(''), z.string().refine(isId)]).default(''),
  on: day,
  result: maybe(AUDIT_RESULTS),
  note: line(1000),
});
export type AuditForm = z.output<typeof auditBody>;
