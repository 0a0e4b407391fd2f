import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

/** States of a case that a participant is told of, each with a sentence of its own. */
export const TOLD_STATES = [
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
] as const;
export type ToldState = (typeof TOLD_STATES)[number];

/** Whom the person writes to. */
export interface Coordinator {
  readonly name: string;
  /** Who acts while the coordinator is away; null when nobody has to. */
  readonly standIn: string | null;
  /** Where a notice goes; never shown. */
  readonly email: string;
  readonly institutionName: string;
  readonly institutionPhone: string;
}

/** The participant's window: the case it looks at, the person, and who coordinates. */
export interface Window {
  readonly caseId: string;
  readonly personId: string;
  readonly state: ToldState;
  readonly leadInstitutionId: string;
  readonly givenName: string;
  readonly fullName: string;
  readonly birthDate: LocalDate | null;
  readonly address: string;
  readonly phone: string;
  readonly email: string;
  readonly coordinator: Coordinator | null;
}

/** An information clause the person received. */
export interface GivenClause {
  readonly id: string;
  readonly version: string;
  readonly givenOn: LocalDate;
  readonly form: string;
  readonly institutionName: string;
  readonly confirmedAt: Date | null;
  /** Only what came by this window asks to be confirmed here: on paper the person has signed already. */
  readonly toConfirm: boolean;
}

export const idParams = z.object({ id: z.uuid() });
/** What a redirect says has just been done. */
export const doneQuery = z.object({
  done: z.enum(['signed', 'agreed', 'sent', 'confirmed', 'withdrawn']).optional(),
});
export type Done = z.output<typeof doneQuery>['done'];

/** What every page of the window asks for. */
export const OWN = { permission: 'participant.window', purpose: 'P5', personal: true } as const;
export const emptyBody = z.object({});
