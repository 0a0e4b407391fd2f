import { z } from 'zod';
import { INSTRUMENT_STATES } from '../../plan/instruments/schema.ts';
import { PLAN_STATES, PROGRESS_STATES } from '../../plan/schema.ts';
import { caseParams } from '../../schema.ts';
import { code, day, instant, line, version } from '../schema.ts';

const progress = z.object({
  state: z.enum(PROGRESS_STATES),
  reason: z.string(),
  rowVersion: z.int().describe('0 while nobody has said anything'),
});
export const item = z.object({
  id: z.uuid(),
  lineageId: z.uuid().describe('The same item in every version; attendance and progress hang on it'),
  serviceCode: z.string(),
  service: z.string(),
  description: z.string(),
  institutionId: z.uuid(),
  institution: z.string(),
  workerId: z.uuid(),
  worker: z.string(),
  startsOn: day,
  dueOn: day,
  financingCode: z.string(),
  place: z.string(),
  hours: z.number().nullable(),
  progress,
  rowVersion: z.int(),
});
export const plan = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(PLAN_STATES),
  goals: z.array(
    z.object({
      id: z.uuid(),
      lineageId: z.uuid(),
      title: z.string(),
      measure: z.string(),
      dueOn: day,
      items: z.array(item),
      rowVersion: z.int(),
    }),
  ),
  ownObligation: z.string(),
  nextReviewOn: day.nullable(),
  contactEveryDays: z.int().nullable(),
  contactForm: z.string(),
  signatures: z.array(
    z.object({
      signer: z.enum(['person', 'guardian', 'coordinator', 'institution']),
      institutionId: z.uuid().nullable(),
      name: z.string(),
      way: z.enum(['electronic', 'paper']),
      signedAt: instant,
      signedOn: day.nullable().describe('The day on the paper'),
    }),
  ),
  signedOn: day.nullable(),
  contentHash: z.string().nullable(),
  rowVersion: z.int(),
});
export const planView = z.object({
  inForce: plan.nullable(),
  open: plan.nullable().describe('The version being drafted or signed'),
  ownItems: z.array(item).describe('What an institution sees that was let into no more than its own items'),
});
export const versionLine = z.object({
  id: z.uuid(),
  version: z.int(),
  state: z.enum(PLAN_STATES),
  signedOn: day.nullable(),
  createdAt: instant,
});
export const readinessView = z.object({
  warnings: z.array(
    z.object({
      key: z.string(),
      code: z.string(),
      sentence: z.string(),
      source: z.string(),
      about: z.array(z.string()),
      confirm: z.string().nullable().describe('Who confirms: coordinator or a type of institution'),
      confirmed: z.boolean(),
    }),
  ),
  missing: z.array(z.object({ what: z.string(), id: z.string(), name: z.string() })),
});
export const instrument = z.object({
  id: z.uuid(),
  kind: z.string(),
  label: z.string(),
  number: z.string(),
  institutionId: z.uuid(),
  institution: z.string(),
  signedOn: day.nullable(),
  startedOn: day.nullable(),
  endsOn: day.nullable(),
  state: z.enum(INSTRUMENT_STATES),
  rowVersion: z.int(),
});

const goalFields = { title: line(200).min(1, 'required'), measure: line(1000).default(''), dueOn: day };
const itemFields = {
  serviceCode: code().describe('Code of the dictionary service'),
  description: line(1000).default(''),
  institutionId: z.uuid('choice'),
  workerId: z.uuid('choice').describe('A worker of that institution in the team'),
  startsOn: day,
  dueOn: day,
  financingCode: code().describe('Code of the dictionary financing'),
  place: line(200).default(''),
  hours: z.number('number').positive('number.min').max(9999, 'number.max').optional(),
};
export const goalBody = z.strictObject(goalFields);
export const goalChange = z.strictObject({ ...goalFields, rowVersion: version });
export const itemBody = z.strictObject(itemFields);
export type ItemBody = z.output<typeof itemBody>;
export const itemChange = z.strictObject({ ...itemFields, rowVersion: version });
export const arrangementsBody = z.strictObject({
  ownObligation: line(4000),
  nextReviewOn: day.optional(),
  contactEveryDays: z.int('number.whole').min(1, 'number.min').max(90, 'number.max').optional(),
  contactForm: line(40).default(''),
  rowVersion: version,
});
export const confirmBody = z.strictObject({ key: line(400).min(1, 'required') });
export const signingBody = z.strictObject({ rowVersion: version });
export const paperBody = z.strictObject({
  signer: z.enum(['person', 'guardian'], 'choice'),
  name: line(200).min(1, 'required'),
  signedOn: day.optional().describe('The day on the paper; today when not said'),
});
export const progressBody = z.strictObject({
  state: z.enum(PROGRESS_STATES, 'choice'),
  reason: line(1000).default(''),
  rowVersion: z.int('number.whole').min(0, 'number.min'),
});
const instrumentFields = {
  kind: code(),
  number: line(80).default(''),
  institutionId: z.uuid('choice'),
  signedOn: day.optional(),
  startedOn: day.optional(),
  endsOn: day.optional(),
  state: z.enum(INSTRUMENT_STATES, 'choice'),
};
export const instrumentBody = z.strictObject(instrumentFields);
export const instrumentChange = z.strictObject({ ...instrumentFields, rowVersion: version });

export const planParams = caseParams;
export const goalParams = caseParams.extend({ goalId: z.uuid() });
export const itemParams = caseParams.extend({ itemId: z.uuid() });
export const lineageParams = caseParams.extend({ lineageId: z.uuid() });
export const instrumentParams = caseParams.extend({ instrumentId: z.uuid() });
export const versionParams = caseParams.extend({ version: z.coerce.number().int().min(1).max(9999) });
