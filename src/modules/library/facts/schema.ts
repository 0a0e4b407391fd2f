import { z } from 'zod';
import { invalid } from '#kernel/errors.ts';
import { MODEL_FIELDS } from '../models/fields/schema.ts';
import { modelFacts } from '../models/schema.ts';
import { PILOT_FIELDS } from '../pilots/fields/schema.ts';
import { pilotFacts } from '../pilots/schema.ts';
import type { DocumentKind } from '../schema.ts';
import { choice, type FactField, field, shownFact, typedFields } from './fields/schema.ts';

export type { FactField } from './fields/schema.ts';

/** What a kind of document has beside its words. Everything may be missing while it is written. */
const word = z.string().trim().max(300).catch('');
const prose = z.string().trim().max(3000).catch('');
const lines = z.array(z.string().trim().min(1).max(500)).max(60).catch([]);

export const publicationFacts = z.object({
  type: z.enum(['guide', 'standard', 'handbook', 'report', 'series']).catch('guide'),
  authors: lines,
  edition: word,
  year: z.number().int().min(1900).max(2200).nullable().catch(null),
  isbn: word,
  doi: word,
  publisher: word,
  licence: word,
});
export const practiceFacts = z.object({
  problem: prose,
  actors: lines,
  steps: lines,
  cost: prose,
  staff: prose,
  results: lines,
  evidence: z.enum(['opinion', 'described', 'measured', 'compared']).catch('opinion'),
  replicability: z.enum(['easy', 'conditions', 'hard']).catch('conditions'),
  contact_role: word,
});
export const resultFacts = z.object({
  theme: word,
  project: word,
  number: word,
  type: word,
  partners: lines,
  conditions: prose,
  licence: word,
  contact_role: word,
  language: word,
});
const nothing = z.object({});

/** The registry: a new kind of facts is a line here, a list of fields and a view. */
export const FACTS = {
  page: nothing,
  news: nothing,
  commentary: nothing,
  advice: nothing,
  publication: publicationFacts,
  chapter: nothing,
  practice: practiceFacts,
  model: modelFacts,
  pilot: pilotFacts,
  result: resultFacts,
} as const satisfies Record<DocumentKind, z.ZodType>;

export type Facts = {
  readonly [K in DocumentKind]: { readonly kind: K } & Readonly<z.output<(typeof FACTS)[K]>>;
}[DocumentKind];

/** What is stored, as its kind reads it: what is missing or wrong becomes empty, since an old version stays as it was. */
export const factsOf = (kind: DocumentKind, stored: unknown): Facts =>
  ({ ...FACTS[kind].parse(stored ?? {}), kind }) as Facts;

export const FACT_FIELDS: Readonly<Partial<Record<DocumentKind, readonly FactField[]>>> = {
  publication: [
    choice('type', ['guide', 'standard', 'handbook', 'report', 'series']),
    ...field('lines', 'authors'),
    ...field('line', 'edition'),
    ...field('number', 'year'),
    ...field('line', 'isbn', 'doi', 'publisher', 'licence'),
  ],
  practice: [
    ...field('text', 'problem'),
    ...field('lines', 'actors', 'steps'),
    ...field('text', 'cost', 'staff'),
    ...field('lines', 'results'),
    choice('evidence', ['opinion', 'described', 'measured', 'compared']),
    choice('replicability', ['easy', 'conditions', 'hard']),
    ...field('line', 'contact_role'),
  ],
  model: MODEL_FIELDS,
  pilot: PILOT_FIELDS,
  result: [
    ...field('line', 'theme', 'project', 'number', 'type'),
    ...field('lines', 'partners'),
    ...field('text', 'conditions'),
    ...field('line', 'licence', 'contact_role', 'language'),
  ],
};

/** Facts as they stand in a form, under `facts.…`. */
export const factValues = (
  kind: DocumentKind,
  facts: Readonly<Record<string, unknown>>,
): Record<string, string> =>
  Object.fromEntries((FACT_FIELDS[kind] ?? []).map((each) => [`facts.${each.name}`, shownFact(each, facts)]));

/** What facts say in words: a project's number, a step, a partner. Figures and choices tell a searcher nothing. */
export function factWords(kind: DocumentKind, stored: unknown): string {
  const facts = factsOf(kind, stored);
  return (FACT_FIELDS[kind] ?? [])
    .filter(({ type }) => type === 'line' || type === 'text' || type === 'lines' || type === 'rows')
    .map((each) =>
      shownFact({ ...each, columns: each.columns?.filter(({ type }) => type === 'line') ?? [] }, facts),
    )
    .join('\n');
}

/** The reverse of `factValues`. What the form does not ask for stays as it was. Throws `invalid` on what cannot be read or kept. */
export function typedFacts(
  kind: DocumentKind,
  values: Readonly<Record<string, unknown>>,
  before: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const typed = typedFields(FACT_FIELDS[kind] ?? [], values);
  const { kind: _, ...facts } = factsOf(kind, { ...before, ...typed });
  refuseLost(kind, typed, facts);
  return facts;
}

/** A schema drops what is beyond its bounds, which is right for old versions and wrong for what somebody has just typed. */
function refuseLost(
  kind: DocumentKind,
  typed: Readonly<Record<string, unknown>>,
  kept: Readonly<Record<string, unknown>>,
): void {
  const size = (value: unknown) =>
    Array.isArray(value) ? value.length : value === null || value === '' ? 0 : 1;
  const lost = Object.keys(typed).filter((name) => size(typed[name]) > 0 && size(kept[name]) === 0);
  const fields = (FACT_FIELDS[kind] ?? []).filter(({ name }) => lost.includes(name.split('.')[0] ?? ''));
  const [first] = fields;
  if (first) throw invalid({ field: `facts.${first.name}`, message: 'invalid' });
}
