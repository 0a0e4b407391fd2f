import { z } from 'zod';
import { guestFields } from '#kernel/forms/guest.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Audience, Question } from '../schema.ts';

/** Twelve signs, none of which looks like another: enough that nobody guesses one, few enough to be typed from paper. */
export const CODE_LENGTH = 12;
const SIGNS = /^[0-9A-HJKMNP-TV-Z]{12}$/;
/** As it stands on paper: lower case, hyphens and spaces mean nothing; o is a nought, i and l are a one. */
export const plainCode = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
export const isCode = (text: string): boolean => SIGNS.test(text);
/** „ABCD-EFGH-JKMN” */
export const writtenCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

export const tokenParams = z.object({ token: z.string().max(60).transform(plainCode).refine(isCode) });
export const enterBody = z.object({ code: z.string().trim().min(1, 'required').max(60, 'too_long') });
/** The questions are data, so their fields are read by the service. */
export const answerBody = z.looseObject({ ...guestFields });

/** What a code opens. */
export interface Opened {
  readonly roundId: string;
  readonly partnershipId: string;
  readonly partnership: string;
  readonly audience: Audience;
  readonly closesOn: LocalDate;
  readonly questions: readonly Question[];
}
