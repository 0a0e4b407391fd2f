import { z } from 'zod';
import { line, ticked } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

export const INVITATION_STATES = ['sent', 'accepted', 'declined', 'withdrawn'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

export interface Invitation {
  readonly id: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly invitedBy: string;
  readonly word: string;
  readonly sentOn: LocalDate;
  readonly state: InvitationState;
  /** The answer came on paper and the coordinator wrote it down. */
  readonly onPaper: boolean;
  readonly answer: string;
  readonly answeredOn: LocalDate | null;
  /** Nobody there can answer in the system. */
  readonly silent: boolean;
}

export interface Invitable {
  readonly id: string;
  readonly name: string;
  readonly type: string;
}

export const inviteBody = z.object({ institution: ticked, word: line(2000) });
export const answerBody = z.object({
  answer: z.enum(['accepted', 'declined'], 'choice'),
  word: line(2000),
});
export const invitationParams = z.object({ id: z.uuid(), invitation: z.uuid() });

/** The steps from the first talk to common work, and what the next one waits for. */
export const STAGES = ['initiative', 'negotiation', 'agreement_signed', 'operating'] as const;
export type NextStep =
  | 'invite'
  | 'answers'
  | 'start'
  | 'draft'
  | 'remarks'
  | 'open'
  | 'sign'
  | 'needs'
  | 'inForce'
  | 'work'
  | 'resume'
  | 'none';
export interface StageView {
  readonly partnershipId: string;
  /** Place in STAGES; 3 also for a suspended one. */
  readonly current: number;
  readonly next: NextStep;
  /** Institutions, people or parts the step waits for; empty when it waits for the coordinator alone. */
  readonly who: readonly string[];
  readonly version: number | null;
  readonly count: number;
  /** Whether the reader is the one to act. */
  readonly mine: boolean;
}

/** Where the next step is done. */
export function addressOf({ partnershipId, next, version }: StageView): string {
  const base = `/partnerships/${partnershipId}`;
  const at = `${base}/agreements/${version}`;
  const addresses: Readonly<Record<StageView['next'], string>> = {
    invite: `${base}/invitations`,
    answers: `${base}/invitations`,
    start: `${base}/agreements/new`,
    draft: `${at}/edit`,
    remarks: `${at}/edit`,
    open: `${at}/open`,
    sign: `${at}#signatures`,
    needs: `${base}#readiness`,
    inForce: at,
    work: `${base}/plan`,
    resume: base,
    none: `${base}/agreements`,
  };
  return addresses[next];
}
