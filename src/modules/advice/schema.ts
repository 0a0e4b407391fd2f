import { acceptOf, FILE_KINDS } from '#kernel/files/kinds.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Files that may come or leave with a message, as a browser is told. */
export const ACCEPTED = acceptOf(FILE_KINDS);

export const CHANNELS = ['web', 'mail', 'phone', 'visit'] as const;
export type Channel = (typeof CHANNELS)[number];
export const STATES = ['new', 'assigned', 'answered', 'closed', 'reopened'] as const;
export type State = (typeof STATES)[number];
export const ROLES = ['reception', 'adviser', 'reviewer', 'lead'] as const;
export type Role = (typeof ROLES)[number];
export const DIRECTIONS = ['in', 'out', 'note'] as const;
export type Direction = (typeof DIRECTIONS)[number];
export const MESSAGE_STATES = ['draft', 'waiting_review', 'sent'] as const;
export type MessageState = (typeof MESSAGE_STATES)[number];

/** The ways of a question, as `advice.transition` has them; a duplicate taken apart goes back by `merged` alone. */
export const WAYS: Readonly<Record<State, readonly State[]>> = {
  new: ['assigned', 'answered', 'closed'],
  assigned: ['new', 'answered', 'closed'],
  answered: ['closed', 'reopened'],
  closed: ['reopened'],
  reopened: ['answered', 'closed'],
};
/** An answer is awaited. */
export const OPEN_STATES: readonly State[] = ['new', 'assigned', 'reopened'];

export const RULES = [
  'first_answer_days',
  'urgent_answer_days',
  'again_answer_days',
  'close_days',
  'contact_months',
  'words_years',
  'link_days',
  'per_network_day',
  'presence_seconds',
  'letters_day',
] as const;
export type Rule = (typeof RULES)[number];

/** What the history of a question knows. */
export const EVENT_KINDS = [
  'asked',
  'assigned',
  'handed_over',
  'filed',
  'wrote',
  'noted',
  'proposed',
  'returned',
  'answered',
  'called',
  'merged',
  'unmerged',
  'closed',
  'reopened',
  'review_asked',
  'rated',
  'contact_erased',
  'erased',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

export interface Desk {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly slug: string;
  readonly namePl: string;
  readonly nameEn: string;
  readonly leadPl: string;
  readonly leadEn: string;
  readonly email: string;
  readonly phone: string;
  /** TERYT codes; none is the whole country. */
  readonly counties: readonly string[];
  readonly isDefault: boolean;
  readonly isOpen: boolean;
}

export interface Topic {
  readonly code: string;
  readonly parentCode: string | null;
  readonly namePl: string;
  readonly nameEn: string;
  /** Empty while nobody has translated it. */
  readonly nameUk: string;
  readonly legal: boolean;
}

export interface Question {
  readonly id: string;
  readonly deskId: string;
  readonly number: string;
  readonly channel: Channel;
  readonly state: State;
  readonly callerCategory: string | null;
  readonly countyCode: string | null;
  readonly topicCode: string | null;
  readonly subject: string;
  readonly lang: Lang;
  readonly anonymous: boolean;
  readonly urgent: boolean;
  readonly needsReview: boolean;
  readonly inReview: boolean;
  readonly askedAt: Date;
  readonly firstDueOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly callBackAt: Date | null;
  readonly firstAnsweredAt: Date | null;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly assignedTo: string | null;
  readonly assignedName: string | null;
  readonly takenBy: string | null;
  readonly mergedInto: string | null;
  readonly erasedAt: Date | null;
  readonly rowVersion: number;
}

/** How to reach who asked; empty texts for somebody anonymous. */
export interface Contact {
  readonly name: string;
  /** In lower case. */
  readonly email: string;
  readonly phone: string;
}

/** A question as it comes in, whoever brings it. */
export interface NewQuestion {
  readonly deskId: string;
  readonly channel: Channel;
  readonly subject: string;
  readonly body: string;
  readonly lang: Lang;
  readonly callerCategory: string | null;
  readonly countyCode: string | null;
  readonly topicCode: string | null;
  readonly contact: Contact;
  readonly callBackAt?: Date | null;
  /** Message-ID of the letter it came in. */
  readonly mailId?: string | null;
}

export interface Message {
  readonly id: string;
  readonly questionId: string;
  readonly direction: Direction;
  readonly state: MessageState;
  readonly body: string;
  readonly spoken: boolean;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly writtenAt: Date;
  readonly sentAt: Date | null;
  readonly reviewerName: string | null;
  readonly reviewNote: string;
  readonly rowVersion: number;
}

/** What the rest of the application lends: addresses in letters. */
export interface AdviceHost {
  readonly siteUrl: string;
}
