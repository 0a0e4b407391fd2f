import { z } from 'zod';
import { email, line, needed } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import { isId } from '#kernel/ids.ts';
import { WHOLE } from '../schema.ts';

export const REMARK_KINDS = ['support', 'objection', 'wording', 'question'] as const;
export type RemarkKind = (typeof REMARK_KINDS)[number];
export const OUTCOMES = ['accepted', 'partly', 'rejected', 'noted'] as const;
export type Outcome = (typeof OUTCOMES)[number];
export type RemarkState = 'waiting' | 'shown' | 'removed';

export interface Remark {
  readonly id: string;
  readonly consultationId: string;
  readonly position: number;
  readonly block: string;
  readonly kind: RemarkKind;
  readonly body: string;
  readonly signature: string;
  /** Said in the name of an institution. */
  readonly institution: boolean;
  readonly state: RemarkState;
  readonly createdAt: Date;
  readonly removedReason: string;
  readonly outcome: Outcome | null;
  readonly answer: string;
  readonly answeredAt: Date | null;
  readonly rowVersion: number;
}

export const MAX_REMARK = 5000;
const block = z
  .string()
  .regex(/^[a-z0-9-]{1,40}$/)
  .catch(WHOLE)
  .default(WHOLE);
export const remarkQuery = z.object({ block });
/** Name and address are asked of whoever has no account. */
export const remarkBody = z.object({
  ...guestFields,
  block,
  kind: z.enum(REMARK_KINDS, 'choice'),
  body: needed(MAX_REMARK),
  name: line(120),
  email,
});
export type RemarkForm = z.output<typeof remarkBody>;

export const remarkParams = z.object({ id: z.string().refine(isId) });
export const answerBody = z.object({
  outcome: z.enum(OUTCOMES, 'choice'),
  answer: line(MAX_REMARK),
  _version: z.coerce.number().int().optional(),
});
export type AnswerForm = z.output<typeof answerBody>;
export const removeBody = z.object({
  reason: needed(1000),
  _version: z.coerce.number().int().optional(),
});
export const showBody = z.object({ _version: z.coerce.number().int().optional() });
export const emptyBody = z.object({});
