import { z } from 'zod';
import { parseDate } from '#kernel/date-input.ts';
import { needed, whole } from '#kernel/forms/fields.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Member, Partnership } from '../schema.ts';

/** Met, met in part, not met, does not concern us. */
export const LEVELS = ['met', 'partly', 'not', 'none'] as const;
export type Level = (typeof LEVELS)[number];
export const isLevel = (value: unknown): value is Level => LEVELS.some((each) => each === value);

export type RoundState = 'answering' | 'concluding' | 'concluded';

/** A yearly self-check. */
export interface Round {
  readonly id: string;
  readonly partnershipId: string;
  readonly year: number;
  readonly standard: string;
  readonly standardPath: string;
  readonly version: number;
  readonly legalStateOn: LocalDate | null;
  readonly state: RoundState;
  readonly openedOn: LocalDate;
  readonly dueOn: LocalDate;
  readonly disclosedOn: LocalDate | null;
  readonly concludedOn: LocalDate | null;
  readonly summary: string;
  readonly rowVersion: number;
}

/** A requirement as it was worded when the round began. */
export interface Requirement {
  readonly code: string;
  readonly chapter: string;
  readonly title: string;
  readonly what: string;
  readonly evidence: string;
  readonly basic: boolean;
  readonly law: boolean;
  readonly path: string;
}

export interface Answer {
  readonly institutionId: string;
  readonly code: string;
  readonly level: Level;
  readonly evidence: string;
  readonly link: string;
  readonly fileId: string | null;
}
export interface Sheet {
  readonly institutionId: string;
  readonly name: string;
  readonly shortName: string;
  readonly type: string;
  readonly handedInOn: LocalDate | null;
}
export interface Conclusion {
  readonly code: string;
  readonly level: Level;
  readonly note: string;
}

/** Requirements by the first number of their code. */
export interface Chapter {
  readonly number: number;
  readonly title: string;
  readonly requirements: readonly Requirement[];
}

/** How the reader stands to a partnership and its rounds. */
export interface Place {
  readonly partnership: Partnership;
  readonly members: readonly Member[];
  readonly coordinates: boolean;
  readonly represents: boolean;
}
export interface RoundView extends Place {
  readonly round: Round;
  readonly chapters: readonly Chapter[];
  /** The sheet of the reader's institution; null when it is not asked. */
  readonly own: Sheet | null;
  readonly sheets: readonly Sheet[];
  /** Of the own institution, and of all others once the round is disclosed. */
  readonly answers: readonly Answer[];
  readonly conclusions: readonly Conclusion[];
  readonly mayAnswer: boolean;
}

/** Requirements of which the partners say different things: there is something to talk about. */
export const disputed = (answers: readonly Pick<Answer, 'level'>[]): boolean =>
  new Set(answers.map(({ level }) => level).filter((level) => level !== 'none')).size > 1;

/** How many requirements are met, in part, not, and do not concern the partnership. */
export function tally(levels: readonly { readonly level: Level }[]): Record<Level, number> {
  const count = { met: 0, partly: 0, not: 0, none: 0 };
  for (const { level } of levels) count[level] += 1;
  return count;
}

const year = z.coerce.number().int().min(2000).max(2200);
export const roundParams = z.object({ id: z.uuid(), year });
export const chapterParams = roundParams.extend({ chapter: z.coerce.number().int().min(1).max(99) });
export const fileParams = roundParams.extend({
  institution: z.uuid(),
  requirement: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
});
export const openBody = z.object({
  standard: needed(200),
  year: whole(2200, 2000),
  due: needed(40).transform((typed, issues) => {
    const date = parseDate(typed);
    if (date !== null) return date;
    issues.addIssue({ code: 'custom', message: 'date.invalid' });
    return z.NEVER;
  }),
});
export type OpenForm = z.output<typeof openBody>;
/** Fields of as many requirements as a chapter has: `level-2.3`, `evidence-2.3`, `link-2.3`, `file-2.3`, `note-2.3`. */
export const chapterBody = z.record(z.string(), z.unknown());
