import type { Actor } from '#kernel/context.ts';
import { parsePesel } from '#kernel/identifiers.ts';
import { plain } from '#kernel/words/words.ts';
import { type CommentState, PAGE_LENGTH, PAGE_SIZE, type Subject } from './schema.ts';

/** What in a text may be about a person, so that it is asked before everybody reads it. */
export type Personal = 'pesel' | 'phone' | 'email';

const PHONE =
  /(?<![\d/.-])(?:\+?48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d/.-]?\d)|(?<!\d)\(?0?\d{2}\)?[ -]\d{3}[ -]\d{2}[ -]\d{2}(?!\d)/u;
const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.\p{L}{2,}/u;

export function personalIn(text: string): Personal[] {
  const numbers = text.match(/(?<!\d)\d(?:[ -]?\d){10}(?!\d)/g) ?? [];
  const found: Personal[] = numbers.some((number) => parsePesel(number.replace(/\D/g, '')).ok)
    ? ['pesel']
    : [];
  if (PHONE.test(text)) found.push('phone');
  if (EMAIL.test(text)) found.push('email');
  return found;
}

/** Addresses of pages in a text, however they are written. */
export const linksIn = (text: string): number =>
  text.match(
    /(?:https?:\/\/|www\.)[^\s]|(?<![@\p{L}\d.])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:pl|com|net|org|eu|info|biz|ru|xyz|top|online|shop|site|io)(?=[/\s).,;]|$)/giu,
  )?.length ?? 0;

/** Names under which only the site itself would speak. */
const RESERVED = [
  'splot',
  'redakcja',
  'moderator',
  'moderacja',
  'administrator',
  'admin',
  'editor',
  'editors',
  'obsluga',
];
/** Letters of other alphabets that look like ours. */
const LOOKALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  т: 't',
  м: 'm',
  к: 'k',
  0: 'o',
  1: 'l',
};

export const isReservedName = (signature: string): boolean => {
  const bare = [...plain(signature.normalize('NFKC'))].map((letter) => LOOKALIKE[letter] ?? letter).join('');
  return bare.split(/[^\p{L}]+/u).some((word) => RESERVED.includes(word));
};

/** One line without invisible signs and towers of accents. */
export const cleanLine = (text: string): string =>
  text
    .replace(/[\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u115f\u1160\u3164\uffa0]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/\s+/gu, ' ')
    .trim();

/** As `cleanLine`, with its lines; joiners inside a word stay, since scripts and emoji need them. */
export const cleanText = (text: string): string =>
  text
    .replace(/(?!\u200d)[\p{Cf}\p{Co}\p{Zl}\p{Zp}]/gu, '')
    .replace(/(\p{M}{2})\p{M}+/gu, '$1')
    .replace(/[^\S\n]+$/gmu, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The same text, however it is spaced and cased. */
export const sameText = (text: string): string =>
  plain(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const mayWrite = (actor: Pick<Actor, 'kind'>, subject: Pick<Subject, 'policy' | 'guests'>): boolean =>
  subject.policy !== 'off' && (actor.kind !== 'public' || subject.guests);

/** Minutes pass; what a moderator has hidden may be put right at any time. */
export const mayEdit = (state: CommentState, createdAt: Date, now: Date, minutes: number): boolean =>
  state === 'hidden' ||
  ((state === 'shown' || state === 'waiting') && now.getTime() - createdAt.getTime() < minutes * 60_000);

export type Outcome = 'publish' | 'keep' | 'hide' | 'remove' | 'restore';
const OUTCOMES: Readonly<Record<CommentState, readonly Outcome[]>> = {
  unconfirmed: [],
  waiting: ['publish', 'hide', 'remove'],
  shown: ['keep', 'hide', 'remove'],
  hidden: ['restore', 'remove'],
  removed: [],
  withdrawn: [],
};
/** What a moderator may decide now; the database knows the same ways. A removal ends with the appeal alone. */
export const outcomesOf = (state: CommentState): readonly Outcome[] => OUTCOMES[state];

/** The first rows that fit on one page; one fits however long it is. */
export function fitting<R extends { readonly body: string | null }>(rows: readonly R[]): R[] {
  let length = 0;
  const end = rows.findIndex(({ body }, index) => {
    length += body?.length ?? 0;
    return index >= PAGE_SIZE || (index > 0 && length > PAGE_LENGTH);
  });
  return end < 0 ? [...rows] : rows.slice(0, end);
}
