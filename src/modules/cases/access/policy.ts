/**
 * Who may see what in a case, as a pure function of facts: the same rule as the row-level security of migrations 0040,
 * 0041 and 0044. A property test (agreement.test.ts) holds the two together on random data; the page "why can I not
 * see this" and every decision in TypeScript ask here, so neither can drift from what the database shows.
 */
import { allow, type DataClass, type Decision, deny } from '#kernel/access.ts';
import type { CaseState } from '../schema.ts';

export interface Period {
  readonly validFrom: Date;
  readonly validTo: Date | null;
}
export interface GrantFact extends Period {
  readonly institutionId: string;
  readonly dataClass: string;
  readonly purposes: readonly string[];
  readonly canWrite: boolean;
  readonly article?: string;
}
export interface WorkerFact extends Period {
  readonly workerId: string;
}

/** What is known of one case and of who asks. Rows of other workers and institutions may be there; they do not count. */
export interface AccessFacts {
  readonly workerId: string;
  readonly institutionId: string;
  readonly wide: boolean;
  readonly scope: readonly string[];
  readonly purpose: string;
  readonly now: Date;
  readonly state: CaseState;
  readonly createdByInstitutionId: string;
  readonly grants: readonly GrantFact[];
  readonly assignments: readonly WorkerFact[];
  readonly locks: readonly WorkerFact[];
}

export type RuleName = 'lock' | 'assignment' | 'authorisation' | 'grant' | 'purpose' | 'write';
export interface FiredRule {
  readonly rule: RuleName;
  readonly passed: boolean;
  /** The grants the rule looked at, for the article of law and the period. */
  readonly grants: readonly GrantFact[];
}
export interface Explanation {
  readonly dataClass: string;
  readonly allowed: boolean;
  readonly rules: readonly FiredRule[];
}

/** The start counts, the end does not: what ends now is over. */
export const inForce = (p: Period, now: Date): boolean =>
  p.validFrom <= now && (p.validTo === null || p.validTo > now);

const locked = (f: AccessFacts): boolean =>
  f.locks.some((l) => l.workerId === f.workerId && inForce(l, f.now));
const assigned = (f: AccessFacts): boolean =>
  f.wide || f.assignments.some((a) => a.workerId === f.workerId && inForce(a, f.now));
/** Not locked out, and assigned to the case or overseeing the institution. */
export const reachable = (f: AccessFacts): boolean => !locked(f) && assigned(f);

const granted = (f: AccessFacts, dataClass: string): GrantFact[] =>
  f.grants.filter(
    (g) => g.institutionId === f.institutionId && g.dataClass === dataClass && inForce(g, f.now),
  );

/** Each rule for one class of data, passed or not, in the order in which a person would check them. */
export function explain(f: AccessFacts, dataClass: string, action: 'read' | 'write' = 'read'): Explanation {
  const grants = granted(f, dataClass);
  const forPurpose = grants.filter((g) => g.purposes.includes(f.purpose));
  const rules: FiredRule[] = [
    { rule: 'lock', passed: !locked(f), grants: [] },
    { rule: 'assignment', passed: assigned(f), grants: [] },
    { rule: 'authorisation', passed: f.scope.includes(dataClass), grants: [] },
    { rule: 'grant', passed: grants.length > 0, grants },
    { rule: 'purpose', passed: forPurpose.length > 0, grants: forPurpose },
  ];
  if (action === 'write') {
    const writable = forPurpose.filter((g) => g.canWrite);
    rules.push({ rule: 'write', passed: writable.length > 0, grants: writable });
  }
  return { dataClass, allowed: rules.every((r) => r.passed), rules };
}

/** The case itself: known to whoever holds D1, for any purpose; a draft to the institution that began it. */
export const seesCase = (f: AccessFacts): boolean =>
  reachable(f) &&
  f.scope.includes('D1') &&
  (granted(f, 'D1').length > 0 || (f.state === 'draft' && f.createdByInstitutionId === f.institutionId));

/** Tables whose rows carry one class, the same for all. */
const CLASS_OF_TABLE = {
  event: 'D1',
  clause_given: 'D1',
  consent: 'D1',
  institution_basis: 'D1',
  closing_confirmation: 'D1',
  archive_reading: 'D1',
  diagnosis: 'D5',
  functional_conclusion: 'D5',
  diagnosis_approval: 'D5',
  plan: 'D5',
  goal: 'D5',
  plan_signature: 'D5',
  linked_instrument: 'D5',
  review: 'D5',
  review_item: 'D5',
  review_goal: 'D5',
  suspension: 'D5',
  withdrawal: 'D5',
  outcome: 'D5',
  follow_up: 'D5',
  contact_try: 'D5',
  item_progress: 'D6',
  attendance: 'D6',
  contact: 'D6',
  group_member: 'D6',
} as const satisfies Record<string, DataClass>;

export type ContentTable =
  | keyof typeof CLASS_OF_TABLE
  | 'shared_case'
  | 'person'
  | 'person_identifier'
  | 'participation'
  | 'diagnosis_part'
  | 'plan_item'
  | 'session'
  | 'note';
export const CONTENT_TABLES: readonly ContentTable[] = [
  ...(Object.keys(CLASS_OF_TABLE) as (keyof typeof CLASS_OF_TABLE)[]),
  'shared_case',
  'person',
  'person_identifier',
  'participation',
  'diagnosis_part',
  'plan_item',
  'session',
  'note',
];

/** What decides about one row besides the facts of its case. */
export interface RowFact {
  readonly dataClass: string;
  readonly institutionId: string;
}

/** Whether a worker sees a row of a table of the case. */
export function seesRow(f: AccessFacts, table: ContentTable, row: RowFact): boolean {
  const own = row.institutionId === f.institutionId;
  switch (table) {
    case 'shared_case':
    case 'person':
      return seesCase(f);
    case 'person_identifier':
      return seesCase(f) && f.scope.includes('D2') && granted(f, 'D2').length > 0;
    case 'participation':
      return own || seesCase(f);
    case 'diagnosis_part':
      return explain(f, row.dataClass).allowed;
    case 'note':
      return explain(f, row.dataClass).allowed && (own || !['D9', 'D10'].includes(row.dataClass));
    case 'plan_item':
      return explain(f, 'D5').allowed || (own && explain(f, 'D6').allowed);
    case 'session':
      return own || explain(f, 'D6').allowed;
    default:
      return explain(f, CLASS_OF_TABLE[table]).allowed;
  }
}

/** Locking a worker out of a case: the head of that worker's institution. */
export const mayLock = (actor: {
  readonly permissions: ReadonlySet<string>;
  readonly wide: boolean;
}): Decision => (actor.wide && actor.permissions.has('case.assign') ? allow : deny('not_head'));
