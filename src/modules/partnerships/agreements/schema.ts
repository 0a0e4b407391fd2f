import { z } from 'zod';
import { day, line } from '#kernel/forms/fields.ts';
import type { Lang } from '#kernel/i18n.ts';
import type { LocalDate } from '#kernel/time.ts';
import { type Agreement, type Ceiling, SIGNATURE_FORMS } from '../schema.ts';

export const LANGUAGES = ['pl', 'en'] as const satisfies readonly Lang[];
export type AgreementLanguage = (typeof LANGUAGES)[number];

const dates = { from: day, to: day, changeNote: z.string().trim().max(5000, 'too_long').default('') };
export const startBody = z.object({ ...dates, language: z.enum(LANGUAGES).default('pl') });
export const settingsBody = z.object({ ...dates, _version: z.coerce.number().int().optional() });
export const openBody = z.object({ reason: line(1000) });
export const versionParams = z.object({ id: z.uuid(), version: z.coerce.number().int().min(1).max(10_000) });
export const signBody = z.object({
  signedBy: z.string().trim().min(1, 'required').max(200, 'too_long'),
  signedOn: z.string().trim().min(1, 'required').max(40, 'too_long'),
  form: z.enum(SIGNATURE_FORMS, 'choice'),
  scan: z.unknown().optional(),
});

export interface Period {
  readonly from: LocalDate;
  readonly to: LocalDate | null;
}

export interface Signature {
  readonly institutionId: string;
  readonly institution: string;
  readonly signedBy: string;
  readonly signedOn: LocalDate;
  readonly form: (typeof SIGNATURE_FORMS)[number];
  /** The institution signed what was in force already. */
  readonly accession: boolean;
  readonly fileId: string | null;
}

/** One version without its clauses. */
export interface AgreementView extends Agreement {
  readonly partnershipId: string;
  readonly language: AgreementLanguage;
  readonly changeNote: string;
  /** Why it was opened for signing over remarks that waited; empty when none did. */
  readonly openedNote: string;
  readonly annex: boolean;
  readonly rowVersion: number;
  readonly ceiling: readonly Ceiling[];
  readonly signed: readonly Signature[];
  readonly waiting: readonly { readonly institutionId: string; readonly name: string }[];
}

/** What a reader may do with a version. */
export interface AgreementRights {
  readonly coordinates: boolean;
  readonly maySign: boolean;
  /** May write remarks and proposals to a draft. */
  readonly negotiates: boolean;
}

export const scanParams = versionParams.extend({ institution: z.uuid() });
