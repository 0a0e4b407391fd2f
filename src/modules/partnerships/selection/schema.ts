import { z } from 'zod';
import { day, line, needed, whole } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Partnership, Waiting } from '../schema.ts';

export const SELECTION_STATES = ['draft', 'proposed', 'in_force', 'superseded'] as const;
export type SelectionState = (typeof SELECTION_STATES)[number];
export const KINDS = ['condition', 'ground'] as const;
export type CriterionKind = (typeof KINDS)[number];

/** One version of how a partnership chooses whom it helps. */
export interface Selection {
  readonly id: string;
  readonly version: number;
  readonly state: SelectionState;
  readonly who: string;
  readonly basis: string;
  readonly choosing: string;
  readonly orderWords: string;
  readonly appeal: string;
  readonly changeNote: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly rowVersion: number;
}

/** A condition to be met, or a ground to go first; the position of a ground is its rank in the queue. */
export interface Criterion {
  readonly id: string;
  readonly kind: CriterionKind;
  readonly position: number;
  readonly name: string;
  readonly basis: string;
  readonly checking: string;
  readonly rowVersion: number;
}

export interface Consent {
  readonly institutionId: string;
  readonly institution: string;
  readonly worker: string;
  readonly agreedOn: LocalDate;
}

/** A version with its criteria and who agreed to it; `missing` are members of today who have not. */
export interface Version {
  readonly selection: Selection;
  readonly criteria: readonly Criterion[];
  readonly consents: readonly Consent[];
  readonly missing: readonly { readonly id: string; readonly name: string }[];
}

/** A service with places that people wait for. */
export interface Service {
  readonly id: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly name: string;
  readonly description: string;
  readonly places: number;
  readonly free: number;
  readonly freeOn: LocalDate;
  readonly validTo: LocalDate | null;
  readonly rowVersion: number;
}

export interface SelectionView {
  readonly partnership: Partnership;
  readonly inForce: Version | null;
  /** The one being written or agreed on. */
  readonly open: Version | null;
  readonly past: readonly Selection[];
  readonly services: readonly (Service & { readonly waiting: Waiting | null })[];
  readonly coordinates: boolean;
  readonly represents: boolean;
  /** Whether the reader may look at people who wait, as far as their cases are theirs. */
  readonly seesPeople: boolean;
  readonly institutionId: string;
}

const long = line(4000);
const version = { _version: z.coerce.number().int().optional() };
export const versionParams = z.object({ id: z.uuid(), versionId: z.uuid() });
export const criterionParams = z.object({ id: z.uuid(), criterionId: z.uuid() });
export const serviceParams = z.object({ id: z.uuid(), serviceId: z.uuid() });
export const selectionBody = z.object({
  who: needed(4000),
  basis: needed(4000),
  choosing: needed(4000),
  orderWords: needed(4000),
  appeal: long,
  changeNote: line(1000),
  ...version,
});
export const criterionBody = z.object({
  kind: z.enum(KINDS, 'choice'),
  position: whole(99, 1),
  name: needed(300),
  basis: line(500),
  checking: needed(1000),
  ...version,
});
export const inForceBody = z.object({ from: day });
const must = <T>(value: z.ZodType<T | null>) =>
  value.transform((found, issues): T => {
    if (found !== null) return found;
    issues.addIssue({ code: 'custom', message: 'required' });
    return z.NEVER;
  });
export const serviceBody = z.object({
  name: needed(),
  description: long,
  places: must(whole(10000)),
  free: must(whole(10000)),
  ended: z.string().optional(),
  ...version,
});
export type SelectionForm = z.output<typeof selectionBody>;
export type CriterionForm = z.output<typeof criterionBody>;
export type ServiceForm = z.output<typeof serviceBody>;
