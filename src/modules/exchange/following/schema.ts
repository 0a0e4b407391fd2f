import { z } from 'zod';
import { guestFields } from '#kernel/forms/guest.ts';
import type { Comment, Subject } from '../schema.ts';
import { email } from '../writing/schema.ts';

/** What somebody without an account sends with a wish: an address, unless this browser is known. */
export const wishBody = z.object({ ...guestFields, email });
export type WishBody = z.output<typeof wishBody>;

/** A wish for letters about a discussion, or a comment found useful. */
export interface Wish {
  readonly kind: 'follow' | 'useful';
  readonly subject: Subject;
  readonly comment: Comment | null;
  readonly known: boolean;
}
