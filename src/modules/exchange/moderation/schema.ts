import { z } from 'zod';
import type { Outcome } from '../policy.ts';
import { type Comment, REASONS, type Reason, type Subject } from '../schema.ts';

export const QUEUES = ['waiting', 'notices', 'appeals'] as const;
export type Queue = (typeof QUEUES)[number];
export const QUEUE_SIZE = 25;
export const queueQuery = z.object({
  queue: z.enum(QUEUES).optional(),
  page: z.coerce.number().int().min(1).max(1000).default(1),
});
export type QueueQuery = z.output<typeof queueQuery>;

/** One thing that waits for a moderator; the oldest first. */
export interface Waiting {
  readonly queue: Queue;
  readonly commentId: string;
  readonly signature: string;
  readonly start: string;
  readonly since: Date;
  readonly reason: Reason | null;
}

const words = z.string().trim().max(3000, 'too_long').default('');
export const decideBody = z
  .object({
    _version: z.string().regex(/^\d{1,9}$/, 'stale'),
    outcome: z.enum(['publish', 'keep', 'hide', 'remove', 'restore'], 'choice'),
    reason: z.union([z.literal(''), z.enum(REASONS)]).default(''),
    ground: z.union([z.literal(''), z.enum(['law', 'rules'])]).default(''),
    statement: words,
  })
  .superRefine((form, check) => {
    if (form.outcome !== 'hide' && form.outcome !== 'remove') return;
    for (const field of ['reason', 'ground', 'statement'] as const)
      if (form[field] === '')
        check.addIssue({
          code: 'custom',
          path: [field],
          message: field === 'statement' ? 'required' : 'choice',
        });
  });
export type DecideBody = z.output<typeof decideBody>;
export const judgeBody = z.object({
  outcome: z.enum(['upheld', 'reversed'], 'choice'),
  reason: decideBody.shape.reason,
  ground: decideBody.shape.ground,
  answer: z.string().trim().min(1, 'required').max(3000, 'too_long'),
});
export type JudgeBody = z.output<typeof judgeBody>;
export const appealBody = z.object({ body: z.string().trim().min(1, 'required').max(3000, 'too_long') });

export interface Appeal {
  readonly id: string;
  readonly body: string;
  readonly madeAt: Date;
  readonly outcome: 'upheld' | 'reversed' | null;
  readonly answer: string;
  readonly decidedAt: Date | null;
}
/** The author appeals when a comment goes, whoever sent a notice when it stays. */
export type Appellant = 'author' | 'notifier';
export const appellantOf = ({ outcome }: Pick<Decision, 'outcome'>): Appellant =>
  outcome === 'keep' ? 'notifier' : 'author';

export interface Decision {
  readonly id: string;
  readonly outcome: Outcome;
  readonly ground: 'law' | 'rules' | null;
  readonly reason: Reason | null;
  readonly statement: string;
  readonly noticed: boolean;
  readonly madeAt: Date;
  readonly madeBy: string;
  readonly appeal: Appeal | null;
}
export interface Notice {
  readonly id: string;
  readonly reason: Reason;
  readonly explanation: string;
  readonly madeAt: Date;
  readonly closed: boolean;
}
export interface Version {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  readonly writtenAt: Date;
}

/** Everything a moderator looks at before deciding. */
export interface Matter {
  readonly comment: Comment;
  /** Null when the page itself is gone for whoever looks. */
  readonly subject: Subject | null;
  readonly versions: readonly Version[];
  readonly notices: readonly Notice[];
  readonly decisions: readonly Decision[];
  readonly outcomes: readonly Outcome[];
  /** The appeal to decide, by somebody else than who made the decision. */
  readonly open: Appeal | null;
  readonly by: Appellant;
  readonly mayJudge: boolean;
  readonly own: boolean;
}

/** What the author or who sent a notice reads: the decision with its reasons, and what became of the appeal. */
export interface Told {
  readonly comment: Comment;
  readonly subject: Subject;
  readonly decision: Decision;
  readonly by: Appellant;
  readonly mayAppeal: boolean;
  readonly months: number;
}

export interface Figure {
  readonly what: 'notice' | 'decision' | 'reason' | 'appeal';
  readonly code: string;
  readonly n: number;
  /** Half of them took at most this long; null where nothing was timed. */
  readonly hours: number | null;
}
