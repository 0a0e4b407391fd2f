import { allow, type DataClass, type Decision, deny } from '#kernel/access.ts';
import type { CaseState } from '../schema.ts';
import { type LegalBasis, type Partner, SPECIAL } from './schema.ts';

/** Whether an institution of this type may rest on the basis. */
export const fits = (basis: Pick<LegalBasis, 'types'>, type: string): boolean => basis.types.includes(type);

/** Not received from a partner, so under no ceiling: that the case exists, and an institution's own notes. */
const BELOW_NO_CEILING: readonly DataClass[] = ['D1', 'D9', 'D10'];

/** Classes that a basis may open for a partner: what the law or the document covers, under the ceiling of the agreement. */
export const offered = (classes: readonly DataClass[], ceiling: readonly DataClass[]): DataClass[] =>
  classes.filter((c) => c !== 'D8' && (BELOW_NO_CEILING.includes(c) || ceiling.includes(c)));

/** What is ticked before anybody decides: everything offered but special categories. */
export const proposed = (classes: readonly DataClass[]): DataClass[] =>
  classes.filter((c) => !SPECIAL.includes(c));

const WELFARE: readonly string[] = ['OPS', 'CUS', 'PCPR'];
const LABOUR_WRITES: readonly DataClass[] = ['D1', 'D4', 'D5', 'D6', 'D9', 'D10'];
const PARTNER_WRITES: readonly DataClass[] = ['D1', 'D3', 'D4', 'D5', 'D6', 'D9', 'D10'];

/**
 * Classes that a partner may also write: social assistance what it holds, the labour office its own side, others their
 * part of the diagnosis and plan and the attendance of their sessions. D1 lets them leave a mark on the timeline.
 */
export function writable(type: string, classes: readonly DataClass[]): DataClass[] {
  if (WELFARE.includes(type)) return [...classes];
  const may = type === 'PUP' ? LABOUR_WRITES : PARTNER_WRITES;
  return classes.filter((c) => may.includes(c));
}

/** States in which nothing is received any more, or not yet. */
const SETTLED: readonly CaseState[] = ['draft', 'referred', 'archived', 'rejected', 'withdrawn', 'erased'];

/** Recording the clause, bases and consents: a worker who coordinates cases, in a case that is under way. */
export function mayRecordBasis(
  actor: { readonly permissions: ReadonlySet<string> },
  c: { readonly state: CaseState },
  /** The institution leads or co-leads the case: only such a one lets others in. */
  leads: boolean,
): Decision {
  if (!actor.permissions.has('case.coordinate')) return deny('not_coordinator');
  if (SETTLED.includes(c.state)) return deny('case_not_open');
  return leads ? allow : deny('not_lead');
}

/** Bases an institution may rest on that are not consents: those have a form of their own. */
export const basesFor = (bases: readonly LegalBasis[], type: string): LegalBasis[] =>
  bases.filter((b) => b.kind !== 'consent' && fits(b, type));

/** What may be ticked for an institution under a basis. */
export const classesFor = (basis: LegalBasis, partner: Partner): DataClass[] =>
  offered(basis.classes, partner.ceiling);

/** Statutory bases read in the act itself: they may be recorded for a public body in one step. */
export const plainBases = (bases: readonly LegalBasis[], type: string): LegalBasis[] =>
  basesFor(bases, type).filter((b) => b.kind === 'statutory' && b.certain);

/** A commission or a contract is a paper: its number and date must be told. */
export const needsDocument = (basis: LegalBasis): boolean =>
  basis.kind === 'commission' || basis.kind === 'contract';
