import { allow, type DataClass, type Decision, deny } from '#kernel/access.ts';
import type { CaseState, Term, Waits } from '../schema.ts';
import { type Content, type MissingHere, PROTECTED, type StillToApprove } from './schema.ts';

const WELFARE: readonly string[] = ['OPS', 'CUS'];
/** Which types an owner named in the dictionary stands for. */
const OWNERS: Readonly<Record<string, readonly string[]>> = {
  OPS: ['OPS', 'CUS', 'PCPR'],
  PUP: ['PUP'],
  NGO: ['NGO'],
};

/** Writing in a diagnosis: a worker with the function, while the case is in diagnosis and this one is not approved. */
export function mayWrite(
  actor: { readonly permissions: ReadonlySet<string> },
  c: { readonly state: CaseState },
  d: { readonly state: string },
): Decision {
  if (!actor.permissions.has('diagnosis.write')) return deny('not_diagnostician');
  if (c.state !== 'diagnosis') return deny('not_in_diagnosis');
  return d.state === 'draft' ? allow : deny('approved');
}

/** Beginning a diagnosis: a coordinator of the institution that leads, where the case may go to diagnosis. */
export function mayStart(
  actor: { readonly permissions: ReadonlySet<string>; readonly institutionId: string },
  c: { readonly state: CaseState; readonly leadInstitutionId: string },
): Decision {
  if (!['diagnosis', 'planning', 'active'].includes(c.state)) return deny('not_in_diagnosis');
  if (!actor.permissions.has('case.coordinate')) return deny('not_coordinator');
  return actor.institutionId === c.leadInstitutionId ? allow : deny('not_lead');
}

/** Types of institutions whose approval counts; one of each kind is needed. */
export const approves = (type: string): boolean => WELFARE.includes(type) || type === 'PUP';

/** Approving: a diagnostician of OPS, CUS or PUP, once for each text. */
export function mayApprove(
  actor: {
    readonly permissions: ReadonlySet<string>;
    readonly institutionId: string;
    readonly institutionType: string;
  },
  c: { readonly state: CaseState },
  d: Pick<Content, 'state' | 'approvals'>,
): Decision {
  const write = mayWrite(actor, c, d);
  if (!write.allowed) return write;
  if (!approves(actor.institutionType)) return deny('not_approver');
  return d.approvals.some((a) => a.current && a.institutionId === actor.institutionId)
    ? deny('already_approved')
    : allow;
}

export interface Owner {
  readonly institutionId: string;
  readonly type: string;
  readonly lead: boolean;
  /** Classes it may write in this case. */
  readonly writes: readonly DataClass[];
}
export interface NewPart {
  readonly domain: string;
  readonly dataClass: DataClass;
  readonly institutionId: string;
  readonly required: boolean;
}

const CLASSES: readonly DataClass[] = ['D3', 'D4', 'D7', 'D8'];

/**
 * Who owns which domain in this case: the institution named in the dictionary that may write the class; the lead first
 * where there are two. A domain nobody may write opens only when the diagnosis needs it, so that the page can say why.
 */
export function partsFor(domains: readonly Term[], owners: readonly Owner[]): NewPart[] {
  const ordered = [...owners].sort((a, b) => Number(b.lead) - Number(a.lead));
  return domains.flatMap((term) => {
    const dataClass = CLASSES.find((c) => c === term.meta.data_class);
    const named = [term.meta.owner, term.meta.or].filter((o) => typeof o === 'string');
    const types = named.flatMap((o) => OWNERS[o] ?? []);
    if (!dataClass || types.length === 0) return [];
    const candidates = types.flatMap((type) => ordered.filter((o) => o.type === type));
    const required = term.meta.required === true && !PROTECTED.includes(dataClass);
    const owner =
      candidates.find((o) => o.writes.includes(dataClass)) ?? (required ? candidates[0] : undefined);
    return owner ? [{ domain: term.code, dataClass, institutionId: owner.institutionId, required }] : [];
  });
}

/** What must be filled before anybody can approve (domain handbook, section 2.4, transition 7). */
export function missingForApproval(d: Content): MissingHere[] {
  const missing: MissingHere[] = d.parts
    .filter((part) => part.required && part.filled !== true)
    .map((part) => ({ what: 'part', part }));
  if (d.ownView === '') missing.push({ what: 'own_view' });
  if (d.strengths === '') missing.push({ what: 'strengths' });
  if (d.conclusion === '') missing.push({ what: 'conclusion' });
  if (d.meetingOn === null) missing.push({ what: 'meeting' });
  if (d.present === '') missing.push({ what: 'present' });
  return missing;
}

/** Whose approval of the text as it is now is still awaited. */
export function stillToApprove(d: Content): StillToApprove {
  const types = d.approvals.filter((a) => a.current).map((a) => a.institutionType);
  return { welfare: !types.some((t) => WELFARE.includes(t)), labour: !types.includes('PUP') };
}

/** What a diagnosis waits for and from which institution; `until` is the caller's. */
export function waitsOf(
  d: Content,
  owners: readonly Pick<Owner, 'institutionId' | 'type' | 'lead'>[],
): Pick<Waits, 'for' | 'institutionId'> {
  const lead = owners.find((o) => o.lead)?.institutionId ?? null;
  const missing = missingForApproval(d);
  const part = missing.find((m) => m.what === 'part');
  if (part?.what === 'part') return { for: 'diagnosis_parts', institutionId: part.part.institutionId };
  if (missing.length > 0) return { for: 'diagnosis_parts', institutionId: lead };
  const still = stillToApprove(d);
  const next = [...owners]
    .sort((a, b) => Number(b.lead) - Number(a.lead))
    .find((o) => (still.welfare && WELFARE.includes(o.type)) || (still.labour && o.type === 'PUP'));
  return { for: 'diagnosis_approval', institutionId: next?.institutionId ?? lead };
}
