import { z } from 'zod';
import { DECISIONS, ITEM_RESULTS } from '../../review/schema.ts';
import { caseParams } from '../../schema.ts';
import { code, day, instant, line, version } from '../schema.ts';

const itemFinding = { lineageId: z.uuid('choice'), result: z.enum(ITEM_RESULTS, 'choice') };
const goalFinding = {
  lineageId: z.uuid('choice'),
  scale: z.int('number.whole').min(0, 'number.min').max(4, 'number.max'),
};

export const review = z.object({
  id: z.uuid(),
  number: z.int(),
  heldOn: day,
  kind: z.enum(['scheduled', 'extra', 'final']),
  trigger: z.string(),
  present: z.string(),
  decision: z.enum(DECISIONS),
  minutes: z.string(),
  nextReviewOn: day.nullable(),
  recordedBy: z.string(),
  recordedAt: instant,
  items: z.array(z.object({ ...itemFinding, reason: z.string(), label: z.string() })),
  goals: z.array(z.object({ ...goalFinding, label: z.string() })),
});
export const suspension = z.object({
  id: z.uuid(),
  reason: z.string(),
  fromOn: day,
  untilOn: day,
  resumedOn: day.nullable(),
});

export const reviewBody = z.strictObject({
  heldOn: day,
  trigger: code().describe('Code of the dictionary review_trigger'),
  present: line(1000),
  items: z.array(z.strictObject({ ...itemFinding, reason: line(1000).default('') })).max(200, 'too_long'),
  goals: z.array(z.strictObject(goalFinding)).max(100, 'too_long'),
  decision: z.enum(DECISIONS, 'choice'),
  nextReviewOn: day.optional(),
  minutes: line(10_000).default(''),
  rowVersion: version,
});
export const suspendBody = z.strictObject({ reason: code(), fromOn: day, untilOn: day, rowVersion: version });
export const resumeBody = z.strictObject({ resumedOn: day, rowVersion: version });

export const reviewParams = caseParams;
