import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ThreadKey } from '#ui/threads.ts';
import type { Partnership } from '../schema.ts';

export const BODY_KINDS = ['team', 'whole', 'group'] as const;
export type BodyKind = (typeof BODY_KINDS)[number];
export const MODES = ['onsite', 'online', 'hybrid'] as const;
export type Mode = (typeof MODES)[number];
export const MEETING_STATES = ['planned', 'called', 'held', 'cancelled'] as const;
export type MeetingState = (typeof MEETING_STATES)[number];
export const MINUTES_STATES = ['draft', 'sent', 'signed'] as const;
export type MinutesState = (typeof MINUTES_STATES)[number];
export const ANSWERS = ['comes', 'absent', 'sends'] as const;
export type Answer = (typeof ANSWERS)[number];
export const DECISION_STATES = ['in_force', 'carried_out', 'revoked'] as const;
export type DecisionState = (typeof DECISION_STATES)[number];
export const TASK_STATES = ['open', 'started', 'done', 'dropped'] as const;
export type TaskState = (typeof TASK_STATES)[number];

export interface Body {
  readonly id: string;
  readonly kind: BodyKind;
  /** Of a Partner Group; the bodies of a partnership are called by their kind. */
  readonly name: string;
  readonly aim: string;
  readonly rowVersion: number;
}

export interface PlaceMember {
  readonly institutionId: string;
  readonly name: string;
  readonly shortName: string;
  readonly thread: ThreadKey | undefined;
}

/** Where bodies meet: a partnership with its two bodies, or a Partner Group. `base` is the address of its meetings. */
export interface Place {
  readonly kind: 'partnership' | 'group';
  readonly id: string;
  readonly name: string;
  readonly base: string;
  readonly partnership: Partnership | null;
  readonly bodies: readonly Body[];
  readonly members: readonly PlaceMember[];
  /** Whether the reader runs its meetings. */
  readonly runs: boolean;
}

export interface Meeting {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyKind: BodyKind;
  readonly seriesId: string | null;
  readonly title: string;
  readonly aim: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: Mode;
  readonly place: string;
  readonly link: string;
  readonly chairId: string | null;
  readonly chair: string | null;
  readonly clerkId: string | null;
  readonly clerk: string | null;
  readonly state: MeetingState;
  readonly reason: string;
  readonly sequence: number;
  readonly rowVersion: number;
  readonly minutes: MinutesState | null;
  readonly remarksUntil: LocalDate | null;
  /** Whether the reader runs this meeting: coordinates the body, chairs it or keeps its minutes. */
  readonly runs: boolean;
}

export interface MeetingLine {
  readonly id: string;
  readonly bodyKind: BodyKind;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly state: MeetingState;
  readonly minutes: MinutesState | null;
  readonly came: number;
  readonly decisions: number;
}

/** Counted apart: one person who came eight times is one person and eight attendances. */
export interface Figures {
  readonly meetings: number;
  readonly people: number;
  readonly attendances: number;
  readonly decisions: number;
  readonly tasks: number;
  /** Of the tasks that were due: done on their day or before. */
  readonly tasksDue: number;
  readonly tasksOnTime: number;
}

export interface AgendaLine {
  /** The same for the same matter, so that it comes to a meeting once: `plan-task:<id>`. */
  readonly key: string;
  readonly title: string;
  /** Where it stands. */
  readonly href: string;
  readonly until: LocalDate | null;
  readonly late: boolean;
}
/** What of a partnership is due and belongs on the agenda of its next meeting; in the language of `ctx`. */
export type AgendaSource = (ctx: Ctx, partnershipId: string) => Promise<readonly AgendaLine[]>;

export interface MeetingsHost {
  readonly siteUrl: string;
  readonly agenda: readonly AgendaSource[];
}

/** One thing that waits for the acting worker. */
export interface DueLine {
  readonly href: string;
  readonly what: string;
  readonly until: LocalDate | null;
  readonly late: boolean;
}

/** The addresses of the meetings of one kind of place. */
export interface At {
  readonly kind: Place['kind'];
  /** `/partnerships/:id/meetings` or `/partner-groups/:id`. */
  readonly base: string;
  readonly host: MeetingsHost;
}

export const placeParams = z.object({ id: z.uuid() });
export const meetingParams = z.object({ id: z.uuid(), meetingId: z.uuid() });
export const emptyBody = z.object({});
export const bodyQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});
export const PAGE = 25;
