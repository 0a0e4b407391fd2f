import { z } from 'zod';
import { isId } from '#kernel/ids.ts';
import type { Block } from '#kernel/markdown/tree.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Embed } from '#ui/markdown.tsx';
import type { Facts } from './facts/schema.ts';

/** Everything that is published has one of these shapes; what they share is in versions, the rest in their facts. */
export const DOCUMENT_KINDS = [
  'page',
  'news',
  'commentary',
  'advice',
  'publication',
  'chapter',
  'practice',
  'model',
  'pilot',
  'result',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export const VERSION_STATES = ['draft', 'proposed', 'published', 'withdrawn'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** Who is no editor may still have a hand in one document: an adviser who wrote it, or the second one named for it. */
export type Hand = 'writes' | 'approves' | null;

export const COMMENT_POLICIES = ['off', 'before', 'after'] as const;
export type CommentPolicy = (typeof COMMENT_POLICIES)[number];

/** The first part of an address, and what kinds live under it. A chapter lives under its publication. */
export const SECTIONS = {
  news: ['news', 'commentary', 'advice'],
  library: ['publication'],
  practices: ['practice'],
  models: ['model'],
  pilots: ['pilot'],
  'results-base': ['result'],
  pages: ['page'],
} as const satisfies Record<string, readonly DocumentKind[]>;
export type Section = keyof typeof SECTIONS;

const SECTION_OF = Object.fromEntries(
  Object.entries(SECTIONS).flatMap(([section, kinds]) => kinds.map((kind) => [kind, section])),
) as Readonly<Record<DocumentKind, Section | undefined>>;
export const sectionOf = (kind: DocumentKind): Section => SECTION_OF[kind] ?? 'library';

/** Where a document is read; `parent` is the slug of the publication of a chapter. */
export const pathOf = (kind: DocumentKind, slug: string, parent: string | null): string =>
  `/${sectionOf(kind)}/${kind === 'chapter' && parent !== null ? `${parent}/` : ''}${slug}`;

/** Languages a document may be written in: any. These are offered first. */
export const DOCUMENT_LANGS = [
  'pl',
  'en',
  'uk',
  'de',
  'cs',
  'sk',
  'lt',
  'be',
  'ru',
  'fr',
  'es',
  'it',
] as const;
export const documentLang = z.string().regex(/^[a-z]{2}$/, 'choice');

export const slug = z
  .string()
  .trim()
  .max(100, 'too_long')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'choice');

const asked = { lang: documentLang.optional().catch(undefined) };
export const idParams = z.object({ id: z.string().refine(isId) });
export const slugParams = z.object({ slug });
export const chapterParams = z.object({ slug, chapter: slug });
export const readQuery = z.object(asked);
export const LIST_PAGE = 20;
export const listQuery = z.object({
  theme: z
    .string()
    .regex(/^[a-z0-9_]{1,40}$/)
    .optional()
    .catch(undefined),
  tag: z.string().trim().max(60).optional(),
  kind: z.enum(DOCUMENT_KINDS).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(2500).catch(1).default(1),
});
export type ListQuery = z.output<typeof listQuery>;

export interface Named {
  readonly code: string;
  readonly name: string;
}
export interface Act {
  readonly code: string;
  readonly name: string;
  readonly short: string;
  readonly journal: string;
  readonly url: string | null;
  readonly articles: string;
  readonly changedOn: LocalDate | null;
}
export interface Attachment {
  readonly id: string;
  readonly fileId: string;
  readonly lang: string;
  readonly title: string;
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
  readonly pages: number | null;
  readonly accessibility: string;
  readonly licence: string;
}

/** A document in a list. */
export interface Listed {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly publishedAt: Date;
  readonly updatedAt: Date;
}

/** A document as it is read now, in one language. */
export interface Shown extends Listed {
  readonly slug: string;
  readonly parent: {
    readonly id: string;
    readonly path: string;
    readonly slug: string;
    readonly title: string;
  } | null;
  readonly versionId: string;
  readonly number: number;
  readonly langs: readonly string[];
  readonly body: string;
  readonly facts: Facts;
  readonly imageId: string | null;
  readonly imageAlt: string;
  readonly imageLicence: string;
  readonly legalStateOn: LocalDate | null;
  readonly reviewBy: LocalDate | null;
  readonly changeNote: string;
  readonly comments: CommentPolicy;
  readonly themes: readonly Named[];
  readonly tags: readonly string[];
  readonly acts: readonly Act[];
  readonly attachments: readonly Attachment[];
  readonly related: readonly Listed[];
}

/** Whether a page rests on law that has changed, or is past the day it was to be looked at again. */
export function datedness(
  shown: Pick<Shown, 'legalStateOn' | 'reviewBy' | 'acts'>,
  today: LocalDate,
): { readonly changed: readonly Act[]; readonly overdue: boolean } {
  const { legalStateOn, reviewBy } = shown;
  return {
    changed: shown.acts.filter(
      (act) =>
        act.changedOn !== null &&
        act.changedOn <= today &&
        (legalStateOn === null || legalStateOn < act.changedOn),
    ),
    overdue: reviewBy !== null && reviewBy < today,
  };
}

/** A version that readers have seen. */
export interface Past {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly changeNote: string;
  readonly from: Date;
  readonly to: Date | null;
}
/** A stretch of text in a comparison of two versions. */
export interface Piece {
  readonly text: string;
  readonly change: 'same' | 'added' | 'removed';
}
export const historyQuery = z.object({
  ...asked,
  version: z.coerce.number().int().optional().catch(undefined),
});

/** What a page needs to show a document. */
export interface Reading {
  readonly shown: Shown;
  readonly blocks: readonly Block[];
  /** The view of a block such as `::directory{…}`, made before the page; null when there is none. */
  readonly embed: Embed;
  readonly siteUrl: string;
  /** The reader may correct it. */
  readonly edits: boolean;
}
