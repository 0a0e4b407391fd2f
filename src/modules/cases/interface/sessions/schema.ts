import { z } from 'zod';
import { caseParams } from '../../schema.ts';
import { CHANNELS } from '../../sessions/contacts/schema.ts';
import { MARKS } from '../../sessions/schema.ts';
import { day, instant, line, version } from '../schema.ts';

const mark = z.enum(MARKS, 'choice');

export const session = z.object({
  id: z.uuid(),
  institutionId: z.uuid(),
  workerId: z.uuid(),
  worker: z.string(),
  groupId: z.uuid().nullable(),
  serviceCode: z.string(),
  title: z.string(),
  startsAt: instant,
  hours: z.number(),
  place: z.string(),
  cancelledAt: instant.nullable(),
  rowVersion: z.int(),
  attendance: z.array(
    z.object({
      id: z.uuid(),
      caseId: z.uuid(),
      caseNumber: z.string(),
      name: z.string(),
      lineageId: z.uuid(),
      mark: mark.nullable(),
      minutes: z.int().nullable(),
      markedAt: instant.nullable(),
      rowVersion: z.int(),
    }),
  ),
});
export const attendanceLine = z.object({
  id: z.uuid(),
  sessionId: z.uuid(),
  lineageId: z.uuid(),
  startsAt: instant,
  hours: z.number(),
  institutionId: z.uuid(),
  institution: z.string(),
  serviceCode: z.string(),
  title: z.string(),
  place: z.string(),
  cancelled: z.boolean(),
  mark: mark.nullable(),
  minutes: z.int().nullable(),
});
export const contact = z.object({
  id: z.uuid(),
  heldOn: day,
  channel: z.enum(CHANNELS),
  reached: z.boolean(),
  note: z.string(),
  institution: z.string(),
  worker: z.string(),
});
export const contactsView = z.object({
  contacts: z.array(contact),
  duty: z.object({
    lastOn: day.nullable(),
    dueOn: day.nullable(),
    everyDays: z.int(),
    overdue: z.boolean(),
  }),
});

export const sessionBody = z.strictObject({
  caseId: z.uuid('choice').optional(),
  lineageId: z.uuid('choice').optional().describe('With `caseId`: the item of the plan it is for'),
  groupId: z.uuid('choice').optional().describe('Instead of `caseId` and `lineageId`'),
  title: line(200).default(''),
  firstOn: day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'time'),
  hours: z.number('number').positive('number.min').max(24, 'number.max'),
  times: z.int('number.whole').min(1, 'number.min').max(60, 'number.max').default(1),
  place: line(200).default(''),
  workerId: z.uuid('choice').optional(),
});
export type SessionBody = z.output<typeof sessionBody>;
export const planned = z.object({
  sessionIds: z.array(z.uuid()),
  skipped: z.array(day).describe('Public holidays'),
  outside: z.array(day).describe('Days on which the item of the plan does not run'),
});
export const attendanceBody = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        id: z.uuid('choice'),
        mark: mark.nullable(),
        minutes: z.int('number.whole').min(0, 'number.min').max(1440, 'number.max').nullable().default(null),
        rowVersion: version,
      }),
    )
    .min(1, 'required')
    .max(200, 'too_long'),
});
export const marked = z.object({ changed: z.int(), alarms: z.int() });
export const cancelBody = z.strictObject({
  reason: line(300).default(''),
  rest: z.boolean().default(false).describe('Also the later ones of the series'),
  rowVersion: version,
});
export const contactBody = z.strictObject({
  heldOn: day,
  channel: z.enum(CHANNELS, 'choice'),
  reached: z.boolean(),
  note: line(2000).default(''),
});

export const sessionParams = caseParams;
