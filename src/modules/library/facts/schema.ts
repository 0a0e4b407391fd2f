import { z } from 'zod';
import { modelFacts } from '../models/schema.ts';
import { pilotFacts } from '../pilots/schema.ts';
import type { DocumentKind } from '../schema.ts';

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
