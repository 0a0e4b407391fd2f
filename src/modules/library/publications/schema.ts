import { z } from 'zod';
import type { Block } from '#kernel/markdown/tree.ts';
import type { LocalDate } from '#kernel/time.ts';
import { slug } from '../schema.ts';

/** A line of a table of contents: a chapter, or a part of a series. */
export interface ContentsLine {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly lang: string;
}

export interface Chapter extends ContentsLine {
  readonly slug: string;
  readonly versionId: string;
  readonly updatedAt: Date;
  /** Ids of its headings begin with its slug, so that all chapters may stand in one document. */
  readonly blocks: readonly Block[];
}

/** A publication as a whole, as it goes to paper, to a reader of books and to the list of literature of somebody else. */
export interface Book {
  readonly id: string;
  readonly slug: string;
  readonly path: string;
  readonly title: string;
  readonly lead: string;
  readonly lang: string;
  readonly blocks: readonly Block[];
  readonly chapters: readonly Chapter[];
  readonly updatedAt: Date;
  /** Names what it was made of: the same key, the same book. */
  readonly key: string;
  readonly citation: Citation;
  readonly licence: string;
  readonly legalStateOn: LocalDate | null;
}

/** A picture as it goes into a file. */
export interface Picture {
  /** With its ending; unique in the file. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** What a list of literature says of a publication. What is not known is empty. */
export interface Citation {
  /** Of letters, numbers and hyphens. */
  readonly key: string;
  readonly report: boolean;
  readonly authors: readonly string[];
  readonly title: string;
  readonly edition: string;
  readonly year: number;
  readonly publisher: string;
  readonly isbn: string;
  readonly doi: string;
  readonly url: string;
  readonly lang: string;
  /** The day it was read. */
  readonly accessed: LocalDate;
}

export const CITATION_FORMATS = ['bib', 'ris', 'json'] as const;
export type CitationFormat = (typeof CITATION_FORMATS)[number];
export const CITATION_TYPES: Readonly<Record<CitationFormat, string>> = {
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  json: 'application/vnd.citationstyles.csl+json; charset=utf-8',
};
export const citeParams = z.object({ slug, format: z.enum(CITATION_FORMATS) });
