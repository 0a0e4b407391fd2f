import type { Block } from '#kernel/markdown/tree.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Which part of what is published: of a publication, or of its chapter, under a heading; the whole without one. */
export interface PartAsked {
  /** The slug of the publication. */
  readonly publication: string;
  /** The slug of the chapter. */
  readonly chapter?: string | undefined;
  /** The id of the heading. */
  readonly part?: string | undefined;
  /** The language wished; that of the page when not said. */
  readonly lang?: string | undefined;
}

/**
 * A part as readers see it now. Its blocks may stand on any page: they carry no ids, headings are bold lines, and what
 * led to another place of the text leads to the text itself.
 */
export interface QuotedPart {
  /** Its heading, or the title of the text when the whole is quoted. */
  readonly title: string;
  readonly source: { readonly title: string; readonly path: string };
  /** What follows the title of the source: its publication, version and legal state. */
  readonly about: string;
  /** Where it is read, with the place in the text. */
  readonly path: string;
  readonly lang: string;
  /** The version of the text it was taken from. */
  readonly number: number;
  readonly legalStateOn: LocalDate | null;
  /** Empty when the text has no such part any more. */
  readonly blocks: readonly Block[];
}
