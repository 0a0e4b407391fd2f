import type { LocalDate } from '#kernel/time.ts';

/** A text that somebody who is no editor gives to the library, to be approved by a second pair of eyes. */
export interface Contribution {
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  /** Markdown. */
  readonly body: string;
  readonly legalStateOn: LocalDate | null;
  readonly reviewBy: LocalDate | null;
  readonly theme: string | null;
  readonly acts: readonly { readonly act: string; readonly articles: string }[];
  /** Workers who wrote in it: none of them approves it. The actor is one. */
  readonly authors: readonly string[];
  /** Further workers who may write its next version. */
  readonly writers: readonly string[];
  /** Workers who may approve it beside editors. */
  readonly approvers: readonly string[];
}

/** How far a contribution has come. */
export interface Contributed {
  readonly documentId: string;
  /** The actor may write its next version. */
  readonly writes: boolean;
  readonly path: string;
  readonly published: boolean;
  /** Of the newest version. */
  readonly state: 'draft' | 'proposed' | 'published' | 'withdrawn';
  readonly versionId: string;
  readonly title: string;
  readonly returnedNote: string;
  readonly legalStateOn: LocalDate | null;
  readonly reviewBy: LocalDate | null;
  /** Acts that changed after the legal state of what readers see. */
  readonly changedActs: readonly string[];
}
