import { z } from 'zod';
import { DATA_CLASSES, type DataClass } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import { caseParams } from '../schema.ts';

export const CONSENT_WAYS = ['paper', 'oral', 'electronic'] as const;
export const TEXT_LANGS = ['pl', 'en', 'uk'] as const;
/** How early the list of what ends soon warns. */
export const WARNING_DAYS = 30;

export interface Consent {
  readonly id: string;
  readonly caseId: string;
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

/** The last day counts; a withdrawn consent is over at the instant. */
export const consentInForce = (c: Consent, day: LocalDate): boolean =>
  c.withdrawnAt === null && c.validTo >= day;

const classList = z
  .union([z.array(z.enum(DATA_CLASSES)), z.enum(DATA_CLASSES).transform((c) => [c])], 'choices')
  .default([]);
const typedDate = z.string().trim().min(1, 'required').max(40);

export const consentParams = caseParams.extend({ consentId: z.uuid() });

/** One consent form on paper covers several recipients: a field `share_<institution>` for each. */
export const consentBody = z
  .object({
    text: z.string().regex(/^[^|]{1,40}\|(pl|en|uk)$/, 'choice'),
    given_on: typedDate,
    way: z.enum(CONSENT_WAYS, 'choice'),
    valid_to: typedDate,
    note: z.string().trim().max(500).default(''),
  })
  .loose();
export type ConsentBody = z.output<typeof consentBody>;
export const withdrawBody = z.object({ said_on: typedDate });
export const narrowBody = z.object({ classes: classList });

const SHARE = /^share_([0-9a-f]{8}-[0-9a-f-]{27})$/;

/** What was ticked, by institution: classes that exist, from fields with well-formed names. */
export function readShares(values: Readonly<Record<string, unknown>>): Map<string, DataClass[]> {
  const shares = new Map<string, DataClass[]>();
  for (const [name, value] of Object.entries(values)) {
    const institution = SHARE.exec(name)?.[1];
    const ticked = classList.safeParse(value);
    if (institution && ticked.success && ticked.data.length > 0) shares.set(institution, ticked.data);
  }
  return shares;
}
