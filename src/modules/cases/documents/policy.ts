import { all, allow, type DataClass, type Decision, deny } from '#kernel/access.ts';
import type { CaseState } from '../schema.ts';
import type { DocumentKind } from './schema.ts';

/** Which classes a document shows beyond D1; the reader's institution must hold each (access design, section 3). */
export const SHOWS: Readonly<Record<DocumentKind, readonly DataClass[]>> = {
  referral: [],
  clause: [],
  consent: [],
  diagnosis: ['D5'],
  plan: ['D5'],
  attendance: ['D6'],
  register: ['D6'],
  review: ['D5'],
  closing: ['D5'],
  certificate: ['D5'],
};

export interface PrintFacts {
  /** Classes open to the reader in this case: granted to the institution and covered by the authorisation. */
  readonly open: readonly DataClass[];
  /** The coordinator, a stand-in, or the head of the leading institution. */
  readonly directs: boolean;
  readonly state: CaseState;
  /** The reader is the person themselves. */
  readonly own: boolean;
}

const BEGUN: readonly CaseState[] = ['active', 'suspended', 'closing', 'follow_up', 'archived'];
/** The plan is or was carried out. */
export const begun = (state: CaseState): boolean => BEGUN.includes(state);

const classesOpen = (kind: DocumentKind, f: PrintFacts): Decision =>
  f.own || SHOWS[kind].every((c) => f.open.includes(c)) ? allow : deny('no_basis');

/**
 * Who may take a document, and when. Whether there is something to print is asked of the tables. A certificate speaks
 * for the institution that leads the case, so only whoever directs the case issues it.
 */
export function mayPrint(kind: DocumentKind, f: PrintFacts): Decision {
  if (kind !== 'certificate') return classesOpen(kind, f);
  return all(
    f.directs ? allow : deny('not_directing'),
    classesOpen(kind, f),
    begun(f.state) ? allow : deny('not_begun'),
  );
}
