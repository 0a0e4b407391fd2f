import { z } from 'zod';
import { line, maybe } from '#kernel/forms/fields.ts';
import { guestFields } from '#kernel/forms/guest.ts';
import { isId, isSecret } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { State } from '../../schema.ts';
import { once, words } from '../schema.ts';

/** What stands in the address: the secret of a link, or the id of a question of the own account. */
export const secretKey = z.object({ key: z.string().refine(isSecret) });
export const ownKey = z.object({ key: z.string().refine(isId) });
/** A link from a letter is easily cut off: the page says so, and what to do. */
export const anyKey = z.object({ key: z.string().max(300) });
export const fileKey = { file: z.string().refine(isId) };

export const moreBody = z.object({ ...guestFields, once, words });
export const rateBody = z.object({
  score: maybe(['1', '2', '3', '4', '5']).refine((chosen) => chosen !== null, 'choice'),
  words: line(2000),
});
export const codeBody = z.object({
  ...guestFields,
  number: line(20).refine((typed) => typed !== '', 'required'),
  code: line(20).refine((typed) => typed !== '', 'required'),
});
export const emptyBody = z.object({});

export const DONE = ['sent', 'more', 'rated', 'forgotten', 'erased'] as const;
export type Done = (typeof DONE)[number];
export const askedQuery = z.object({ done: z.enum(DONE).optional() });
export const codeQuery = z.object({ void: z.literal('1').optional() });

/** What opens a question: the secret of a link, or the account it was asked from. */
export type Opener = { readonly token: string } | { readonly own: string };

/** The question as its asker sees it. */
export interface Asked {
  readonly id: string;
  readonly deskId: string;
  readonly number: string;
  readonly state: State;
  readonly subject: string;
  readonly urgent: boolean;
  readonly askedAt: Date;
  readonly dueOn: LocalDate | null;
  readonly closedAt: Date | null;
  readonly erased: boolean;
  readonly hasContact: boolean;
  /** Letters about it go to somebody. */
  readonly hasMail: boolean;
  /** Found by the acting account too. */
  readonly own: boolean;
  readonly answered: boolean;
  readonly score: number | null;
}
export interface Said {
  readonly id: string;
  readonly direction: 'in' | 'out';
  readonly body: string;
  readonly at: Date;
  readonly spoken: boolean;
  readonly files: readonly { readonly id: string; readonly name: string; readonly size: number }[];
}
