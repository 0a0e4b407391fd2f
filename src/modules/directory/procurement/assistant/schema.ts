import { z } from 'zod';
import type { LocalDate } from '#kernel/time.ts';

export const BANDS = ['below', 'above'] as const;
export const SUBJECTS = ['supplies', 'services', 'social', 'works'] as const;
export const BUYERS = ['public', 'other'] as const;
export const GOALS = ['groups', 'contracts', 'accessibility', 'quality', 'mission'] as const;
export type Goal = (typeof GOALS)[number];
export type Certainty = 'source' | 'knowledge' | 'uncertain';

/** The questions stand in the address, so that an answer can be kept, sent and printed. */
export const assistantQuery = z.object({
  band: z.enum(BANDS).optional(),
  subject: z.enum(SUBJECTS).optional(),
  buyer: z.enum(BUYERS).optional(),
  groups: z.literal('yes').optional(),
  contracts: z.literal('yes').optional(),
  accessibility: z.literal('yes').optional(),
  quality: z.literal('yes').optional(),
  mission: z.literal('yes').optional(),
});
export type AssistantQuery = z.output<typeof assistantQuery>;

export interface Note {
  readonly kind: 'condition' | 'proof' | 'trap';
  readonly text: string;
  readonly certainty: Certainty;
  readonly source: string;
}
/** An instrument of the law as it stands on a day, in the reader's language. */
export interface Rule {
  readonly code: string;
  readonly article: string;
  readonly act: string;
  readonly name: string;
  readonly what: string;
  readonly goals: readonly string[];
  readonly bands: readonly string[];
  readonly subjects: readonly string[];
  readonly reserves: boolean;
  readonly certainty: Certainty;
  readonly source: string;
  readonly stateOn: LocalDate;
  readonly notes: readonly Note[];
  readonly clause: {
    readonly text: string;
    readonly version: number;
    readonly certainty: Certainty;
    readonly source: string;
    readonly stateOn: LocalDate;
  } | null;
}
export interface Threshold {
  /** Grosze, net. */
  readonly amount: number;
  readonly from: LocalDate;
  readonly certainty: Certainty;
  readonly source: string;
}
/** What was answered: all four questions, or nothing yet. */
export interface Asked {
  readonly band: (typeof BANDS)[number];
  readonly subject: (typeof SUBJECTS)[number];
  readonly buyer: (typeof BUYERS)[number];
  readonly goals: readonly Goal[];
}
/** Null while a question has no answer. No goal means all of them. */
export function askedOf(query: AssistantQuery): Asked | null {
  const { band, subject, buyer } = query;
  if (!band || !subject || !buyer) return null;
  return { band, subject, buyer, goals: GOALS.filter((goal) => query[goal] === 'yes') };
}

/** Whether an instrument is for such a contract, and for which of the goals. */
export function goalsMet(rule: Rule, asked: Asked): readonly Goal[] {
  if (asked.buyer !== 'public' || !rule.bands.includes(asked.band)) return [];
  if (!rule.subjects.includes(asked.subject)) return [];
  const goals = asked.goals.length > 0 ? asked.goals : GOALS;
  return goals.filter((goal) => rule.goals.includes(goal));
}
