import { z } from 'zod';
import { slug } from '../schema.ts';
import { budget, type Outcome } from './budget/schema.ts';

/** How sure it is that something works: somebody thinks so, saw it, measured it, compared it with how it is without. */
export const EVIDENCE = ['opinion', 'described', 'measured', 'compared'] as const;
export type Evidence = (typeof EVIDENCE)[number];

const word = z.string().trim().max(300).catch('');
const prose = z.string().trim().max(3000).catch('');
const lines = z.array(z.string().trim().min(1).max(600)).max(60).catch([]);
const rows = <T extends z.ZodRawShape>(shape: T) => z.array(z.object(shape)).max(60).catch([]);

export const franchiseFacts = z.object({
  rules: lines,
  fee: prose,
  territory: prose,
  audit: prose,
  exit: prose,
  brand: prose,
});

/** The template of a model of a cooperative in a public-utility service. What is missing is empty. */
export const modelFacts = z.object({
  /** A category of offers of the directory. */
  category: word,
  problem: prose,
  service: prose,
  customer: prose,
  payer: prose,
  form: prose,
  founders: prose,
  partnership: prose,
  roles: rows({
    name: word,
    fte: z.number().min(0).max(100).catch(0),
    at_risk: z.boolean().catch(false),
    tasks: prose,
  }),
  quality: rows({ indicator: word, target: word }),
  /** Amounts in grosze. */
  equipment: rows({ name: word, amount: z.number().int().min(0).catch(0) }),
  legal: lines,
  procurement: prose,
  training: lines,
  risks: rows({ risk: prose, answer: prose }),
  timetable: rows({ month: z.number().int().min(0).max(60).catch(0), what: prose }),
  knowhow: lines,
  evidence: z.enum(EVIDENCE).catch('opinion'),
  licence: word,
  budget: budget.nullable().catch(null),
  franchise: franchiseFacts.nullable().catch(null),
});
export type ModelFacts = z.output<typeof modelFacts>;
export type FranchiseFacts = z.output<typeof franchiseFacts>;

/** The twelve categories of offers of the directory. */
export const CATEGORIES = [
  'catering',
  'cleaning',
  'green',
  'building',
  'care',
  'childcare',
  'culture',
  'transport',
  'office',
  'crafts',
  'waste',
  'digital',
] as const;
export const modelsQuery = z.object({
  q: z.string().trim().max(100).default(''),
  category: z.enum(CATEGORIES).optional().catch(undefined),
  evidence: z.enum(EVIDENCE).optional().catch(undefined),
});
export type ModelsQuery = z.output<typeof modelsQuery>;

const chosen = z
  .union([z.literal(''), slug])
  .catch('')
  .default('');
/** Up to three models beside each other. */
export const compareQuery = z.object({ m1: chosen, m2: chosen, m3: chosen });
export type CompareQuery = z.output<typeof compareQuery>;

/** A model as a list and a comparison show it. */
export interface ModelCard {
  readonly id: string;
  readonly slug: string;
  readonly path: string;
  readonly lang: string;
  readonly title: string;
  readonly lead: string;
  readonly facts: ModelFacts;
  /** What its budget comes to; null when it has none. */
  readonly outcome: Outcome | null;
}

/** Full posts in all, and those for people from groups at risk. */
export function postsOf({ roles }: ModelFacts): { readonly all: number; readonly atRisk: number } {
  const sum = (list: ModelFacts['roles']) =>
    Math.round(list.reduce((all, { fte }) => all + fte, 0) * 100) / 100;
  return { all: sum(roles), atRisk: sum(roles.filter((role) => role.at_risk)) };
}
