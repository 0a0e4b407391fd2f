import { z } from 'zod';
import { isLocalDate } from '#kernel/time.ts';

/** What is decided when a pilot ends. */
export const DECISIONS = ['replicate', 'adapt', 'stop'] as const;
export type Decision = (typeof DECISIONS)[number];

const word = z.string().trim().max(300).catch('');
const prose = z.string().trim().max(3000).catch('');
const lines = z.array(z.string().trim().min(1).max(600)).max(60).catch([]);
const day = z.string().refine(isLocalDate);
const maybeDay = day.nullable().catch(null);

export const milestone = z.object({
  /** Months from the start: M0, M3 … */
  month: z.number().int().min(0).max(60).catch(0),
  what: prose,
  planned: maybeDay,
  done: maybeDay,
});
export const indicator = z.object({
  name: word,
  unit: word,
  target: z.number().nullable().catch(null),
  value: z.number().nullable().catch(null),
});
export const visit = z.object({ on: maybeDay, what: prose });

/** A model tried out in one place by one team. */
export const pilotFacts = z.object({
  /** Slug of the model. */
  model: word,
  place: z
    .object({
      county: z
        .string()
        .regex(/^\d{4}$/)
        .catch(''),
      locality: word,
    })
    .catch({ county: '', locality: '' }),
  team: lines,
  agreement: prose,
  start: maybeDay,
  milestones: z.array(milestone).max(40).catch([]),
  indicators: z.array(indicator).max(40).catch([]),
  visits: z.array(visit).max(60).catch([]),
  lessons: lines,
  decision: z.enum(DECISIONS).nullable().catch(null),
});
export type PilotFacts = z.output<typeof pilotFacts>;
