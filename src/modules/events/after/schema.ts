import { z } from 'zod';

/** What is asked after an event, each from one (not at all) to five (very). */
export const QUESTIONS = ['useful', 'organised', 'accessible', 'intend'] as const;
export type Question = (typeof QUESTIONS)[number];

const mark = z.coerce.number('choice').int('choice').min(1, 'choice').max(5, 'choice');
export const evaluationBody = z.object({
  useful: mark,
  organised: mark,
  accessible: mark,
  intend: mark,
  comment: z.string().trim().max(2000, 'too_long').default(''),
});
export type EvaluationForm = z.output<typeof evaluationBody>;

export const CERTIFICATE_CODE = 12;
/** As it stands on paper: lower case, hyphens and spaces mean nothing. */
export const codeQuery = z.object({
  code: z
    .string()
    .max(40)
    .transform((typed) => typed.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .default(''),
});

export interface Certificate {
  readonly number: string;
  readonly code: string;
  readonly issuedOn: string;
  readonly dates: number;
  readonly hours: number | null;
}
/** What anybody learns from a number: of what, when and how long, never whose. */
export interface Verified extends Omit<Certificate, 'code'> {
  readonly titlePl: string;
  readonly titleEn: string;
  readonly institutionName: string;
}
export interface Results {
  readonly answers: number;
  readonly marks: Readonly<Record<Question, number>>;
  readonly comments: readonly string[];
}
