import { z } from 'zod';
import type { Ctx } from '#kernel/context.ts';
import type { LocalDate } from '#kernel/time.ts';
import { CASE_STATES, type CaseState, type WaitCode } from '../schema.ts';

export const VIEWS = ['all', 'mine', 'others', 'late'] as const;
export type ListView = (typeof VIEWS)[number];

export const PAGE_SIZE = 25;
/** The morning page shows what is due first; the rest is one link away. */
export const MORNING_ROWS = 12;

export const SORTS = ['until', '-until', 'number', '-number', 'state', '-state'] as const;

/** Filters of the list of cases, as they stand in the address. A wrong value falls back to its default. */
export const listQuery = z.object({
  view: z.enum(VIEWS).default('all'),
  state: z.enum(['', ...CASE_STATES]).default(''),
  q: z.string().trim().max(100).default(''),
  sort: z.enum(SORTS).default('until'),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
});
/** `size`: rows of a page where it is not PAGE_SIZE; never from the address. */
export type ListQuery = z.output<typeof listQuery> & { readonly size?: number };

export interface CaseLine {
  readonly id: string;
  readonly number: string;
  /** Said where another partnership has a case of the same number in the list. */
  readonly partnership: string | null;
  readonly person: string | null;
  readonly state: CaseState;
  readonly waitsFor: WaitCode;
  readonly institution: { readonly name: string; readonly type: string } | null;
  readonly worker: string | null;
  readonly until: LocalDate | null;
}

export interface CaseList {
  readonly lines: readonly CaseLine[];
  /** Of the whole list, not of this page: all, those that wait for the actor, those that are late. */
  readonly total: number;
  readonly mine: number;
  readonly late: number;
}

export interface SessionLine {
  readonly id: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly place: string;
  readonly expected: number;
  readonly unmarked: number;
}

export interface WorkDay {
  /** Every open case, by when it waits; the page shows the first. */
  readonly list: CaseList;
  readonly sessions: readonly SessionLine[];
  readonly inbox: number;
  /** Emergency accesses to review or to know of. */
  readonly emergencies: number;
  /** Mean working days to answer, by institution, from referrals of the last 90 days. */
  readonly answers: readonly { readonly name: string; readonly type: string; readonly days: number }[];
}

export interface ProcessLine {
  readonly id: string;
  readonly number: string;
  readonly state: CaseState;
  readonly since: Date;
  readonly waitsFor: WaitCode;
  readonly institution: { readonly name: string; readonly type: string } | null;
  readonly until: LocalDate | null;
}

/** What waits for the reader and is no case: a decision, a task, an answer to somebody. */
export interface Due {
  readonly href: string;
  readonly what: string;
  readonly until: LocalDate | null;
  readonly late: boolean;
}
/** What other modules lend to the first page of the day. */
export interface WorkHost {
  readonly alsoDue: (ctx: Ctx) => Promise<readonly Due[]>;
}
