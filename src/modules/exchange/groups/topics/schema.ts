import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Comment, Discussion } from '../../schema.ts';
import type { Group } from '../schema.ts';

export const TOPICS_PAGE = 25;
const words = {
  title: z.string().trim().min(1, 'required').max(120, 'too_long'),
  body: z.string().trim().min(1, 'required').max(5000, 'too_long'),
  personal: z.literal('yes').optional(),
};
export const askBody = z.object(words);
export const pollBody = z.object({
  ...words,
  options: z.string().trim().max(3000, 'too_long').default(''),
  until: z.string().trim().max(20).default(''),
});
export type AskBody = z.output<typeof askBody> & { readonly options?: string; readonly until?: string };
export const ACTIONS = ['pin', 'unpin', 'close', 'open', 'solve', 'unsolve'] as const;
export type Action = (typeof ACTIONS)[number];
export const arrangeBody = z.object({
  what: z.enum(ACTIONS),
  answer: z.union([z.literal(''), z.string().refine(isId)]).default(''),
});
export const voteBody = z.object({ option: z.string('choice').refine(isId, 'choice') });
export const fileParams = z.object({ id: z.string().refine(isId), file: z.string().refine(isId) });

export interface ListedTopic {
  readonly id: string;
  readonly kind: 'question' | 'poll';
  readonly title: string | null;
  readonly signature: string | null;
  readonly pinned: boolean;
  readonly closed: boolean;
  readonly solved: boolean;
  readonly answers: number;
  readonly lastAt: Date;
}

export interface Poll {
  readonly options: readonly { readonly id: string; readonly label: string; readonly votes: number | null }[];
  readonly chosen: string | null;
  readonly open: boolean;
  readonly closesOn: LocalDate | null;
}

/** A question or a poll with its answers, and what the reader may do with it. */
export interface TopicView {
  readonly id: string;
  readonly group: Group;
  readonly kind: 'question' | 'poll';
  readonly title: string | null;
  readonly openingId: string;
  readonly pinned: boolean;
  readonly closed: boolean;
  readonly solvedId: string | null;
  /** The answer that solved it, shown first. */
  readonly solution: Comment | null;
  readonly discussion: Discussion;
  readonly poll: Poll | null;
  readonly asked: boolean;
  readonly files: ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>;
}
export const topicPath = (id: string): string => `/groups/topics/${id}`;
