import { z } from 'zod';
import type { DataClass } from '#kernel/access.ts';
import { LANGS, type Lang } from '#kernel/i18n.ts';
import { caseParams } from '../schema.ts';

export const DOCUMENTS = [
  'referral',
  'clause',
  'consent',
  'diagnosis',
  'plan',
  'attendance',
  'register',
  'review',
  'closing',
  'certificate',
] as const;
export type DocumentKind = (typeof DOCUMENTS)[number];

/** Why a document cannot be taken; a key of the texts. */
export const REFUSALS = [
  'not_sent',
  'no_clause',
  'no_recipients',
  'no_basis',
  'no_diagnosis',
  'no_plan',
  'own_items_only',
  'no_sessions',
  'no_reviews',
  'no_outcome',
  'not_begun',
  'not_directing',
] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Who signs where. `signed` says when and how it was done; without it there is a line to sign on. */
export interface Signatory {
  readonly role: string;
  readonly name: string | null;
  readonly signed: string | null;
}

/** A width: what the content needs, or a share of what is left. */
export type Column = 'auto' | number;

/** One piece of a document; `pages/document.typ` knows how each looks on paper. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'small'; readonly text: string }
  | { readonly kind: 'notice'; readonly text: string }
  | { readonly kind: 'facts'; readonly pairs: readonly (readonly [string, string | null])[] }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'ticks'; readonly intro: string; readonly items: readonly string[] }
  /** What is to be written by hand: a label, a line, and what belongs on it. */
  | { readonly kind: 'fields'; readonly items: readonly (readonly [string, string])[] }
  | {
      readonly kind: 'records';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly columns: readonly Column[];
      readonly empty?: string;
    }
  /** A table to be signed or filled by hand: an empty cell stays empty. */
  | {
      readonly kind: 'register';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly columns: readonly Column[];
      /** From this column on the cells are centred. */
      readonly centredFrom: number;
    }
  | { readonly kind: 'signatures'; readonly people: readonly Signatory[] };

/** What is printed: the letterhead, what stands above the title, and the blocks below it. */
export interface Sheet {
  readonly title: string;
  readonly institution: Letterhead | null;
  readonly addressee?: readonly string[];
  /** Place and day, on the right above everything, as on a letter. */
  readonly dated?: string;
  readonly number: string;
  readonly version?: string;
  readonly blocks: readonly Block[];
  readonly landscape?: boolean;
  /** Larger letters, for people who read with effort. */
  readonly large?: boolean;
}

export interface Letterhead {
  readonly name: string;
  readonly lines: readonly string[];
}

/** A document ready to leave, with everything its access record says. */
export interface Issue {
  readonly kind: DocumentKind;
  readonly objectId: string;
  /** Whose data it shows: one entry for each person. */
  readonly subjects: readonly { readonly caseId: string | null; readonly personId: string | null }[];
  readonly classes: readonly DataClass[];
  /** Parts of the file name after „splot-plan”: numbers and versions, nothing of the person. */
  readonly name: readonly string[];
  readonly lang: Lang;
  readonly sheet: Sheet;
}

/** One document that can be taken now. */
export interface Entry {
  /** What tells it from others of its kind: version, recipient, number, month. */
  readonly name: string;
  readonly href: string;
  /** The same in another language, easy to read, or to be filled by hand. */
  readonly variants: readonly Variant[];
}
export interface Variant {
  readonly href: string;
  readonly label: string;
}
/** A kind of document on the list: what can be taken of it now, or why nothing yet. */
export interface Offer {
  readonly kind: DocumentKind;
  readonly entries: readonly Entry[];
  readonly refused: Refusal | null;
}

const lang = z.enum(LANGS).optional();
const yes = z.enum(['yes']).optional();
export const partParams = caseParams.extend({ partId: z.uuid() });
export const langQuery = z.object({ lang });
export const easyQuery = z.object({ lang, easy: yes, version: z.string().max(20).optional() });
export const numberParams = caseParams.extend({ number: z.coerce.number().int().min(1).max(999) });
export const monthQuery = z.object({
  lang,
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
  blank: yes,
});
