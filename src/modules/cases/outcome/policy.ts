import { allow, type Decision, deny } from '#kernel/access.ts';
import type { FieldError } from '#kernel/errors.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { CaseState, Term } from '../schema.ts';
import { type ClosedItem, kindOf, type OpenItem } from './schema.ts';

/** Transition 12: from a case that is carried out or suspended, after the final review. */
export function mayClose(state: CaseState, finalReview: boolean): Decision {
  if (state !== 'active' && state !== 'suspended') return deny('not_active');
  return finalReview ? allow : deny('no_final_review');
}
export const mayTakeBack = (state: CaseState): Decision =>
  state === 'closing' ? allow : deny('not_closing');
/** Transition 13: each partner of the case, once, while it is being closed. */
export function mayConfirm(state: CaseState, partners: readonly string[], institutionId: string): Decision {
  if (state !== 'closing') return deny('not_closing');
  return partners.includes(institutionId) ? allow : deny('nothing_to_confirm');
}

export interface OutcomeFacts {
  readonly today: LocalDate;
  readonly began: LocalDate;
  readonly finalReviewOn: LocalDate;
  readonly outcomes: readonly Term[];
  readonly evidences: readonly Term[];
  readonly progress: readonly Term[];
}
export interface OutcomeValues {
  readonly code: string;
  readonly extraCodes: readonly string[];
  readonly leftOn: LocalDate | null;
  readonly evidence: string;
  readonly startedOn: LocalDate | null;
  readonly hours: string;
  readonly months: number | null;
  readonly openEnded: boolean;
  readonly progress: readonly string[];
  readonly informedOn: LocalDate | null;
}

const MONTHS_AT_MOST = 600;

/** What is wrong with a result; codes of messages or of the texts of this part. */
export function outcomeProblems(v: OutcomeValues, f: OutcomeFacts): FieldError[] {
  const errors: FieldError[] = [];
  const add = (field: string, message: string) => errors.push({ field, message });
  const kind = kindOf(f.outcomes, v.code);
  if (!kind) add('code', 'choice');
  if (v.extraCodes.some((code) => code === v.code || !f.outcomes.some((t) => t.code === code)))
    add('extra', 'choices');
  else if (kind !== 'employment' && v.extraCodes.some((code) => kindOf(f.outcomes, code) === 'employment'))
    add('extra', 'employment_is_main');
  if (!v.leftOn) add('left_on', 'date.invalid');
  else if (v.leftOn > f.today) add('left_on', 'date.future');
  else if (v.leftOn < f.began) add('left_on', 'before_case');
  const evidence = f.evidences.find((t) => t.code === v.evidence);
  if (!evidence) add('evidence', 'choice');
  if (v.progress.some((code) => !f.progress.some((t) => t.code === code))) add('progress', 'choices');
  if (!v.informedOn) add('informed_on', 'date.invalid');
  else if (v.informedOn > f.today) add('informed_on', 'date.future');
  else if (v.informedOn < f.began) add('informed_on', 'before_case');
  if (kind === 'employment') {
    // Hard constraint 6.
    if (evidence && evidence.meta.employment !== true) add('evidence', 'employment_evidence');
    if (!v.startedOn) add('employment_started_on', 'required');
    else if (v.startedOn < f.began) add('employment_started_on', 'before_case');
    if (v.hours === '') add('employment_hours', 'choice');
    if (v.openEnded) return errors;
    if (v.months === null) add('planned_months', 'required');
    else if (!Number.isInteger(v.months)) add('planned_months', 'number.whole');
    else if (v.months < 0) add('planned_months', 'number.min');
    else if (v.months > MONTHS_AT_MOST) add('planned_months', 'number.max');
  }
  return errors;
}

/** Every open item is closed in one way or the other; one not done says why. */
export const itemProblems = (open: readonly OpenItem[], closed: readonly ClosedItem[]): FieldError[] =>
  open.flatMap(({ lineageId }) => {
    const found = closed.find((i) => i.lineageId === lineageId);
    if (!found) return [{ field: `item_${lineageId}`, message: 'choice' }];
    return found.result === 'not_done' && found.reason === ''
      ? [{ field: `reason_${lineageId}`, message: 'required' }]
      : [];
  });

export const STAGES = ['F0', 'F3', 'F6', 'F12'] as const;
