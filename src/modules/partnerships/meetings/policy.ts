import { allow, type Decision, deny } from '#kernel/access.ts';
import { mayHoldIdentifier } from '#kernel/mail.ts';
import type { Meeting } from './schema.ts';

type Run = Pick<Meeting, 'runs' | 'state' | 'minutes'>;

/** Time, place, people and agenda: by whoever runs the meeting, until it was held. */
export function mayPlan(meeting: Run): Decision {
  if (!meeting.runs) return deny('notRunning');
  return meeting.state === 'planned' || meeting.state === 'called' ? allow : deny('over');
}

/** Who came, and what was said: from its beginning on, until the minutes go round. */
export function mayWrite(meeting: Run & Pick<Meeting, 'startsAt'>, now: Date): Decision {
  if (!meeting.runs) return deny('notRunning');
  if (meeting.state === 'cancelled' || meeting.state === 'planned') return deny('notCalled');
  if (meeting.startsAt.getTime() - now.getTime() > 3_600_000) return deny('early');
  return meeting.minutes === null || meeting.minutes === 'draft' ? allow : deny('sent');
}

/** A document is taken down by the institution that put it up, until the minutes are signed with it at hand. */
export const mayRemove = (meeting: Run, own: boolean): Decision =>
  meeting.runs && own && meeting.minutes !== 'signed' ? allow : deny('notOwn');

/** Points are proposed by every member, until the meeting begins. */
export const mayPropose = (meeting: Pick<Meeting, 'state' | 'startsAt'>, now: Date): Decision =>
  (meeting.state === 'planned' || meeting.state === 'called') && meeting.startsAt > now
    ? allow
    : deny('over');

export interface Agreed {
  readonly chair: boolean;
  /** Institutions of the workers who came, and those of them for which somebody agreed. */
  readonly present: readonly string[];
  readonly signed: readonly string[];
}
/** Minutes are agreed by the chair and one person of each institution present; as `partnerships.minutes_agreed` says. */
export const agreed = ({ chair, present, signed }: Agreed): boolean =>
  chair && present.every((institution) => signed.includes(institution));

/** Nine figures of a telephone, in groups or not, with or without the country. */
const PHONE = /(?<![\d/.-])(?:\+48[ -]?)?\d{3}[ -]?\d{3}[ -]?\d{3}(?![\d/-])/;
const EMAIL = /[^\s@]+@[^\s@]+\.\p{L}{2,}/u;

/** What in a text looks like data of a person: minutes hold none of participants. Null when nothing does. */
export function looksPersonal(text: string): 'pesel' | 'email' | 'phone' | null {
  if (mayHoldIdentifier(text)) return 'pesel';
  if (EMAIL.test(text)) return 'email';
  return PHONE.test(text) ? 'phone' : null;
}
