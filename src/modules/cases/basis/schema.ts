import { z } from 'zod';
import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { LegalBasis } from '../grants/api.ts';
import { caseParams, rowVersion } from '../schema.ts';

export const CLAUSE_FORMS = ['paper', 'oral', 'electronic', 'posted'] as const;

export interface RecordedBasis {
  readonly id: string;
  readonly institutionId: string;
  readonly basisCode: string;
  readonly article: string;
  readonly label: string;
  readonly classes: readonly DataClass[];
  readonly document: string;
  readonly validTo: LocalDate | null;
}

/** Classes of data that an institution collects in its own tasks, with the article it does so on. */
export interface OwnScope {
  readonly article: string;
  readonly classes: readonly DataClass[];
}

/** A basis that an institution may be given, with what may be ticked under it. */
export interface BasisChoice extends LegalBasis {
  readonly offered: readonly DataClass[];
  readonly needsDocument: boolean;
}

export interface ClauseGiven {
  readonly version: string;
  readonly lang: string;
  readonly givenOn: LocalDate;
  readonly form: string;
}

const typedDate = z.string().trim().max(40);

export const institutionParams = caseParams.extend({ institutionId: z.uuid() });
/** Which basis of the institution is being recorded; the page then offers its classes. */
export const basisQuery = z.object({ basis: z.string().max(80).optional() });

export const clauseBody = z.object({
  clause: z.string().regex(/^[^|]{1,40}\|(pl|en|uk)$/, 'choice'),
  given_on: typedDate.min(1, 'required'),
  form: z.enum(CLAUSE_FORMS, 'choice'),
});
export type ClauseBody = z.output<typeof clauseBody>;

export const basisBody = z.object({
  basis: z.string().min(1, 'choice').max(80),
  classes: z
    .union([z.array(z.enum(DATA_CLASSES)), z.enum(DATA_CLASSES).transform((c) => [c])], 'choices')
    .default([]),
  document: z.string().trim().max(200).default(''),
  valid_to: typedDate.default(''),
});
export type BasisBody = z.output<typeof basisBody>;

export const completeBody = z.object({ _version: rowVersion });
export const noBody = z.object({});
