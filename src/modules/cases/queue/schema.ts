import { z } from 'zod';
import { day, line, needed, ticked, whole } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

export const ENTRY_STATES = ['waiting', 'offered', 'accepted', 'removed'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
export const STEP_KINDS = ['joined', 'shifted', 'offered', 'accepted', 'declined', 'removed'] as const;
export type StepKind = (typeof STEP_KINDS)[number];
/** Why somebody waits no more, besides a place or the end of the case. */
export const END_CODES = ['person', 'other_service', 'not_met', 'no_contact'] as const;
export type EndCode = (typeof END_CODES)[number] | '' | 'accepted' | 'case_ended';

/** What the order of a waiting list rests on: a stated ground, then a date. Nothing else, and no sum of anything. */
export interface OrderFacts {
  readonly id: string;
  /** Rank of the ground among those of the criteria; 100 without a ground. */
  readonly rank: number;
  readonly since: LocalDate;
  /** What a reason in words made of the rank and the date. */
  readonly shiftedRank: number | null;
  readonly shiftedFrom: LocalDate | null;
  readonly createdAt: Date;
}

export interface Entry extends OrderFacts {
  readonly caseId: string;
  readonly partnershipId: string;
  readonly serviceId: string;
  readonly service: string;
  readonly institution: string;
  /** Places of the service free on a day. */
  readonly free: number;
  readonly freeOn: LocalDate;
  readonly selectionId: string;
  readonly groundId: string | null;
  readonly ground: string | null;
  readonly shiftReason: string;
  readonly state: EntryState;
  readonly aheadReason: string;
  readonly offeredOn: LocalDate | null;
  readonly answerUntil: LocalDate | null;
  readonly endedOn: LocalDate | null;
  readonly endCode: EndCode;
  readonly endNote: string;
  readonly rowVersion: number;
  /** 1 is first; null when not waiting. */
  readonly place: number | null;
}

export interface Condition {
  readonly id: string;
  readonly name: string;
  readonly checking: string;
  readonly met: boolean | null;
  readonly checkedOn: LocalDate | null;
  readonly checkedBy: string | null;
}
export interface Step {
  readonly at: Date;
  readonly kind: StepKind;
  readonly reason: string;
  readonly worker: string;
}

export interface Rules {
  readonly id: string;
  readonly version: number;
  readonly who: string;
  readonly orderWords: string;
}
export interface Offer {
  readonly id: string;
  readonly name: string;
  readonly institution: string;
}
export interface Ground {
  readonly id: string;
  readonly position: number;
  readonly name: string;
}

/** What somebody sees of their own place in a queue. */
export interface OwnPlace {
  readonly service: string;
  readonly institution: string;
  readonly since: LocalDate;
  readonly state: EntryState;
  readonly place: number | null;
  readonly ground: string | null;
  readonly shiftReason: string;
  readonly answerUntil: LocalDate | null;
  readonly who: string;
  readonly orderWords: string;
  readonly appeal: string;
}

/** A line of the waiting list of a partnership, of a case that the reader sees. */
export interface PersonLine {
  readonly entry: Entry;
  readonly number: string;
  readonly person: string | null;
}

export const entryParams = z.object({ id: z.uuid(), entryId: z.uuid() });
export const partnershipParams = z.object({ id: z.uuid() });
export const joinBody = z.object({
  service: z.uuid('choice'),
  since: day,
  ground: z.union([z.uuid(), z.literal('')], 'choice').default(''),
  met: ticked,
});
const version = { _version: z.coerce.number().int().optional() };
export const factsBody = z.object({ met: ticked });
export const shiftBody = z.object({
  rank: whole(100, 1),
  from: day,
  reason: needed(1000),
  ...version,
});
export const offerBody = z.object({ until: day, ahead: line(1000), ...version });
export const answerBody = z.object({
  answer: z.enum(['accepted', 'declined'], 'choice'),
  reason: line(1000),
  ...version,
});
export const removeBody = z.object({ code: z.enum(END_CODES, 'choice'), note: needed(1000), ...version });
export type JoinForm = z.output<typeof joinBody>;
