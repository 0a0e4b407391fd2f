import { z } from 'zod';
import type { FieldError } from '#kernel/errors.ts';
import type { FormValues } from '#kernel/forms/forms.ts';
import type { Rejected } from '#kernel/http/routes.ts';
import { isId } from '#kernel/ids.ts';
import type { Broken } from '../links/api.ts';
import {
  COMMENT_POLICIES,
  DOCUMENT_KINDS,
  type DocumentKind,
  documentLang,
  type Hand,
  slug,
  type VersionState,
} from '../schema.ts';

const line = (max: number) => z.string().trim().max(max, 'too_long').default('');
const version = z.coerce.number().int().optional();

/** Kinds that somebody begins by choosing; a chapter begins in its publication, a pilot in its model. */
export const BEGUN_KINDS = DOCUMENT_KINDS.filter((kind) => kind !== 'chapter');

export const newQuery = z.object({
  kind: z.enum(DOCUMENT_KINDS).optional().catch(undefined),
  parent: z.string().refine(isId).optional().catch(undefined),
});
export const newBody = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  lang: documentLang,
  title: z.string().trim().min(1, 'required').max(200, 'too_long'),
  slug: z.union([z.literal(''), slug]).default(''),
  parent: z.union([z.literal(''), z.string().refine(isId)]).default(''),
});
export type NewForm = z.output<typeof newBody>;

/** The words of a draft. Its facts come as fields named `facts.…`, read by the kind. */
export const draftBody = z.looseObject({
  _version: version,
  title: z.string().trim().min(1, 'required').max(200, 'too_long'),
  lead: line(1000),
  body: z.string().max(400_000, 'too_long').default(''),
  image_alt: line(300),
  legal_state_on: line(20),
  review_by: line(20),
  change_note: line(500),
});
export type DraftForm = z.output<typeof draftBody>;

export const approveBody = z.object({ _version: version, on: line(20), at: line(5) });
export const returnBody = z.object({
  _version: version,
  note: z.string().trim().min(1, 'required').max(1000, 'too_long'),
});
export const withdrawBody = z.object({
  lang: documentLang,
  reason: z.string().trim().min(1, 'required').max(500, 'too_long'),
});
export const correctBody = z.object({ lang: documentLang });

export const settingsBody = z.object({
  _version: version,
  slug,
  position: z.coerce.number().int().min(0).max(9999).catch(0),
  comments: z.enum(COMMENT_POLICIES),
  themes: z.array(z.string().max(40)).default([]),
  tags: line(800),
  acts: line(2000),
  related: line(2000),
  image_licence: line(200),
});
export type SettingsForm = z.output<typeof settingsBody>;

export const DESK_VIEWS = ['drafts', 'proposed', 'planned', 'review', 'links'] as const;
export type DeskView = (typeof DESK_VIEWS)[number];
export const deskQuery = z.object({ view: z.enum(DESK_VIEWS).optional().catch(undefined) });

/** A version as an editor sees it. */
export interface Draft {
  readonly id: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly path: string;
  readonly lang: string;
  readonly number: number;
  readonly state: VersionState;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly imageAlt: string;
  readonly legalStateOn: string | null;
  readonly reviewBy: string | null;
  readonly changeNote: string;
  readonly returnedNote: string;
  readonly authorId: string | null;
  readonly authorName: string | null;
  readonly authors: readonly string[];
  readonly tags: readonly string[];
  readonly updatedAt: Date;
  readonly rowVersion: number;
  /** What the reader does with this document without being an editor. */
  readonly hand: Hand;
}

/** A version on the desk of the editors. */
export interface DeskLine {
  readonly id: string;
  readonly documentId: string;
  readonly kind: DocumentKind;
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  readonly state: string;
  readonly authorName: string | null;
  readonly returnedNote: string;
  readonly updatedAt: Date;
  readonly from: Date | null;
  readonly reviewBy: string | null;
  readonly legalStateOn: string | null;
  /** An act that changed after the legal state of the text. */
  readonly changedAct: string | null;
  /** A link in it that no longer leads where it should. */
  readonly link?: Broken;
}

/** A document with the languages it exists in, as its editors arrange it. */
export interface Arranged {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly slug: string;
  readonly path: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly comments: string;
  readonly tags: readonly string[];
  readonly imageId: string | null;
  readonly imageLicence: string;
  readonly publishedAt: Date | null;
  readonly rowVersion: number;
  readonly title: string;
  readonly themes: readonly string[];
  readonly acts: readonly { readonly act: string; readonly articles: string }[];
  readonly related: readonly { readonly id: string; readonly path: string; readonly title: string }[];
  readonly versions: readonly {
    readonly id: string;
    readonly lang: string;
    readonly number: number;
    readonly state: string;
    readonly title: string;
    readonly from: Date | null;
    readonly to: Date | null;
  }[];
}

export const attachmentBody = z.object({
  lang: documentLang,
  title: z.string().trim().min(1, 'required').max(200, 'too_long'),
  pages: z.coerce.number().int().min(1).max(9999).nullable().catch(null),
  accessibility: line(1000),
  licence: line(200),
});
export type AttachmentForm = z.output<typeof attachmentBody>;
export const attachmentParams = z.object({
  id: z.string().refine(isId),
  attachment: z.string().refine(isId),
});
export const actBody = z.object({ act: z.string().max(60), on: line(20), note: line(500) });
/** A new act; what is not given in English stands in Polish. */
export const newActBody = z.object({
  code: z
    .string()
    .trim()
    .max(60, 'too_long')
    .regex(/^[a-z0-9_]+$/, 'invalid'),
  short: line(100).pipe(z.string().min(1, 'required')),
  name_pl: line(500).pipe(z.string().min(1, 'required')),
  name_en: line(500),
  journal: line(200).pipe(z.string().min(1, 'required')),
  url: line(500).refine((typed) => typed === '' || /^https:\/\/\S+$/.test(typed), 'url'),
});
export type NewActForm = z.output<typeof newActBody>;
export const emptyBody = z.object({});

/** A form as it came back. */
export interface Sent {
  readonly values?: FormValues | Readonly<Record<string, unknown>>;
  readonly errors?: readonly FieldError[];
  /** The row as it stands when somebody else was faster. */
  readonly now?: Readonly<Record<string, unknown>>;
}

export interface LawAct {
  readonly code: string;
  readonly short: string;
  readonly name: string;
  readonly changedOn: string | null;
}
export const langQuery = z.object({ lang: documentLang.catch('pl').default('pl') });
export const writeBody = draftBody.extend({ step: z.enum(['propose']).optional().catch(undefined) });
export const sentOf = ({ values, errors, current }: Rejected<unknown>): Sent =>
  current ? { values, errors, now: current } : { values, errors };
