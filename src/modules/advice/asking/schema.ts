import { z } from 'zod';
import { email, line, maybe } from '#kernel/forms/fields.ts';
import { guestFields, tokenParams } from '#kernel/forms/guest.ts';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { State } from '../schema.ts';

export const WORDS_MAX = 5000;
export const FILES_MAX = 3;

/** A code of a dictionary, or nothing; the database knows which there are. */
const code = line(60).transform((typed) => (typed === '' ? null : typed));
const words = z.string().trim().min(1, 'required').max(WORDS_MAX, 'too_long');

export const askQuery = z.object({
  desk: line(60),
  topic: line(60),
  county: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
});
export type AskQuery = z.output<typeof askQuery>;

export const askBody = z.object({
  ...guestFields,
  desk: line(60),
  words,
  topic: code,
  county: code,
  caller: code,
  name: line(120),
  email,
  /** What is answered already was shown. */
  looked: z.literal('yes').optional(),
  /** The script of the page asks for answers alone. */
  as: z.literal('json').optional(),
});
export type AskForm = z.output<typeof askBody>;
export const suggestBody = askBody.extend({
  words: z.string().trim().max(WORDS_MAX, 'too_long').default(''),
});

export const moreBody = z.object({ ...guestFields, words });
export const rateBody = z.object({
  score: maybe(['1', '2', '3', '4', '5']).refine((chosen) => chosen !== null, 'choice'),
  words: line(2000),
});
export const codeBody = z.object({
  ...guestFields,
  number: line(20).refine((typed) => typed !== '', 'required'),
  code: line(20).refine((typed) => typed !== '', 'required'),
});
export const emptyBody = z.object({});
export const askedQuery = z.object({ done: z.enum(['sent', 'more', 'rated', 'forgotten']).optional() });
export const fileParams = tokenParams.extend({ file: z.string().refine(isId) });

/** The question as its asker sees it. */
export interface Asked {
  readonly id: string;
  readonly deskId: string;
  readonly number: string;
  readonly state: State;
  readonly subject: string;
  readonly urgent: boolean;
  readonly askedAt: Date;
  readonly dueOn: LocalDate | null;
  readonly closedAt: Date | null;
  readonly erased: boolean;
  readonly hasContact: boolean;
  readonly answered: boolean;
  readonly score: number | null;
}
export interface Said {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
  readonly at: Date;
  readonly spoken: boolean;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}

/** Something that may answer before anybody asks. */
export interface Suggestion {
  readonly href: string;
  readonly title: string;
  readonly lead: string;
}
