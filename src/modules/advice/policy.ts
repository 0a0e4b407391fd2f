import { allow, type Decision, deny } from '#kernel/access.ts';
import { type Desk, type Message, OPEN_STATES, type Question, type State, WAYS } from './schema.ts';

export const mayGo = (from: State, to: State): boolean => WAYS[from].includes(to);

/** The desk of a county before one of the whole country, that one before the default; null when none takes questions. */
export function deskFor<D extends Pick<Desk, 'counties' | 'isDefault' | 'isOpen'>>(
  desks: readonly D[],
  county: string | null,
): D | null {
  const open = desks.filter((desk) => desk.isOpen);
  const near = open
    .filter((desk) => county !== null && desk.counties.includes(county))
    .sort((a, b) => a.counties.length - b.counties.length);
  return near[0] ?? open.find((desk) => desk.isDefault) ?? open.find((d) => d.counties.length === 0) ?? null;
}

/** Whether words that begin like those of the phrase stand one after another; all without diacritics. */
export const holdsPhrase = (written: readonly string[], phrase: readonly string[]): boolean =>
  phrase.length > 0 &&
  written.some((_, at) => phrase.every((part, i) => written[at + i]?.startsWith(part) === true));

/** Whether the desk still works on it. */
export const isOpen = ({ state }: Pick<Question, 'state'>): boolean => OPEN_STATES.includes(state);

type Acting = Pick<Question, 'state' | 'mergedInto' | 'erasedAt'>;
/** A joined duplicate is answered where it went, an erased one nowhere. */
export const mayAnswer = ({ mergedInto, erasedAt }: Acting): Decision =>
  mergedInto !== null ? deny('merged') : erasedAt !== null ? deny('erased') : allow;

/** Four eyes: whoever wrote an answer does not pass it. */
export const mayReview = (
  message: Pick<Message, 'state' | 'authorId'>,
  reviewer: { readonly workerId: string; readonly holdsRole: boolean },
): Decision => {
  if (message.state !== 'waiting_review') return deny('notWaiting');
  if (message.authorId === reviewer.workerId) return deny('ownAnswer');
  return reviewer.holdsRole ? allow : deny('notReviewer');
};
