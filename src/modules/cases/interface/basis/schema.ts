import { z } from 'zod';
import { CLAUSE_FORMS } from '../../basis/schema.ts';
import { CONSENT_WAYS, TEXT_LANGS } from '../../consents/schema.ts';
import { caseParams } from '../../schema.ts';
import { code, dataClass, day, instant, line, maybeVersion } from '../schema.ts';

const lang = z.enum(TEXT_LANGS, 'choice');

export const basis = z.object({
  clauses: z.array(z.object({ version: z.string(), lang: z.string(), givenOn: day, form: z.string() })),
  clauseVersions: z.array(z.object({ version: z.string(), lang: z.string() })),
  consentTexts: z.array(z.object({ version: z.string(), lang: z.string() })),
  partners: z.array(
    z.object({
      institutionId: z.uuid(),
      name: z.string(),
      type: z.string(),
      role: z.string(),
      consentInForce: z.boolean(),
      bases: z.array(
        z.object({
          id: z.uuid(),
          basis: z.string(),
          article: z.string(),
          classes: z.array(dataClass),
          document: z.string(),
          validTo: day.nullable(),
        }),
      ),
      choices: z.array(
        z.object({
          basis: z.string(),
          article: z.string(),
          label: z.string(),
          classes: z.array(dataClass),
          needsDocument: z.boolean(),
        }),
      ),
    }),
  ),
  consentRecipients: z.array(
    z.object({ institutionId: z.uuid(), name: z.string(), classes: z.array(dataClass) }),
  ),
  missing: z.array(z.object({ what: z.string(), institutionId: z.uuid().nullable() })),
});

export const consent = z.object({
  id: z.uuid(),
  institutionId: z.uuid(),
  institution: z.string(),
  classes: z.array(dataClass),
  textVersion: z.string(),
  lang: z.string(),
  givenOn: day,
  way: z.string(),
  validTo: day,
  withdrawnAt: instant.nullable(),
  rowVersion: z.int(),
});

export const clauseBody = z.strictObject({
  version: code(40),
  lang,
  givenOn: day,
  form: z.enum(CLAUSE_FORMS, 'choice'),
});
export const basisBody = z.strictObject({
  institutionId: z.uuid('choice'),
  basis: code(80),
  classes: z.array(dataClass).min(1, 'choices'),
  document: line(200).default(''),
  validTo: day.optional(),
});
export const consentBody = z.strictObject({
  textVersion: code(40),
  lang,
  givenOn: day,
  way: z.enum(CONSENT_WAYS, 'choice'),
  validTo: day,
  note: line(500).default(''),
  shares: z
    .array(z.strictObject({ institutionId: z.uuid('choice'), classes: z.array(dataClass).min(1, 'choices') }))
    .min(1, 'choices')
    .max(50, 'too_long'),
});
export const withdrawBody = z.strictObject({ saidOn: day });
export const narrowBody = z.strictObject({ classes: z.array(dataClass).min(1, 'choices') });
export const completeBody = z.strictObject({ rowVersion: maybeVersion });

export const basisParams = caseParams;
export const consentParams = caseParams.extend({ consentId: z.uuid() });
