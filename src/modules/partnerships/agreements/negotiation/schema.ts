import { z } from 'zod';
import { line, needed } from '#kernel/forms/fields.ts';
import { clauseParams } from '../clauses/schema.ts';

export type RemarkState = 'open' | 'accepted' | 'declined' | 'withdrawn';

export interface Piece {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}

/** What a member said to a clause, and what became of it. */
export interface Remark {
  readonly id: string;
  readonly clauseId: string;
  readonly kind: 'remark' | 'proposal';
  readonly institution: string;
  readonly worker: string;
  /** Whether the reader wrote it. */
  readonly own: boolean;
  readonly body: string;
  /** Of a proposal: the text before and after, word by word. */
  readonly change: readonly Piece[] | null;
  readonly madeAt: Date;
  readonly state: RemarkState;
  readonly answer: string;
  readonly answeredBy: string;
  readonly answeredAt: Date | null;
}

export const remarkBody = z.object({ body: needed(3000) });
export const proposalBody = z.object({
  newText: z.string().trim().min(1, 'required').max(20_000, 'too_long'),
  why: needed(3000),
});
export const remarkParams = clauseParams.extend({ remark: z.uuid() });
export const answerBody = z.object({
  decision: z.enum(['accepted', 'declined'], 'choice'),
  reason: line(3000),
});
