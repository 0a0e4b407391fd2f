import { z } from 'zod';
import { email, line, maybe, needed, ticked } from '#kernel/forms/fields.ts';
import { ANSWERS, type Answer, type MeetingState, type Mode } from '../schema.ts';

export interface Attendee {
  readonly id: string;
  readonly workerId: string | null;
  readonly institutionId: string | null;
  readonly name: string;
  /** Of a worker the institution, of a guest what they said. */
  readonly from: string;
  readonly guest: boolean;
  readonly invitedAt: Date | null;
  readonly answer: Answer | null;
  readonly substitute: string;
  readonly came: boolean;
}

/** What a link in an invitation opens. */
export interface Invitation {
  readonly meetingId: string;
  readonly bodyKind: string;
  readonly bodyName: string;
  readonly title: string;
  readonly aim: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly mode: Mode;
  readonly place: string;
  readonly link: string;
  readonly state: MeetingState;
  readonly sequence: number;
  readonly updatedAt: Date;
  readonly answer: Answer | null;
  readonly substitute: string;
  readonly points: readonly string[];
}

export const addBody = z.object({ worker: ticked });
export const guestBody = z.object({
  name: needed(),
  organisation: line(200),
  email,
  lang: maybe(['en']).transform((chosen) => chosen ?? 'pl'),
});
export type GuestForm = z.output<typeof guestBody>;
export const answerBody = z.object({
  answer: z.enum(ANSWERS, 'choice'),
  substitute: line(200),
});
export type AnswerForm = z.output<typeof answerBody>;
export const attendanceBody = z.object({ came: ticked, name: line(200), organisation: line(200) });
export type AttendanceForm = z.output<typeof attendanceBody>;
export const attendeeParams = z.object({ id: z.uuid(), meetingId: z.uuid(), attendeeId: z.uuid() });
