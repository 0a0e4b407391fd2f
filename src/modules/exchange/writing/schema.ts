import { z } from 'zod';
import { guestFields, tokenParams } from '#kernel/forms/guest.ts';
import { isId } from '#kernel/ids.ts';
import type { Comment, Subject } from '../schema.ts';

export const TITLE_MAX = 120;
export const BODY_MAX = 5000;
export const SIGNATURE_MAX = 60;

const title = z.string().trim().max(TITLE_MAX, 'too_long').default('');
/** An empty one is found by the service, with everything else that is missing. */
const body = z.string().trim().max(BODY_MAX, 'too_long').default('');
export const email = z.preprocess(
  (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  z.union([z.literal(''), z.email('email').max(254)]).default(''),
);
/** What is personal in the text was seen, and is meant for everybody. */
const personal = z.literal('yes').optional();

export const newBody = z.object({
  ...guestFields,
  to: z.string().refine(isId).optional(),
  title,
  body,
  signature: z.string().trim().max(SIGNATURE_MAX, 'too_long').default(''),
  email,
  personal,
});
export type NewBody = z.output<typeof newBody>;
export const editBody = z.object({ _version: z.string().regex(/^\d{1,9}$/, 'stale'), title, body, personal });
export type EditBody = z.output<typeof editBody>;
export const newQuery = z.object({ to: z.string().refine(isId).optional() });
export const DONE = [
  'shown',
  'waiting',
  'sent',
  'edited',
  'withdrawn',
  'reported',
  'useful',
  'appealed',
  'quiet',
] as const;
export type Done = (typeof DONE)[number];
export const doneQuery = z.object({ done: z.enum(DONE).optional() });
export { tokenParams };

/** What the page of a new comment knows. */
export interface Writing {
  readonly subject: Subject;
  /** The comment that is answered. */
  readonly to: Comment | null;
  /** An account or a confirmed address: no letter is needed. */
  readonly known: boolean;
}

/** One thread, as the page of a comment shows it. */
export interface Thread {
  readonly subject: Subject;
  readonly comment: Comment;
  readonly comments: readonly Comment[];
  readonly own: boolean;
  readonly editable: boolean;
  /** There is a decision to read and to appeal against: about the own comment, or about the own notice. */
  readonly decided: boolean;
  readonly marked: boolean;
  readonly done: Done | null;
}

/** What the link of a letter does. */
export type LinkKind = 'comment' | 'mark' | 'follow' | 'mine' | 'leave' | 'quiet';
export const LINK_KINDS: readonly LinkKind[] = ['comment', 'mark', 'follow', 'mine', 'leave', 'quiet'];
export interface Link {
  readonly kind: LinkKind;
  readonly commentId: string | null;
  readonly subject: Subject | null;
  /** Nothing is left to confirm. */
  readonly used: boolean;
}
