import { z } from 'zod';
import { line, needed } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';

/** In the order of the document; the last two are annexes. */
export const SECTIONS = [
  'parties',
  'service',
  'exchange',
  'money',
  'reintegration',
  'work',
  'final',
  'data',
  'contacts',
] as const;
export type Section = (typeof SECTIONS)[number];
export const ANNEXES: readonly Section[] = ['data', 'contacts'];

/**
 * `statute`: every agreement must have it (RPSZ art. 198). `package`: as soon as anything of its section is there
 * (art. 200). `operating`: the partnership cannot operate without it. `good`: practice.
 */
export type ClauseNeed = 'statute' | 'package' | 'operating' | 'good';

/** A clause of the dictionary. */
export interface Clause {
  readonly code: string;
  readonly section: Section;
  readonly position: number;
  readonly need: ClauseNeed;
  readonly title: string;
  readonly about: string;
  readonly source: string;
}

export interface Variant {
  readonly code: string;
  readonly clause: string;
  readonly name: string;
  readonly body: string;
  readonly source: string;
  readonly writtenOn: LocalDate;
}

/** A clause of a version. */
export interface ChosenClause {
  readonly id: string;
  /** Null for one that the partners wrote themselves. */
  readonly code: string | null;
  readonly variant: string | null;
  readonly section: Section;
  readonly position: number;
  readonly title: string;
  /** As edited: {words} stand for data. */
  readonly body: string;
  /** As read: filled from the data of today, or as it was when signing was opened. */
  readonly text: string;
  readonly need: ClauseNeed;
  readonly rowVersion: number;
}

/** What is missing before signing. What blocks is demanded by the act, or would leave an empty place in what is signed. */
export interface Lack {
  readonly kind: 'clause' | 'empty' | 'blank' | 'annex' | 'ceiling' | 'unpermitted';
  readonly what: string;
  readonly clauseId?: string;
  readonly code?: string;
  readonly blocks: boolean;
}

/** What fills the {words}, and whether there is anything to fill them with. */
export const BLANKS = [
  'nazwa',
  'powiat',
  'obszar',
  'strony',
  'koordynator',
  'kontakty',
  'od',
  'do',
  'okres',
  'dane',
  'przechowywanie',
] as const;
export type Blanks = Readonly<Record<(typeof BLANKS)[number], string>>;

/** Text with {words} filled; one without data stays as an empty place for people. */
export const filled = (body: string, blanks: Blanks): string =>
  body.replace(/\{([a-z]+)\}/g, (all, name: string) => {
    const known = BLANKS.find((blank) => blank === name);
    return known ? blanks[known] || `[${known}]` : all;
  });

/** Places that people still have to fill. */
export const emptyPlaces = (text: string): string[] => text.match(/\[[^\]\n]{1,200}\]/g) ?? [];

export const clauseParams = z.object({
  id: z.uuid(),
  version: z.coerce.number().int().min(1).max(10_000),
  clause: z.uuid(),
});
export const addBody = z.object({
  code: line(60),
  title: line(200),
  section: z.enum(SECTIONS).default('final'),
});
export const editBody = z.object({
  title: needed(200),
  body: z.string().trim().min(1, 'required').max(20_000, 'too_long'),
  _version: z.coerce.number().int().optional(),
});
export const variantBody = z.object({ variant: needed(60) });
export const moveBody = z.object({ to: z.enum(['up', 'down']) });
