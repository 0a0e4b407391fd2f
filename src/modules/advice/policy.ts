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

type Acting = Pick<Question, 'state' | 'mergedInto' | 'erasedAt' | 'inReview'>;
/** A joined duplicate is answered where it went, an erased one nowhere, and one answer at a time is looked at. */
export const mayAnswer = ({ mergedInto, erasedAt, inReview }: Acting): Decision => {
  if (mergedInto !== null) return deny('merged');
  if (erasedAt !== null) return deny('erased');
  return inReview ? deny('inReview') : allow;
};

/** A duplicate is closed with the question it goes into; what was joined with it, or is looked at, stays. */
export const mayJoin = (
  duplicate: Acting & Pick<Question, 'id' | 'deskId'>,
  into: Acting & Pick<Question, 'id' | 'deskId'>,
  joined: number,
): Decision => {
  if (duplicate.id === into.id || duplicate.deskId !== into.deskId || into.mergedInto !== null)
    return deny('noSuch');
  if (duplicate.mergedInto !== null) return deny('merged');
  if (joined > 0) return deny('hasJoined');
  if (duplicate.inReview) return deny('inReview');
  return mayGo(duplicate.state, 'closed') ? allow : deny('closed');
};

/** Four eyes: whoever wrote an answer does not pass it. */
export const mayReview = (
  message: Pick<Message, 'state' | 'authorId'>,
  reviewer: { readonly workerId: string; readonly holdsRole: boolean },
): Decision => {
  if (message.state !== 'waiting_review') return deny('notWaiting');
  if (message.authorId === reviewer.workerId) return deny('ownAnswer');
  return reviewer.holdsRole ? allow : deny('notReviewer');
};
