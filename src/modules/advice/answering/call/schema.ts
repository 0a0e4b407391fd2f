import { z } from 'zod';
import { email, line, needed, phone } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import { hour } from '../../rota/schema.ts';

const code = line(60).transform((typed) => (typed === '' ? null : typed));

export const callParams = z.object({ draft: z.string().refine(isId) });
export const callQuery = z.object({
  draft: z.string().refine(isId).optional(),
  desk: z.string().refine(isId).optional(),
});
/** What is typed during a talk. All but the words may be missing. */
export const callBody = z.object({
  desk: z.string().refine(isId, 'choice'),
  channel: z.enum(['phone', 'visit']),
  caller: code,
  county: code,
  topic: code,
  subject: line(200),
  words: needed(5000),
  outcome: z.enum(['answered', 'passed']),
  answer: line(20_000),
  name: line(120),
  phone,
  email,
  /** As typed: a day without a year is one that is coming. */
  callBackOn: line(30),
  callBackAt: z.union([z.literal(''), hour]).default(''),
  worker: z.union([z.string().refine(isId), z.literal('')]).default(''),
});
export type CallForm = z.output<typeof callBody>;
/** Anything at all: a draft is kept as it is. */
export const typingBody = z.looseObject({});
export const CALL_DRAFT = 'advice.call';
