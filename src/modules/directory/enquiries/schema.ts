import { z } from 'zod';
import { isId, isSecret } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Upper bounds in thousands of złoty; both thresholds of the procurement law, old and new, are borders. */
export const VALUE_BANDS = ['unknown', 'to_10', 'to_50', 'to_130', 'to_170', 'to_500', 'over_500'] as const;
export type ValueBand = (typeof VALUE_BANDS)[number];
export const DECLINES = ['no_capacity', 'too_far', 'not_our_field', 'term', 'other'] as const;
export type Decline = (typeof DECLINES)[number];
export const OUTCOME_REASONS = [
  'too_expensive',
  'no_answers',
  'not_fitting',
  'cancelled',
  'in_house',
  'other',
] as const;
export type OutcomeReason = (typeof OUTCOME_REASONS)[number];
/** Letters about an enquiry: the first three to whoever asks, the others to an asked entity. */
export const LETTERS = ['confirm', 'answered', 'question', 'invite', 'replied', 'remind', 'closed'] as const;
export type LetterKind = (typeof LETTERS)[number];
export type EnquiryState = 'draft' | 'confirming' | 'sent' | 'closed' | 'stopped';

/** The key of a link: a secret from a letter or of a draft, or the id for whoever is signed in. */
const key = z.string().refine((value) => isId(value) || isSecret(value));
export const keyParams = z.object({ key });
export const questionParams = z.object({ key, question: z.string().refine(isId) });
export const idParams = z.object({ id: z.string().refine(isId) });
export const emptyBody = z.object({});

/** What a buyer needs, as it stands in the database. */
export interface Need {
  readonly category: string;
  readonly cpv: readonly string[];
  readonly subject: string;
  readonly description: string;
  readonly quantity: number | null;
  readonly quantityUnit: string;
  readonly place: string;
  readonly countyCode: string | null;
  readonly startsOn: LocalDate | null;
  readonly answerBy: LocalDate;
  readonly valueBand: ValueBand;
  readonly reservedBasis: string | null;
}
export interface Contact {
  readonly name: string;
  readonly role: string;
  readonly email: string;
  readonly phone: string;
}
export interface Enquiry extends Need {
  readonly id: string;
  readonly state: EnquiryState;
  readonly sentAt: Date | null;
  readonly closedAt: Date | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly wanted: readonly string[];
  readonly institutionId: string | null;
  readonly lang: 'pl' | 'en';
  readonly outcome: 'chosen' | 'none' | null;
  readonly outcomeReason: OutcomeReason | null;
  readonly outcomeNote: string;
  readonly chosenId: string | null;
  /** Null once erased. */
  readonly contact: Contact | null;
  /** The category in the reader's language. */
  readonly categoryName: string;
}
/** One question, and who asked it where the reader may know. */
export interface Question {
  readonly id: string;
  readonly body: string;
  readonly askedAt: Date;
  readonly answer: string;
  readonly answeredAt: Date | null;
}
export interface Answer {
  readonly kind: 'quote' | 'decline';
  /** Grosze, for all or for one unit. */
  readonly price: number | null;
  readonly priceBasis: 'total' | 'unit';
  readonly validUntil: LocalDate | null;
  readonly body: string;
  readonly declineReason: Decline | null;
  readonly answeredAt: Date;
}

/** Answers are taken to the end of the day; the state does not change for that. */
export const isExpired = (enquiry: Pick<Enquiry, 'state' | 'answerBy'>, today: LocalDate): boolean =>
  enquiry.state === 'sent' && enquiry.answerBy < today;

/** What a quote comes to in all and for one unit, in grosze; null where nobody can say. */
export function costs(
  answer: Pick<Answer, 'price' | 'priceBasis'>,
  quantity: number | null,
): { readonly total: number | null; readonly unit: number | null } {
  const { price, priceBasis } = answer;
  if (price === null) return { total: null, unit: null };
  if (priceBasis === 'unit') return { unit: price, total: quantity === null ? null : price * quantity };
  return { total: price, unit: quantity === null ? null : Math.round(price / quantity) };
}
