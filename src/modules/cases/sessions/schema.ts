import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

export const MARKS = ['present', 'excused', 'absent', 'sick'] as const;
export type Mark = (typeof MARKS)[number];

export interface SessionRow {
  readonly id: string;
  readonly institutionId: string;
  readonly workerId: string;
  readonly workerName: string;
  readonly groupId: string | null;
  readonly groupName: string | null;
  readonly serviceCode: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly hours: number;
  readonly place: string;
  readonly cancelledAt: Date | null;
  readonly cancelReason: string;
  readonly seriesId: string | null;
  readonly rowVersion: number;
}

/** A session in a list: how many are expected and how many are marked, of those the actor may see. */
export interface ListedSession extends SessionRow {
  readonly expected: number;
  readonly marked: number;
  readonly present: number;
  /** One-to-one: whose case it is. */
  readonly caseId: string | null;
  readonly personId: string | null;
  readonly personName: string | null;
}

/** One line of the attendance list. */
export interface Attendee {
  readonly id: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly personId: string;
  readonly name: string;
  readonly lineageId: string;
  readonly mark: Mark | null;
  readonly minutes: number | null;
  readonly markedBy: string | null;
  readonly markedAt: Date | null;
  readonly rowVersion: number;
}

/** An attendance of one case with its session: for the weave, reviews and the monthly summary. */
export interface CaseAttendance {
  readonly id: string;
  readonly sessionId: string;
  readonly lineageId: string;
  readonly date: LocalDate;
  readonly startsAt: Date;
  readonly hours: number;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly serviceCode: string;
  readonly title: string;
  readonly place: string;
  readonly group: boolean;
  readonly cancelled: boolean;
  readonly mark: Mark | null;
  readonly minutes: number | null;
}

/** An item of the plan in force that this institution carries out: what a session can be planned for. */
export interface OwnItem {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly personId: string;
  readonly personName: string;
  readonly lineageId: string;
  readonly serviceCode: string;
  readonly place: string;
  readonly startsOn: LocalDate;
  readonly dueOn: LocalDate;
}

const line = (max: number) => z.string().trim().max(max).default('');
export const sessionParams = z.object({ id: z.uuid() });
export const weekQuery = z.object({
  week: z.string().max(40).optional(),
  who: z.enum(['mine', 'all']).optional(),
  group: z.uuid().optional(),
  open: z.literal('yes').optional(),
  planned: z.coerce.number().int().min(0).max(200).optional(),
  skipped: z.string().max(600).optional(),
});
/** From a group (`for`) or from a case: it is chosen already. */
export const newQuery = z.object({ for: z.string().max(90).optional(), case: z.uuid().optional() });
/** `g:group` or `i:case:lineage`. */
const forWhom = z.string().regex(/^(g:[0-9a-f-]{36}|i:[0-9a-f-]{36}:[0-9a-f-]{36})$/, 'choice');
export const newSessionBody = z.object({
  for: forWhom,
  title: line(200),
  first_on: z.string().trim().min(1).max(40),
  time: z.string().trim().min(1).max(10),
  hours: z.string().trim().min(1).max(6),
  times: z.string().trim().max(4).default('1'),
  place: line(200),
});
export type NewSessionBody = z.output<typeof newSessionBody>;
export const markQuery = z.object({
  preset: z.literal('present').optional(),
  saved: z.literal('yes').optional(),
});
export const cancelBody = z.object({
  reason: line(300),
  scope: z.enum(['one', 'rest']).default('one'),
  _version: z.coerce.number().int().min(1),
});
export const anyBody = z.record(z.string(), z.unknown());

/** For whom a session is planned when the form is opened from a case: an item of it that runs now, else its first. */
export function firstChoice(items: readonly OwnItem[], caseId: string | undefined, day: LocalDate): string {
  const own = items.filter((i) => i.caseId === caseId);
  const chosen = own.find((i) => i.startsOn <= day && day <= i.dueOn) ?? own[0];
  return chosen ? `i:${chosen.caseId}:${chosen.lineageId}` : '';
}
