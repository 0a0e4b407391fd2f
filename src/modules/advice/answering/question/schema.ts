import { z } from 'zod';
import { line, needed } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import type { Contact, EventKind, Message, Question } from '../../schema.ts';

export const ANSWER_MAX = 20_000;
const version = z.string().regex(/^\d{1,9}$/, 'stale');
const code = line(60).transform((typed) => (typed === '' ? null : typed));
const id = z.string().refine(isId);

export const idParams = z.object({ id });
export const fileParams = idParams.extend({ file: id });
export const versionBody = z.object({ _version: version });
export const replyBody = versionBody.extend({
  body: z.string().trim().max(ANSWER_MAX, 'too_long').default(''),
  step: z.enum(['draft', 'send', 'insert']).default('draft'),
  template: z.union([id, z.literal('')]).default(''),
});
export const typingBody = z.object({ body: z.string().max(ANSWER_MAX).default('') });
export const noteBody = z.object({ body: needed(ANSWER_MAX) });
export const reviewBody = z.object({
  message: id,
  _version: version,
  verdict: z.enum(['approve', 'return']),
  note: line(2000),
});
export const assignBody = versionBody.extend({ worker: z.union([id, z.literal('')]).default('') });
export const moveBody = versionBody.extend({ desk: id });
export const filingBody = versionBody.extend({
  subject: needed(200),
  topic: code,
  county: code,
  caller: code,
  review: z.literal('yes').optional(),
  urgent: z.literal('yes').optional(),
});
export type FilingForm = z.output<typeof filingBody>;
export const mergeBody = versionBody.extend({ number: needed(20) });
export const hereBody = z.object({
  writes: z.literal('yes').optional(),
  leaves: z.literal('yes').optional(),
});
export const emptyBody = z.object({});
export const DONE = [
  'sent',
  'proposed',
  'draft',
  'noted',
  'returned',
  'arranged',
  'merged',
  'closed',
  'taken',
  'told',
  'called',
] as const;
export const doneQuery = z.object({ done: z.enum(DONE).optional() });
export type Done = (typeof DONE)[number];

export interface HungFile {
  readonly id: string;
  readonly name: string;
  readonly messageId: string;
}
export interface Happened {
  readonly at: Date;
  readonly kind: EventKind;
  readonly who: string | null;
}
export interface Colleague {
  readonly workerId: string;
  readonly name: string;
  readonly institution: string;
}
/** Who else has the question open. */
export interface Here {
  readonly name: string;
  readonly writes: boolean;
}
/** A duplicate that was joined with it. */
export interface Joined {
  readonly id: string;
  readonly number: string;
  readonly subject: string;
}

export interface QuestionView {
  readonly question: Question;
  readonly contact: (Contact & { readonly erased: boolean }) | null;
  readonly thread: readonly Message[];
  readonly files: readonly HungFile[];
  readonly history: readonly Happened[];
  readonly here: readonly Here[];
  readonly joined: readonly Joined[];
  readonly main: Joined | null;
  readonly rating: { readonly score: number; readonly words: string } | null;
  /** The own unfinished answer. */
  readonly draft: Message | null;
  readonly proposed: Message | null;
  readonly mayReview: boolean;
  /** The desk still works on it. */
  readonly open: boolean;
  readonly mayAnswer: boolean;
  /** The telephone of somebody whom no letter reaches, so that the answer is told; null when there is another way. */
  readonly toCall: string | null;
  /** Of the answer that waits, or of the own draft. */
  readonly reading: Reading | null;
}

/** How hard a text is to read. */
export interface Reading {
  readonly words: number;
  /** In one sentence, on average. */
  readonly perSentence: number;
  /** Per cent of words of four syllables or more. */
  readonly hard: number;
  readonly advice: 'good' | 'sentences' | 'words' | 'long';
}
