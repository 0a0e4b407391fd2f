import { z } from 'zod';
import { needed } from '#kernel/forms/fields.ts';
import type { Term } from '../schema.ts';

/** A question put to the network: its words and answers are a topic of a group. */
export interface Question {
  readonly topicId: string;
  readonly title: string;
  readonly answers: number;
  readonly solved: boolean;
  readonly lastAt: Date;
  readonly term: Term;
  readonly partnership: string | null;
  readonly practice: { readonly path: string; readonly title: string } | null;
  /** The reader may say which practice answers it. */
  readonly links: boolean;
}

export const questionsQuery = z.object({
  term: z
    .string()
    .regex(/^[a-z0-9_]*$/)
    .catch('')
    .default(''),
});
export const questionBody = z.object({
  group: z.uuid('choice'),
  term: z.string().regex(/^[a-z0-9_]+$/, 'choice'),
  title: needed(120),
  body: needed(5000),
  personal: z.literal('yes').optional(),
});
export type QuestionForm = z.output<typeof questionBody>;
export const topicParams = z.object({ topic: z.uuid() });
export const practiceBody = z.object({ practice: z.union([z.literal(''), z.uuid('choice')]).default('') });
