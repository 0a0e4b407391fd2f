import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { type PersonInput, personFields } from '../../person/schema.ts';

/** Somebody already in the partnership (their id), or somebody to register. */
export type WhoInput = { readonly existing: string } | { readonly register: PersonInput };

export interface ReferInput {
  readonly partnershipId: string;
  readonly recipientId: string;
  readonly who: WhoInput;
  /** Codes of the dictionary "need". */
  readonly needs: readonly string[];
  readonly urgent: boolean;
  /** 10–600 characters; a recipient without a statutory basis must not learn from it who it is. */
  readonly reason: string;
  readonly informedOn: LocalDate | null;
  /** Code of the dictionary "informed_form". */
  readonly informedForm: string;
  /** The sender's own file sign. */
  readonly officeSign: string;
  /** A basis of `basisChoices`; needed only from institutions whose basis no law decides. */
  readonly basisCode?: string;
  /** The referral that this one replaces. */
  readonly previousId?: string | null;
}

/** What a referral says apart from the person. */
export type Content = Pick<
  ReferInput,
  'recipientId' | 'needs' | 'urgent' | 'reason' | 'informedOn' | 'informedForm'
>;

/** An invitation of a further institution to a case that is under way. */
export type ServiceInput = Content & { readonly caseId: string; readonly previousId?: string | null };

export interface Sent {
  readonly referralId: string;
  readonly caseId: string;
  readonly number: string;
  readonly dueOn: LocalDate;
}

const codes = z
  .union([
    z.array(z.string().max(60)),
    z
      .string()
      .max(60)
      .transform((c) => (c === '' ? [] : [c])),
  ])
  .default([]);
const text = (max: number) => z.string().trim().max(max, 'too_long').default('');
const optionalId = z.union([z.uuid(), z.literal('')]).default('');

const contentFields = {
  needs: codes,
  urgent: z.enum(['yes', '']).default(''),
  recipient: z.union([z.uuid(), z.literal('')], 'choice').default(''),
  reason: text(2000),
  informed_on: text(40),
  informed_form: text(40),
  previous: optionalId,
  draft: optionalId,
};

export const referBody = z.object({
  ...personFields,
  ...contentFields,
  partnership: optionalId,
  /** Empty while nobody decided, "new", or the id of a person already known. */
  person: z.union([z.uuid(), z.enum(['', 'new'])], 'choice').default(''),
  office_sign: text(60),
  basis: text(40),
});
export type ReferForm = z.output<typeof referBody>;

export const serviceBody = z.object(contentFields);
export const serviceParams = z.object({ id: z.uuid() });

/** What is being typed is kept as it is, whatever it is. */
export const draftBody = z.looseObject({ draft: z.uuid() });
export const draftOnly = z.object({ draft: z.uuid() });
export const newQuery = z.object({
  draft: z.uuid().optional(),
  /** Send elsewhere: begin with what this referral said. */
  from: z.uuid().optional(),
  checked: z.enum(['1']).optional(),
  /** Show what the public base knows nearby. */
  near: z.enum(['1']).optional(),
});
/** A recipient picked from what is nearby; none when only the list was asked for. */
export const nearBody = z.looseObject({ draft: z.uuid(), choose: optionalId });
