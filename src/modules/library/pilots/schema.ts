import { z } from 'zod';
import { day, line, read } from '#kernel/forms/fields.ts';
import { isId } from '#kernel/ids.ts';
import { isLocalDate, type LocalDate } from '#kernel/time.ts';
import { slug } from '../schema.ts';

/** What is decided when a pilot ends. */
export const DECISIONS = ['replicate', 'adapt', 'stop'] as const;
export type Decision = (typeof DECISIONS)[number];

const word = z.string().trim().max(300).catch('');
const prose = z.string().trim().max(3000).catch('');
const lines = z.array(z.string().trim().min(1).max(600)).max(60).catch([]);
const maybeDay = z.string().refine(isLocalDate).nullable().catch(null);

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

export const STATES = ['running', ...DECISIONS] as const;
export type PilotState = (typeof STATES)[number];

export const pilotsQuery = z.object({
  model: slug.optional().catch(undefined),
  state: z.enum(STATES).optional().catch(undefined),
  county: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
});
export type PilotsQuery = z.output<typeof pilotsQuery>;

export const ENTRY_KINDS = ['milestone', 'value', 'visit'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
const decimal = read((typed) => {
  const plain = typed.replace(/[\s\u00a0]/g, '').replace(',', '.');
  return /^-?\d{1,9}(\.\d{1,2})?$/.test(plain) ? Number(plain) : null;
}, 'number');
/** What the team notes; what each kind needs is checked by the service. */
export const entryBody = z.object({
  kind: z.enum(ENTRY_KINDS),
  item: z.coerce.number().int().min(0).max(60).catch(0).default(0),
  on: day,
  value: decimal,
  note: line(1000),
});
export type EntryForm = z.output<typeof entryBody>;
export const teamBody = z.object({
  institution: z.string().refine(isId, 'choice'),
  take: z.string().max(3).default(''),
});

/** A note of the team, newest last. */
export interface Entry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly item: number;
  readonly on: LocalDate;
  readonly value: number | null;
  readonly note: string;
  readonly institution: string | null;
}

/** What a pilot has come to by now: its page and what the team noted since. */
export interface Progress {
  readonly state: PilotState;
  readonly milestones: PilotFacts['milestones'];
  readonly indicators: PilotFacts['indicators'];
  /** Newest first. */
  readonly visits: readonly { readonly on: LocalDate | null; readonly what: string }[];
  /** The first milestone not reached yet. */
  readonly next: PilotFacts['milestones'][number] | null;
}

/** Joins the plan of a page with the notes of the team: of a milestone or an indicator the latest note counts. */
export function progressOf(facts: PilotFacts, entries: readonly Entry[]): Progress {
  const latest = (kind: EntryKind, item: number) =>
    entries.findLast((entry) => entry.kind === kind && entry.item === item);
  const milestones = facts.milestones.map((each) => ({
    ...each,
    done: latest('milestone', each.month)?.on ?? each.done,
  }));
  const visits = [
    ...facts.visits,
    ...entries.flatMap(({ kind, on, note }) => (kind === 'visit' ? [{ on, what: note }] : [])),
  ].sort((a, b) => (b.on ?? '').localeCompare(a.on ?? ''));
  return {
    state: facts.decision ?? 'running',
    milestones,
    indicators: facts.indicators.map((each, i) => ({
      ...each,
      value: latest('value', i)?.value ?? each.value,
    })),
    visits,
    next: facts.decision === null ? (milestones.find(({ done }) => done === null) ?? null) : null,
  };
}

/** A pilot as a list shows it. */
export interface PilotCard {
  readonly id: string;
  readonly slug: string;
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly facts: PilotFacts;
  readonly progress: Progress;
  readonly modelTitle: string | null;
  /** Name of the county; empty when the page names none that exists. */
  readonly county: string;
}
