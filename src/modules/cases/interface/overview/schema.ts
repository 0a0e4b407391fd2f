import { z } from 'zod';
import { CASE_STATES, caseParams, WAITS } from '../../schema.ts';
import { dataClass, day, instant, named, waits } from '../schema.ts';

export const WAITING = ['me', 'others', 'late'] as const;
export const PAGE = 50;

export const casesQuery = z.strictObject({
  state: z.enum(CASE_STATES, 'choice').optional(),
  waiting: z.enum(WAITING, 'choice').optional(),
  /** `nextCursor` of the page before. */
  cursor: z.uuid('invalid').optional(),
});
export type CasesQuery = z.output<typeof casesQuery>;

export const caseLine = z.object({
  id: z.uuid(),
  number: z.string(),
  state: z.enum(CASE_STATES),
  person: z.string().nullable().describe('Given name and initial; null for whoever may not know the person'),
  waitsFor: z.enum(WAITS),
  waitsUntil: day.nullable(),
  waitsInstitution: named.nullable(),
  waitsWorker: z.string().nullable(),
  rowVersion: z.int(),
});
export const casePage = z.object({ cases: z.array(caseLine), nextCursor: z.uuid().nullable() });

export const caseDetail = z.object({
  id: z.uuid(),
  number: z.string(),
  partnershipId: z.uuid(),
  state: z.enum(CASE_STATES),
  stateSince: instant,
  openedAt: instant,
  person: z.string().nullable(),
  leadInstitutionId: z.uuid(),
  coordinatorId: z.uuid().nullable(),
  coordinator: z.string().nullable(),
  officeSign: z.string(),
  intakeOn: day.nullable(),
  leftOn: day.nullable(),
  outcomeCode: z.string().nullable(),
  previousCaseId: z.uuid().nullable(),
  waits: waits.extend({
    institution: z.string().nullable(),
    worker: z.string().nullable(),
    forMe: z.boolean(),
  }),
  team: z.array(
    z.object({
      institutionId: z.uuid(),
      institution: z.string(),
      type: z.string(),
      role: z.string(),
      workers: z.array(z.object({ id: z.uuid(), name: z.string(), role: z.string() })),
    }),
  ),
  rowVersion: z.int(),
});

export const event = z.object({
  at: instant,
  kind: z.string(),
  institution: named.extend({ id: z.uuid() }).nullable(),
  worker: z.string().nullable(),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const personOfCase = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  unidentifiedLabel: z.string().nullable(),
  identifier: z.object({ kind: z.enum(['pesel', 'document']), value: z.string() }).nullable(),
  birthDate: day.nullable(),
  sex: z.enum(['f', 'm']).nullable(),
  gminaId: z.string().nullable(),
  locality: z.string(),
  postalCode: z.string(),
  street: z.string(),
  phone: z.string(),
  email: z.string(),
  language: z.string(),
  rowVersion: z.int(),
});

export const grant = z.object({
  id: z.uuid(),
  institutionId: z.uuid(),
  institution: z.string(),
  dataClass,
  canWrite: z.boolean(),
  basis: z.string(),
  article: z.string(),
  origin: z.string(),
  validFrom: instant,
  validTo: instant.nullable(),
  endedReason: z.string().nullable(),
});
export const access = z.object({ current: z.array(grant), ended: z.array(grant) });

export const term = z.object({
  code: z.string(),
  label: z.string(),
  meta: z.record(z.string(), z.unknown()),
});
export const dictionaryParams = z.object({ name: z.string().regex(/^[a-z_]{2,40}$/) });
export const overviewParams = caseParams;
