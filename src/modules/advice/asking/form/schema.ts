import { z } from 'zod';
import { email, line } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import { once, WORDS_MAX, words } from '../schema.ts';

/** A code of a dictionary, or nothing; the database knows which there are. */
const code = line(60).transform((typed) => (typed === '' ? null : typed));

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
  once,
  desk: line(60),
  words,
  topic: code,
  county: code,
  caller: code,
  name: line(120),
  email,
  /** Not to be found by the account that asks. */
  unlinked: z.literal('yes').optional(),
  /** What is answered already was shown. */
  looked: z.literal('yes').optional(),
  /** The script of the page asks for answers alone. */
  as: z.literal('json').optional(),
});
export type AskForm = z.output<typeof askBody>;
export const suggestBody = askBody.extend({
  words: z.string().trim().max(WORDS_MAX, 'too_long').default(''),
});

/** Something that may answer before anybody asks. */
export interface Suggestion {
  readonly href: string;
  readonly title: string;
  readonly lead: string;
}
