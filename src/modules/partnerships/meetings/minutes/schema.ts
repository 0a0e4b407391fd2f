import { z } from 'zod';
import { day, line, needed, whole } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { BodyKind, MinutesState, Mode } from '../schema.ts';

const text = (max: number) => z.string().max(max, 'too_long').default('');
/** Whoever writes says that what looks like data of a person is none of a participant. */
const looked = z.literal('yes').optional();
const _version = z.coerce.number().int().optional();

export const generalBody = z.object({ general: text(20_000), looked, _version });
export type GeneralForm = z.output<typeof generalBody>;
export const notesBody = z.object({ notes: text(20_000), looked, _version });
export type NotesForm = z.output<typeof notesBody>;
export const decisionBody = z.object({
  body: needed(4000),
  votesFor: whole(10_000),
  votesAgainst: whole(10_000),
  abstained: whole(10_000),
  validFrom: day,
  checkOn: day,
  looked,
});
export type DecisionForm = z.output<typeof decisionBody>;
export const taskBody = z.object({
  what: needed(500),
  institution: z.uuid('choice'),
  worker: z.union([z.uuid('choice'), z.literal('')]).default(''),
  due: day.refine((date) => date !== null, 'required'),
  looked,
});
export type TaskForm = z.output<typeof taskBody>;
export const remarkBody = z.object({ remark: needed(4000), looked });
export type RemarkForm = z.output<typeof remarkBody>;
export const replyBody = z.object({ taken: z.enum(['yes', 'no'], 'choice'), reply: line(2000) });
export const noteBody = z.object({ note: needed(4000), looked });
export const pointParams = z.object({ id: z.uuid(), meetingId: z.uuid(), pointId: z.uuid() });
export const remarkParams = z.object({ id: z.uuid(), meetingId: z.uuid(), remarkId: z.uuid() });
export const dropParams = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  pointId: z.uuid(),
  kind: z.enum(['decision', 'task']),
  itemId: z.uuid(),
});

export interface MinutesDecision {
  readonly id: string;
  readonly number: string;
  readonly body: string;
  readonly votes: readonly [number, number, number] | null;
  readonly validFrom: LocalDate;
  readonly checkOn: LocalDate | null;
}
export interface MinutesTask {
  readonly id: string;
  readonly what: string;
  readonly owner: string;
  readonly due: LocalDate;
}
export interface MinutesPoint {
  readonly id: string;
  readonly title: string;
  readonly presenter: string;
  readonly notes: string;
  readonly decisions: readonly MinutesDecision[];
  readonly tasks: readonly MinutesTask[];
}

/** All that minutes say. As they are signed it is kept like this. */
export interface Content {
  readonly place: string;
  readonly bodyKind: BodyKind;
  readonly title: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly mode: Mode;
  readonly where: string;
  readonly chair: string;
  readonly clerk: string;
  readonly present: readonly { readonly name: string; readonly from: string }[];
  readonly points: readonly MinutesPoint[];
  readonly general: string;
}

export interface Minutes {
  readonly state: MinutesState;
  readonly round: number;
  readonly remarksUntil: LocalDate | null;
  readonly signedAt: Date | null;
  readonly how: 'people' | 'silence' | null;
  readonly hash: string | null;
  readonly rowVersion: number;
  readonly content: Content;
}
export interface Remark {
  readonly id: string;
  readonly by: string;
  readonly remark: string;
  readonly madeAt: Date;
  readonly taken: boolean | null;
  readonly reply: string;
}
export interface Signature {
  readonly worker: string;
  readonly institutionId: string;
  readonly institution: string;
  readonly role: 'chair' | 'member';
  readonly signedAt: Date;
}
export interface NoteLine {
  readonly worker: string;
  readonly note: string;
  readonly madeAt: Date;
}
