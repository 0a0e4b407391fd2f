import { z } from 'zod';
import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import { caseParams, rowVersion } from '../schema.ts';

export const CLAUSE_FORMS = ['paper', 'oral', 'electronic', 'posted'] as const;
export const CONSENT_WAYS = ['paper', 'oral', 'electronic'] as const;
export const TEXT_LANGS = ['pl', 'en', 'uk'] as const;

/** Classes a partner can be let into. D8 never is; D9 and D10 stay in the institution that wrote them. */
export const SHAREABLE: readonly DataClass[] = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'];
/** Classes of special categories and of a special regime: never given by a default, only by an explicit tick. */
export const SPECIAL: readonly DataClass[] = ['D7', 'D8'];
/** The longest a consent may stand before it must be asked for again. */
export const MAX_CONSENT_MONTHS = 24;

export interface LegalBasis {
  readonly code: string;
  readonly article: string;
  readonly label: string;
  readonly kind: 'statutory' | 'commission' | 'consent' | 'contract' | 'vital_interest';
  readonly types: readonly string[];
  readonly classes: readonly DataClass[];
  readonly certain: boolean;
}

export interface Partner {
  readonly institutionId: string;
  readonly name: string;
  readonly type: string;
  readonly role: string;
  /** Classes the agreement in force lets this type of institution receive. */
  readonly ceiling: readonly DataClass[];
}

export interface RecordedBasis {
  readonly id: string;
  readonly institutionId: string;
  readonly basisCode: string;
  readonly article: string;
  readonly label: string;
  readonly classes: readonly DataClass[];
  readonly document: string;
  readonly validTo: LocalDate | null;
  readonly recordedAt: Date;
}

export interface Consent {
  readonly id: string;
  readonly institutionId: string;
  readonly institutionName: string;
  readonly institutionType: string;
  readonly classes: readonly DataClass[];
  readonly textVersion: string;
  readonly lang: string;
  readonly givenOn: LocalDate;
  readonly way: string;
  readonly note: string;
  readonly validTo: LocalDate;
  readonly withdrawnAt: Date | null;
  readonly withdrawnBy: string | null;
  readonly rowVersion: number;
}

export interface ClauseGiven {
  readonly version: string;
  readonly lang: string;
  readonly givenOn: LocalDate;
  readonly form: string;
}

export const asClass = (value: string): DataClass | undefined => DATA_CLASSES.find((c) => c === value);
export const asClasses = (values: readonly string[]): DataClass[] =>
  values.map(asClass).filter((c) => c !== undefined);

const dataClass = z.enum(DATA_CLASSES);
const text = (max: number) => z.string().trim().max(max).default('');

export const basisParams = caseParams;
export const consentParams = caseParams.extend({ consentId: z.uuid() });
export const institutionParams = caseParams.extend({ institutionId: z.uuid() });
export const consentQuery = z.object({ institution: z.uuid().optional() });

export const clauseBody = z.object({
  version: z.string().min(1, 'required').max(40),
  lang: z.enum(TEXT_LANGS, 'choice'),
  given_on: z.string().trim().min(1, 'required').max(40),
  form: z.enum(CLAUSE_FORMS, 'choice'),
});

export const basisBody = z.object({
  basis: z.string().min(1, 'choice').max(80),
  classes: z.union([z.array(dataClass), dataClass.transform((c) => [c])], 'choices').default([]),
  document: text(200),
  valid_to: text(40),
});

/** One consent form on paper covers several recipients: a field `share_<institution>` for each. */
export const consentBody = z
  .object({
    text_version: z.string().min(1, 'choice').max(40),
    lang: z.enum(TEXT_LANGS, 'choice'),
    given_on: z.string().trim().min(1, 'required').max(40),
    way: z.enum(CONSENT_WAYS, 'choice'),
    valid_to: z.string().trim().min(1, 'required').max(40),
    note: text(500),
  })
  .loose();

export const withdrawBody = z.object({ said_on: z.string().trim().min(1, 'required').max(40) });
export const narrowBody = z.object({
  classes: z.union([z.array(dataClass), dataClass.transform((c) => [c])], 'choices').default([]),
});
export const completeBody = z.object({ _version: rowVersion });
export const noBody = z.object({});

const SHARE = /^share_([0-9a-f-]{36})$/;

/** What was ticked, by institution: only classes that exist, from fields with well-formed names. */
export function readShares(values: Readonly<Record<string, unknown>>): Map<string, DataClass[]> {
  const shares = new Map<string, DataClass[]>();
  for (const [name, value] of Object.entries(values)) {
    const institution = SHARE.exec(name)?.[1];
    if (!institution) continue;
    const list = (Array.isArray(value) ? value : [value]).filter((v) => typeof v === 'string');
    const classes = asClasses(list);
    if (classes.length > 0) shares.set(institution, classes);
  }
  return shares;
}
