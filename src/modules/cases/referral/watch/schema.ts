import { type LocalDate, warsawDate } from '#kernel/time.ts';
import { addWorkingDays, workingDaysBetween } from '#kernel/working-days.ts';
import type { ReferralState } from '../schema.ts';

export const MAILS = [
  'sent',
  'half',
  'due',
  'escalation',
  'question',
  'question_due',
  'answered',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
] as const;
export type MailKind = (typeof MAILS)[number];

/** Who gets which message: the recipient's side, the sender, or the head of the recipient. */
export const MAIL_TO: Readonly<Record<MailKind, 'recipient' | 'sender' | 'head'>> = {
  sent: 'recipient',
  half: 'recipient',
  due: 'recipient',
  answered: 'recipient',
  withdrawn: 'recipient',
  escalation: 'head',
  question: 'sender',
  question_due: 'sender',
  accepted: 'sender',
  declined: 'sender',
  expired: 'sender',
};

export interface Clocked {
  readonly state: ReferralState;
  readonly sentAt: Date;
  readonly dueOn: LocalDate;
  readonly remindedAt: Date | null;
  readonly escalatedAt: Date | null;
}
export interface Clock {
  readonly today: LocalDate;
  /** Per cent of the time after which the first reminder goes out. */
  readonly share: number;
  /** Working days past the due date. */
  readonly escalation: number;
  readonly expiry: number;
}
export type Due = 'half' | 'due' | 'question_due' | 'escalation' | 'expire';

/** What time asks for on this day, if anything; at most one step a day, the later ones first. */
export function dueStep(r: Clocked, c: Clock): Due | null {
  const after = (days: number) => c.today > addWorkingDays(r.dueOn, days);
  if (after(c.expiry)) return 'expire';
  const reminded = r.remindedAt && warsawDate(r.remindedAt);
  if (r.state === 'needs_info') return c.today >= r.dueOn && !reminded ? 'question_due' : null;
  if (c.today >= addWorkingDays(r.dueOn, c.escalation) && !r.escalatedAt) return 'escalation';
  if (c.today >= r.dueOn) return !reminded || reminded < r.dueOn ? 'due' : null;
  const sentOn = warsawDate(r.sentAt);
  const half = addWorkingDays(sentOn, Math.ceil((workingDaysBetween(sentOn, r.dueOn) * c.share) / 100));
  return c.today >= half && !reminded ? 'half' : null;
}
