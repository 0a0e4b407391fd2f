import { z } from 'zod';
import { budget } from './budget/schema.ts';

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
  timetable: rows({ month: z.number().int().min(0).max(60), what: prose }),
  knowhow: lines,
  evidence: z.enum(EVIDENCE).catch('opinion'),
  licence: word,
  budget: budget.nullable().catch(null),
  franchise: franchiseFacts.nullable().catch(null),
});
export type ModelFacts = z.output<typeof modelFacts>;
export type FranchiseFacts = z.output<typeof franchiseFacts>;
