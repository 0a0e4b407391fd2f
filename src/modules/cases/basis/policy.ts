import { allow, type DataClass, type Decision, deny } from '#kernel/access.ts';
import type { CaseState } from '../schema.ts';
import { type LegalBasis, SPECIAL } from './schema.ts';

/** Whether a partner of this type may rest on the basis. A public body does not build on consent (GDPR recital 43). */
export const fits = (basis: LegalBasis, type: string): boolean => basis.types.includes(type);

/**
 * Classes that a basis may open for a partner: what the law or the document lets it receive, under the ceiling of the
 * agreement. D1 stands under no ceiling: without it the partner would not know that the case exists.
 */
export function offered(classes: readonly DataClass[], ceiling: readonly DataClass[]): DataClass[] {
  return classes.filter((c) => c !== 'D8' && (c === 'D1' || ceiling.includes(c)));
}

/** What is ticked before anybody decides: everything offered but special categories. */
export const proposed = (classes: readonly DataClass[]): DataClass[] =>
  classes.filter((c) => !SPECIAL.includes(c));

const WELFARE: readonly string[] = ['OPS', 'CUS', 'PCPR'];
/**
 * Classes that a partner may also write: welfare what it holds, the labour office its own side, others their part of
 * the plan and the attendance of their sessions. D1 lets them leave their mark on the timeline.
 */
export function writable(type: string, classes: readonly DataClass[]): DataClass[] {
  if (WELFARE.includes(type)) return [...classes];
  const may: readonly DataClass[] =
    type === 'PUP' ? ['D1', 'D4', 'D5', 'D6', 'D9'] : ['D1', 'D3', 'D4', 'D5', 'D6', 'D9'];
  return classes.filter((c) => may.includes(c));
}

interface Act {
  readonly permissions: ReadonlySet<string>;
  readonly institutionId: string;
}
interface CaseFact {
  readonly state: CaseState;
  readonly leadInstitutionId: string;
}

const SETTLED: readonly CaseState[] = ['draft', 'referred', 'archived', 'rejected', 'withdrawn', 'erased'];

/** Recording the clause, bases and consents: a worker who coordinates cases, in a case that is under way. */
export function mayRecordBasis(actor: Act, c: CaseFact): Decision {
  if (!actor.permissions.has('case.coordinate')) return deny('not_coordinator');
  if (SETTLED.includes(c.state)) return deny('case_not_open');
  return allow;
}

/** Taking down that a consent was withdrawn must never be hard: anybody of the team, in any state. */
export const mayTakeWithdrawal = (actor: Act): Decision =>
  actor.permissions.has('case.read') ? allow : deny('not_worker');

/** From intake to diagnosis: the institution that leads. */
export function mayComplete(actor: Act, c: CaseFact): Decision {
  if (c.state !== 'intake') return deny('not_intake');
  if (!actor.permissions.has('case.coordinate')) return deny('not_coordinator');
  return actor.institutionId === c.leadInstitutionId ? allow : deny('not_lead');
}

export interface BasisState {
  readonly clauseGiven: boolean;
  readonly partners: readonly { institutionId: string; hasBasis: boolean }[];
  /** Types of the institutions that take part. */
  readonly types: readonly string[];
}
export type Missing =
  | { readonly what: 'clause' | 'welfare' | 'labour' }
  | { readonly what: 'basis'; readonly institutionId: string };

/** What the guard of transition 5 still asks for (domain handbook, section 2.4); nothing means that the case may go on. */
export function missingForDiagnosis(state: BasisState): Missing[] {
  const missing: Missing[] = [];
  if (!state.clauseGiven) missing.push({ what: 'clause' });
  if (!state.types.some((t) => t === 'OPS' || t === 'CUS')) missing.push({ what: 'welfare' });
  if (!state.types.includes('PUP')) missing.push({ what: 'labour' });
  for (const p of state.partners)
    if (!p.hasBasis) missing.push({ what: 'basis', institutionId: p.institutionId });
  return missing;
}
