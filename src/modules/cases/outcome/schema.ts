import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { rowVersion, type Term } from '../schema.ts';

export const HOURS = ['full', 'half_or_more', 'under_half'] as const;
export type Hours = (typeof HOURS)[number];
/** A job without an agreed end, or with one. */
export const TERMS = ['open_ended', 'fixed'] as const;
export const EVALUATIONS = ['asked', 'refused', 'not_possible'] as const;
/** What a result counts as: the meta.kind of the list outcome. */
export const OUTCOME_KINDS = ['employment', 'progress', 'drop_out', 'neutral'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** An item of the plan that was still open, and how it is closed. */
export interface ClosedItem {
  readonly lineageId: string;
  readonly result: 'done' | 'not_done';
  readonly reason: string;
}

export interface NewOutcome {
  readonly code: string;
  readonly extraCodes?: readonly string[];
  readonly leftOn: string;
  readonly evidence: string;
  readonly employmentStartedOn?: string;
  readonly employmentHours?: Hours | '';
  readonly plannedMonths?: string;
  /** The job has no end agreed; then there are no planned months. */
  readonly openEnded?: boolean;
  readonly progress?: readonly string[];
  readonly informedOn: string;
  readonly evaluation: (typeof EVALUATIONS)[number];
  readonly note?: string;
  readonly items?: readonly ClosedItem[];
  readonly version?: number;
}

export interface Outcome {
  readonly code: string;
  readonly extraCodes: readonly string[];
  readonly leftOn: LocalDate;
  readonly evidence: string;
  readonly employmentStartedOn: LocalDate | null;
  readonly employmentHours: string;
  readonly plannedMonths: number | null;
  readonly openEnded: boolean;
  readonly progress: readonly string[];
  readonly informedOn: LocalDate;
  readonly evaluation: string;
  readonly note: string;
  readonly recordedAt: Date;
}

export interface OpenItem {
  readonly lineageId: string;
  readonly serviceLabel: string;
  readonly institutionName: string;
}
export interface Unconfirmed {
  readonly institutionId: string;
  readonly name: string;
  readonly type: string;
}

const text = (max: number) => z.string().trim().max(max).default('');
const codes = z.union([z.array(z.string()), z.string().transform((s) => (s === '' ? [] : [s]))]).default([]);

export const outcomeBody = z
  .object({
    code: z.string().min(1, 'choice').max(40),
    extra: codes,
    left_on: z.string().trim().min(1, 'required').max(40),
    evidence: z.string().min(1, 'choice').max(40),
    employment_started_on: text(40),
    employment_hours: z.union([z.enum(HOURS), z.literal('')], 'choice').default(''),
    employment_term: z.union([z.enum(TERMS), z.literal('')], 'choice').default(''),
    planned_months: text(4),
    /** Another kind of result is wanted: the form comes back with its fields, nothing is recorded. */
    choose: z.string().optional(),
    progress: codes,
    informed_on: z.string().trim().min(1, 'required').max(40),
    evaluation: z.enum(EVALUATIONS, 'choice'),
    note: text(2000),
    _version: rowVersion,
  })
  .loose();
export const kindQuery = z.object({ kind: z.enum(OUTCOME_KINDS).optional() });
export const versionBody = z.object({ _version: rowVersion });
export const noBody = z.object({});

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
const ITEM = new RegExp(`^item_(${UUID})$`);

/** How the open items are closed: `item_<lineage>` with `reason_<lineage>`. */
export function readItems(values: Readonly<Record<string, unknown>>): ClosedItem[] {
  return Object.entries(values).flatMap(([name, value]) => {
    const lineageId = ITEM.exec(name)?.[1];
    if (!lineageId || (value !== 'done' && value !== 'not_done')) return [];
    const reason = values[`reason_${lineageId}`];
    return [
      { lineageId, result: value, reason: typeof reason === 'string' ? reason.trim().slice(0, 1000) : '' },
    ];
  });
}

/** The kind of an outcome by its code; null when there is no such code. */
export const kindOf = (outcomes: readonly Term[], code: string): OutcomeKind | null => {
  const kind = outcomes.find((t) => t.code === code)?.meta.kind;
  return OUTCOME_KINDS.find((k) => k === kind) ?? null;
};

/** What may stand beside the main result: progress, and a further job where the main one is a job. */
export const extrasFor = (outcomes: readonly Term[], kind: OutcomeKind): Term[] =>
  outcomes.filter((t) => t.meta.kind === 'progress' || (kind === 'employment' && t.meta.kind === kind));
