import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { Card } from './schema.ts';

type Worker = Pick<Actor, 'permissions' | 'subjectId'>;

/** Advisers write cards; row-level security says at which desks. */
export const mayWriteCards = (actor: Worker): Decision =>
  actor.permissions.has('advice.answer') ? allow : deny('notAdviser');

/** Cards are read by advisers of the desk and by its head; of a person by their advisers and the lead alone. */
export const mayReadCards = (actor: Worker): Decision =>
  actor.permissions.has('advice.answer') || actor.permissions.has('advice.manage')
    ? allow
    : deny('notAdviser');

type Held = Pick<Card, 'workerId' | 'state' | 'month' | 'erased'>;

/** A card is written by whoever advised, while nobody has confirmed it and its month is open. */
export function mayChange(actor: Worker, card: Held): Decision {
  if (!mayWriteCards(actor).allowed || card.workerId !== actor.subjectId) return deny('notOwn');
  if (card.erased || card.month === 'handed' || card.month === 'approved') return deny('monthClosed');
  return card.state === 'draft' || card.state === 'waiting' ? allow : deny('answered');
}

/** Whoever advised asks for a confirmation, or brings it on paper. */
export function mayAsk(actor: Worker, card: Held): Decision {
  if (!mayWriteCards(actor).allowed || card.workerId !== actor.subjectId) return deny('notOwn');
  if (card.erased || card.month === 'approved') return deny('monthClosed');
  return card.state === 'draft' || card.state === 'waiting' ? allow : deny('answered');
}

/** What was confirmed or disputed is taken back to be written again; the answer is then asked for anew. */
export function mayReopen(actor: Worker, card: Held): Decision {
  if (!mayWriteCards(actor).allowed || card.workerId !== actor.subjectId) return deny('notOwn');
  if (card.erased || card.month === 'handed' || card.month === 'approved') return deny('monthClosed');
  return card.state === 'confirmed' || card.state === 'disputed' ? allow : deny('notAnswered');
}
