import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';
import { rowVersion } from '../schema.ts';
import type { Packet } from './packet/schema.ts';

export const REFERRAL_STATES = [
  'draft',
  'sent',
  'seen',
  'needs_info',
  'accepted',
  'declined',
  'expired',
  'withdrawn',
] as const;
export type ReferralState = (typeof REFERRAL_STATES)[number];

export const PARTIES = ['sender', 'recipient', 'system'] as const;
export type Party = (typeof PARTIES)[number];

/**
 * Who may move a referral from a state to which. Every open state has exactly one party that must act (`mustAct`) and a
 * due date; every end state tells the sender.
 */
export const REFERRAL_MOVES: Readonly<
  Record<ReferralState, Readonly<Partial<Record<ReferralState, Party>>>>
> = {
  draft: { sent: 'sender' },
  sent: {
    seen: 'recipient',
    needs_info: 'recipient',
    accepted: 'recipient',
    declined: 'recipient',
    withdrawn: 'sender',
    expired: 'system',
  },
  seen: {
    needs_info: 'recipient',
    accepted: 'recipient',
    declined: 'recipient',
    withdrawn: 'sender',
    expired: 'system',
  },
  needs_info: {
    seen: 'sender',
    accepted: 'recipient',
    declined: 'recipient',
    withdrawn: 'sender',
    expired: 'system',
  },
  accepted: {},
  declined: {},
  expired: {},
  withdrawn: {},
};
export const OPEN_REFERRAL: readonly ReferralState[] = ['sent', 'seen', 'needs_info'];

/** Whose turn it is; null when the referral has ended. */
export const mustAct = (state: ReferralState): 'sender' | 'recipient' | null =>
  state === 'sent' || state === 'seen'
    ? 'recipient'
    : state === 'needs_info' || state === 'draft'
      ? 'sender'
      : null;

/** Characters of the short reason. */
export const MIN_REASON = 10;
export const MAX_REASON = 600;

export interface Referral {
  readonly id: string;
  readonly caseId: string;
  readonly partnershipId: string;
  readonly kind: 'opening' | 'service';
  readonly state: ReferralState;
  readonly sender: Side;
  readonly recipient: Side;
  readonly needs: readonly string[];
  readonly urgent: boolean;
  /** Exactly what was sent. */
  readonly packet: Packet | null;
  readonly packetHash: string | null;
  readonly sentAt: Date | null;
  readonly dueOn: LocalDate | null;
  readonly answeredAt: Date | null;
  readonly declineCode: string | null;
  readonly declineNote: string;
  readonly question: string;
  readonly questionAnswer: string;
  readonly daysLeft: number | null;
  readonly withdrawnCode: string | null;
  readonly previousId: string | null;
  readonly rowVersion: number;
}

/** An institution of a referral, and the worker of it who acts, where one is known. */
export interface Side {
  readonly institutionId: string;
  readonly name: string;
  readonly type: string;
  readonly workerId: string | null;
  readonly worker: string | null;
}

export interface ReferralLine {
  readonly id: string;
  readonly caseId: string;
  readonly number: string;
  readonly kind: 'opening' | 'service';
  readonly state: ReferralState;
  readonly who: string;
  readonly gmina: string;
  readonly needs: readonly string[];
  readonly urgent: boolean;
  readonly otherName: string;
  readonly otherType: string;
  readonly sentOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly handler: string | null;
}

/** A referral in the list of its case: that it exists, and whether the reader may open it. */
export interface CaseReferralLine {
  readonly id: string;
  readonly kind: 'opening' | 'service';
  readonly state: ReferralState;
  readonly senderName: string;
  readonly recipientName: string;
  readonly recipientType: string;
  readonly sentOn: LocalDate | null;
  readonly dueOn: LocalDate | null;
  readonly readable: boolean;
}

export const referralParams = z.object({ id: z.uuid() });
export const BOXES = ['in', 'out'] as const;
export const SHOWS = ['open', 'overdue', 'answered', 'all'] as const;
export const referralQuery = z.object({
  box: z.enum(BOXES).default('in'),
  show: z.enum(SHOWS).default('open'),
  sort: z.enum(['due', '-due', 'sent', '-sent']).default('due'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
export type ReferralQuery = z.output<typeof referralQuery>;

export const takeBody = z.object({ _version: rowVersion });
