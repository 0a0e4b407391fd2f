import { z } from 'zod';
import { addDays, type LocalDate } from '#kernel/time.ts';

export const CASE_STATES = [
  'draft',
  'referred',
  'intake',
  'diagnosis',
  'planning',
  'agreed',
  'active',
  'suspended',
  'closing',
  'follow_up',
  'archived',
  'rejected',
  'withdrawn',
  'erased',
] as const;
export type CaseState = (typeof CASE_STATES)[number];

/**
 * Which state may follow which: the table of the domain handbook, section 2.4. The database holds the same table
 * (cases.transition) and refuses everything else; a test compares the two.
 */
export const TRANSITIONS: Readonly<Record<CaseState, readonly CaseState[]>> = {
  draft: ['referred', 'withdrawn'],
  // Back to draft: the sender takes the referral back before an answer.
  referred: ['intake', 'rejected', 'withdrawn', 'draft'],
  intake: ['diagnosis', 'withdrawn'],
  diagnosis: ['planning', 'withdrawn'],
  // To active: a new version of the plan was given up. To diagnosis: a new diagnosis is needed.
  planning: ['agreed', 'diagnosis', 'withdrawn', 'active', 'closing', 'suspended'],
  agreed: ['active', 'withdrawn'],
  active: ['planning', 'diagnosis', 'suspended', 'closing', 'withdrawn'],
  suspended: ['active', 'closing', 'withdrawn'],
  closing: ['follow_up', 'active'],
  follow_up: ['archived'],
  archived: ['erased'],
  rejected: ['erased'],
  withdrawn: ['archived', 'erased'],
  erased: [],
};

export const mayMove = (from: CaseState, to: CaseState): boolean => TRANSITIONS[from].includes(to);

/** What a case waits for. One code is on every case, with whom and until when. */
export const WAITS = [
  'send_referral',
  'answer_referral',
  'answer_question',
  'basis',
  'clause',
  'legal_bases',
  'partners',
  'to_diagnosis',
  'diagnosis_parts',
  'diagnosis_approval',
  'plan_draft',
  'plan_signatures',
  'person_signature',
  'start',
  'review',
  'resume',
  'outcome',
  'closing_confirmations',
  'follow_up',
  'nothing',
] as const;
export type WaitCode = (typeof WAITS)[number];

export interface Waits {
  readonly for: WaitCode;
  readonly institutionId?: string | null;
  readonly workerId?: string | null;
  readonly until?: LocalDate | null;
}

export const PARTICIPATION_ROLES = ['lead', 'co_lead', 'provider', 'referrer', 'observer'] as const;
export type ParticipationRole = (typeof PARTICIPATION_ROLES)[number];

export interface SharedCase {
  readonly id: string;
  readonly number: string;
  readonly partnershipId: string;
  readonly personId: string;
  readonly state: CaseState;
  readonly stateSince: Date;
  readonly openedAt: Date;
  readonly leadInstitutionId: string;
  readonly createdByInstitutionId: string;
  readonly coordinatorId: string | null;
  readonly officeSign: string;
  readonly intakeOn: LocalDate | null;
  readonly leftOn: LocalDate | null;
  readonly outcomeCode: string | null;
  readonly waits: Required<Waits>;
  readonly previousCaseId: string | null;
  readonly rowVersion: number;
}

/** What the frame of a case shows above every part of it. */
export interface CaseHead {
  readonly case: SharedCase;
  /** Given name and the first letter of the family name; null when the reader may not know who it is. */
  readonly person: string | null;
  readonly coordinator: string | null;
  readonly leadInstitution: string | null;
  readonly waitsInstitution: string | null;
  /** Where several institutions must act at once: all of them; otherwise empty. */
  readonly waitsSeveral: readonly string[];
  readonly waitsWorker: string | null;
  /** The reader is the one who must act. */
  readonly waitsForMe: boolean;
}

/** Days before a review in which it is what to do next; before that nothing is late and other work comes first. */
const REVIEW_NEAR = 14;

/** Whether what the case waits for is the next thing its reader has to do: then it has the one filled button. */
export const actsNow = ({ case: { waits }, waitsForMe }: CaseHead, day: LocalDate): boolean =>
  waitsForMe && (waits.for !== 'review' || waits.until === null || waits.until <= addDays(day, REVIEW_NEAR));

/** A dictionary entry in the language of the request. */
export interface Term {
  readonly code: string;
  readonly label: string;
  readonly meta: Readonly<Record<string, unknown>>;
}

export const caseParams = z.object({ id: z.uuid() });
/** Every changing form carries the version of the row it was made from. */
export const rowVersion = z.coerce.number().int().min(1);
