import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import { isId } from '#kernel/ids.ts';

/** Whether a page takes comments, and whether they are looked at before they show or after. */
export type CommentPolicy = 'off' | 'before' | 'after';

/** A page that can be discussed. This module knows of it nothing else. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
  readonly title: string;
  /** Its own address, where the discussion is shown. */
  readonly path: string;
  readonly policy: CommentPolicy;
  /** Whether people without an account may write, by a link from a letter. */
  readonly guests: boolean;
}
/** Null when there is no such page for whoever acts. */
export type FindSubject = (ctx: Ctx, id: string) => Promise<Omit<Subject, 'kind' | 'id'> | null>;

/** What the composition root lends to this module. */
export interface ExchangeHost {
  readonly siteUrl: string;
  /** By kind: whose pages can be discussed. */
  readonly subjects: Readonly<Record<string, FindSubject>>;
  /** The address of an account; null when it is gone. */
  readonly addressOf: (accountId: string) => Promise<string | null>;
}

export type CommentState = 'unconfirmed' | 'waiting' | 'shown' | 'hidden' | 'removed' | 'withdrawn';

/** What may be wrong with a comment: by the law, or by the rules of the place. */
export const REASONS = [
  'hate',
  'threat',
  'defamation',
  'privacy',
  'copyright',
  'fraud',
  'insult',
  'advertising',
  'off_topic',
  'repeated',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

export interface Comment {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly state: CommentState;
  readonly reason: Reason | null;
  readonly useful: boolean;
  readonly createdAt: Date;
  readonly editedAt: Date | null;
  readonly rowVersion: number;
  /** Null once it is not shown: then there is a line that says why. */
  readonly words: {
    readonly title: string;
    readonly body: string;
    readonly signature: string;
    readonly lang: string;
  } | null;
  /** Of a worker who writes as one. */
  readonly institution: { readonly name: string; readonly type: string } | null;
  /** Who is answered, where that is not the first of the thread. */
  readonly answers: string | null;
  /** Written by whoever reads. */
  readonly own: boolean;
}

export const PAGE_SIZE = 50;
/** Characters on one page: fewer comments when they are long, so that no page is heavy. */
export const PAGE_LENGTH = 40_000;
/** Above this many nobody counts. */
export const COUNTED_TO = 1000;

export interface Discussion {
  readonly subject: Subject;
  readonly comments: readonly Comment[];
  /** How many; `COUNTED_TO + 1` says: more than that. */
  readonly count: number;
  readonly previous: string | null;
  readonly next: string | null;
  readonly follows: boolean;
}

/** A place in a discussion: thread and comment. */
export interface Place {
  readonly thread: string;
  readonly id: string;
}
export const placeText = ({ thread, id }: Place): string => `${thread}.${id}`;
const place = z
  .string()
  .transform((value) => {
    const [thread = '', id = ''] = value.split('.');
    return { thread, id };
  })
  .refine(({ thread, id }) => isId(thread) && isId(id));

export const kindParams = z.object({ kind: z.string().regex(/^[a-z_]{1,30}$/), id: z.string().refine(isId) });
export const pageQuery = z.object({
  after: place.optional(),
  before: place.optional(),
  last: z.literal('yes').optional(),
});
export type PageQuery = z.output<typeof pageQuery>;
export const idParams = z.object({ id: z.string().refine(isId) });
export const emptyBody = z.object({});

/** The address of one comment with its thread. */
export const commentPath = (id: string): string => `/comments/${id}`;
export const discussionPath = ({ kind, id }: Pick<Subject, 'kind' | 'id'>): string =>
  `/discussions/${kind}/${id}`;
