import { z } from 'zod';
import { caseParams } from '../../schema.ts';
import { dataClass, day, instant, line, long, version } from '../schema.ts';

const scale = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)], 'choice');

export const diagnosis = z.object({
  id: z.uuid(),
  number: z.int(),
  state: z.enum(['draft', 'approved']),
  parts: z.array(
    z.object({
      id: z.uuid(),
      domain: z.string(),
      label: z.string(),
      dataClass,
      institutionId: z.uuid(),
      institution: z.string(),
      required: z.boolean(),
      filled: z.boolean().nullable().describe('Null where the answer itself would tell too much'),
      content: z
        .object({
          scale: scale.nullable(),
          note: z.string(),
          filledBy: z.string().nullable(),
          filledAt: instant.nullable(),
          rowVersion: z.int(),
        })
        .nullable()
        .describe('Null for a class the caller may not read'),
    }),
  ),
  ownView: z.string(),
  strengths: z.string(),
  conclusion: z.string(),
  meetingOn: day.nullable(),
  present: z.string(),
  work: z
    .object({ body: z.string(), rowVersion: z.int() })
    .nullable()
    .describe('What follows for work from the protected domains, without the reason'),
  approvals: z.array(
    z.object({
      institutionId: z.uuid(),
      institution: z.string(),
      worker: z.string(),
      at: instant,
      current: z.boolean(),
    }),
  ),
  missing: z.array(z.object({ what: z.string(), domain: z.string().nullable() })),
  approvedAt: instant.nullable(),
  rowVersion: z.int(),
  contentVersion: z
    .int()
    .describe('What an approval names, so that nobody approves a text they have not read'),
});

export const partsBody = z.strictObject({
  parts: z
    .array(
      z.strictObject({
        domain: line(60),
        scale: scale.nullable().default(null),
        note: long.default(''),
        rowVersion: version,
      }),
    )
    .min(1, 'required')
    .max(50, 'too_long'),
  work: z.strictObject({ body: long, rowVersion: z.int().min(0) }).optional(),
});
export const ownViewBody = z.strictObject({ ownView: long, strengths: long, rowVersion: version });
export const conclusionBody = z.strictObject({
  conclusion: long,
  meetingOn: day.optional(),
  present: line(1000).default(''),
  rowVersion: version,
});
export const approveBody = z.strictObject({ contentVersion: version });

export const diagnosisParams = caseParams;
export const numberParams = caseParams.extend({ number: z.coerce.number().int().min(1).max(9999) });
