import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { needed } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

/**
 * Evaluation of a partnership by its partners, its workers and the people it serves. The questionnaires are kept simple
 * here, a question bank as data and one page of answers; they move to the common survey engine when it comes.
 */
export const AUDIENCES = ['partner', 'worker', 'participant'] as const;
export type Audience = (typeof AUDIENCES)[number];
export const isAudience = (value: unknown): value is Audience => AUDIENCES.some((each) => each === value);

export type EvaluationState = 'open' | 'closed' | 'decided';

/** From this many answers on an audience has results. */
export const LEAST = 5;

export interface Evaluation {
  readonly id: string;
  readonly partnershipId: string;
  readonly title: string;
  readonly state: EvaluationState;
  readonly openedOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly decision: string;
  readonly decidedOn: LocalDate | null;
  readonly rowVersion: number;
}

/** How many of an audience were invited, answered, and had their paper typed in. */
export interface Turnout {
  readonly audience: Audience;
  readonly issued: number;
  readonly answered: number;
  readonly byHand: number;
}

export const AREAS = ['effectiveness', 'innovation', 'spread'] as const;
export type Area = (typeof AREAS)[number];
export type QuestionKind = 'scale' | 'yes_no' | 'choice' | 'text';

export interface Option {
  readonly value: string;
  readonly label: string;
}
/** A question of the bank in the reader's language, with the answers it takes. */
export interface Question {
  readonly code: string;
  readonly audience: Audience;
  readonly area: Area;
  readonly kind: QuestionKind;
  readonly words: string;
  readonly options: readonly Option[];
}

export const evaluationParams = z.object({ id: z.uuid(), round: z.uuid() });
export const openBody = z.object({
  title: needed(200),
  closes: needed(40).transform((typed, issues) => {
    const date = parseDate(typed);
    if (date !== null) return date;
    issues.addIssue({ code: 'custom', message: 'date.invalid' });
    return z.NEVER;
  }),
});
