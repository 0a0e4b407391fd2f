import { z } from 'zod';
import { INCOME_CHANGES, STAGES } from '../../outcome/follow-up/schema.ts';
import { WAYS } from '../../outcome/leaving/schema.ts';
import { EVALUATIONS, HOURS } from '../../outcome/schema.ts';
import { caseParams } from '../../schema.ts';
import { code, day, instant, line, maybeVersion, version } from '../schema.ts';

export const outcomeView = z.object({
  outcome: z
    .object({
      code: z.string(),
      extraCodes: z.array(z.string()),
      leftOn: day,
      evidence: z.string(),
      employmentStartedOn: day.nullable(),
      employmentHours: z.string(),
      plannedMonths: z.int().nullable(),
      openEnded: z.boolean().describe('The job has no end agreed'),
      progress: z.array(z.string()),
      informedOn: day,
      evaluation: z.string(),
      note: z.string(),
      recordedAt: instant,
    })
    .nullable(),
  openItems: z.array(z.object({ lineageId: z.uuid(), service: z.string(), institution: z.string() })),
  unconfirmed: z
    .array(z.object({ institutionId: z.uuid(), name: z.string(), type: z.string() }))
    .describe('Partners that have not confirmed the closing'),
});
export const followUp = z.object({
  stage: z.enum(STAGES),
  opensOn: day,
  dueOn: day,
  doneOn: day.nullable(),
  result: z.enum(['reached', 'unreachable', 'missed']).nullable(),
  channel: z.string().nullable(),
  informant: z.string().nullable(),
  employmentStatus: z.string().nullable(),
  employmentKind: z.string().nullable(),
  sameJob: z.boolean().nullable(),
  incomeChange: z.string().nullable(),
  needsHelp: z.boolean().nullable(),
  note: z.string(),
  tries: z.array(z.object({ triedOn: day, channel: z.string() })),
});

export const outcomeBody = z.strictObject({
  code: code(40).describe('Code of the dictionary outcome'),
  extraCodes: z.array(code(40)).max(20, 'too_long').default([]),
  leftOn: day,
  evidence: code(40).describe('Code of the dictionary evidence'),
  employmentStartedOn: day.optional(),
  employmentHours: z.enum(HOURS, 'choice').optional(),
  plannedMonths: z.int('number.whole').min(0, 'number.min').max(600, 'number.max').optional(),
  openEnded: z.boolean().default(false).describe('The job has no end agreed; then plannedMonths stays out'),
  progress: z.array(code(40)).max(20, 'too_long').default([]),
  informedOn: day,
  evaluation: z.enum(EVALUATIONS, 'choice'),
  note: line(2000).default(''),
  items: z
    .array(
      z.strictObject({
        lineageId: z.uuid('choice'),
        result: z.enum(['done', 'not_done'], 'choice'),
        reason: line(1000).default(''),
      }),
    )
    .max(200, 'too_long')
    .default([]),
  rowVersion: version,
});
export type OutcomeBody = z.output<typeof outcomeBody>;
export const takeBackBody = z.strictObject({ rowVersion: maybeVersion });
export const followUpBody = z.strictObject({
  doneOn: day,
  channel: code().describe('Code of the dictionary contact_form'),
  informant: code().describe('Code of the dictionary informant'),
  employmentStatus: code().describe('Code of the dictionary follow_up_employment'),
  employmentKind: line(60).default(''),
  sameJob: z.boolean().optional(),
  incomeChange: z.enum(INCOME_CHANGES, 'choice'),
  needsHelp: z.boolean(),
  note: line(2000).default(''),
});
export type FollowUpBody = z.output<typeof followUpBody>;
export const tryBody = z.strictObject({ triedOn: day, channel: code() });
export const withdrawBody = z.strictObject({
  reason: code().describe('Code of the dictionary withdrawal'),
  saidOn: day,
  way: z.enum(WAYS, 'choice'),
  note: line(2000).default(''),
});

export const outcomeParams = caseParams;
export const stageParams = caseParams.extend({ stage: z.enum(STAGES) });
