import { allow, type Decision, deny } from '#kernel/access.ts';
import type { Actor } from '#kernel/context.ts';
import type { Statement } from './schema.ts';

type Of = Pick<Statement, 'worker' | 'state' | 'drafts' | 'disputed' | 'lines'>;

/** An adviser hands over the own month once it has no card in the making. */
export function mayHand(actor: Pick<Actor, 'subjectId'>, of: Of): Decision {
  if (of.worker !== actor.subjectId) return deny('notOwn');
  if (of.state !== 'open' && of.state !== 'returned') return deny('handed');
  if (of.lines.length === 0) return deny('empty');
  return of.drafts > 0 ? deny('drafts') : allow;
}

/** The head or the lead of the desk approves or returns what another handed over; the database says at which desks. */
export function mayDecide(actor: Pick<Actor, 'subjectId' | 'permissions'>, of: Of): Decision {
  if (of.worker === actor.subjectId) return deny('own');
  if (!actor.permissions.has('advice.manage') && !actor.permissions.has('advice.answer'))
    return deny('notHead');
  return of.state === 'handed' ? allow : deny('notHanded');
}
