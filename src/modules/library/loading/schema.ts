import type { CommentPolicy, DocumentKind } from '../schema.ts';

/** A document that comes with a database: a demonstration, or knowledge moved from elsewhere. */
export interface GivenDocument {
  readonly kind: DocumentKind;
  readonly slug: string;
  readonly parentId: string | null;
  readonly position: number;
  readonly comments: CommentPolicy;
  readonly tags: readonly string[];
  readonly themes: readonly string[];
  /** Act to articles. */
  readonly acts: Readonly<Record<string, string>>;
  readonly publishedAt: Date;
  readonly versions: readonly GivenVersion[];
}
export interface GivenVersion {
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly body: string;
  readonly facts: unknown;
  readonly legalStateOn: string | null;
  readonly reviewBy: string | null;
}
export interface GivenAct {
  readonly code: string;
  readonly namePl: string;
  readonly nameEn: string;
  readonly short: string;
  readonly journal: string;
  readonly url: string | null;
  readonly source: string;
}
