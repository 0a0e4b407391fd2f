import { allow, type Decision, deny } from '#kernel/access.ts';
import type { CaseState, WaitCode } from '../schema.ts';

/** From intake to diagnosis: a coordinator of the institution that leads the case. */
export function mayComplete(
  actor: { readonly permissions: ReadonlySet<string>; readonly institutionId: string },
  c: { readonly state: CaseState; readonly leadInstitutionId: string },
): Decision {
  if (c.state !== 'intake') return deny('not_intake');
  if (!actor.permissions.has('case.coordinate')) return deny('not_coordinator');
  return actor.institutionId === c.leadInstitutionId ? allow : deny('not_lead');
}

export interface BasisState {
  readonly clauseGiven: boolean;
  readonly partners: readonly {
    readonly institutionId: string;
    readonly type: string;
    readonly hasBasis: boolean;
  }[];
}
export type Missing =
  | { readonly what: 'clause' | 'welfare' | 'labour' }
  | { readonly what: 'basis'; readonly institutionId: string };

/**
 * What the guard of transition 5 still asks for (domain handbook, section 2.4): the information clause given, OPS or
 * CUS and PUP taking part, a legal basis for every institution. Nothing missing means that the case may go on.
 */
export function missingForDiagnosis(state: BasisState): Missing[] {
  const missing: Missing[] = [];
  if (!state.clauseGiven) missing.push({ what: 'clause' });
  for (const p of state.partners)
    if (!p.hasBasis) missing.push({ what: 'basis', institutionId: p.institutionId });
  if (!state.partners.some((p) => p.type === 'OPS' || p.type === 'CUS')) missing.push({ what: 'welfare' });
  if (!state.partners.some((p) => p.type === 'PUP')) missing.push({ what: 'labour' });
  return missing;
}

/** What a case in intake waits for, in the order in which it is done. */
export function waitsFor(missing: readonly Missing[]): WaitCode {
  const lacks = (...what: readonly Missing['what'][]) => missing.some((m) => what.includes(m.what));
  if (lacks('clause')) return lacks('basis') ? 'basis' : 'clause';
  if (lacks('basis')) return 'legal_bases';
  return lacks('welfare', 'labour') ? 'partners' : 'to_diagnosis';
}
