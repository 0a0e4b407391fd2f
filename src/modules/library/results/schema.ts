import { z } from 'zod';
import { documentLang, type Listed } from '../schema.ts';

/** By what results are narrowed: facts of theirs, each as it was written. */
export const RESULT_FILTERS = ['theme', 'project', 'type', 'licence'] as const;
export type ResultFilter = (typeof RESULT_FILTERS)[number];

const value = z.string().trim().max(300).default('');
export const filters = {
  q: z.string().trim().max(200).catch('').default(''),
  theme: value,
  project: value,
  type: value,
  licence: value,
};
export const resultsQuery = z.object({
  ...filters,
  page: z.coerce.number().int().min(1).max(2500).catch(1).default(1),
});
export const exportQuery = z.object({ ...filters, lang: documentLang.optional() });
export type Filters = Readonly<Record<ResultFilter, string>> & {
  /** Words to look for in all that a result says, its facts too. */
  readonly q: string;
};

export interface ResultFacts {
  readonly theme: string;
  readonly project: string;
  readonly number: string;
  readonly type: string;
  readonly partners: readonly string[];
  readonly conditions: string;
  readonly licence: string;
  readonly contact_role: string;
  readonly language: string;
}
/** A result in the list and in the files taken away. */
export interface ListedResult extends Listed {
  readonly facts: ResultFacts;
}
/** Values that results have, for each filter. */
export type Choices = Readonly<
  Record<ResultFilter, readonly { readonly value: string; readonly count: number }[]>
>;
