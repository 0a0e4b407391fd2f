import { allow, type Decision, deny } from '#kernel/access.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { SharedCase } from '../../schema.ts';
import { coordinates, type Hand, type TeamHand } from '../policy.ts';
import { itemsOf, type Plan } from '../schema.ts';
import { unconfirmed, type Warning } from '../warnings/policy.ts';

/** What the guard of transition 8 still asks for, each with the place where it is put right. */
export interface Missing {
  readonly what:
    | 'goal'
    | 'item'
    | 'measure'
    | 'place'
    | 'hours'
    | 'worker'
    | 'review'
    | 'review_past'
    | 'review_late'
    | 'contact_days'
    | 'contact_form'
    | 'own_obligation'
    | 'warning';
  /** The goal, item or warning it is about, for the link; empty for the plan as a whole. */
  readonly id: string;
  readonly name: string;
}

export interface ReadinessFacts {
  readonly plan: Plan;
  readonly warnings: readonly Warning[];
  readonly team: readonly TeamHand[];
  /** Codes of services that are given in a group: place and hours must be known. */
  readonly collective: ReadonlySet<string>;
  readonly today: LocalDate;
  /** The latest day of the next review (the timer `review`). */
  readonly reviewBy: LocalDate;
}

/**
 * Everything that is missing before a plan can be signed (domain handbook, section 2.4, transition 8). Empty means
 * ready. Dates, services and financing of goals and items are always there: the tables do not take a row without.
 */
export function readyToSign(f: ReadinessFacts): Missing[] {
  const { plan } = f;
  const missing: Missing[] = [];
  const add = (what: Missing['what'], id = '', name = '') => missing.push({ what, id, name });
  if (plan.goals.length === 0) add('goal');
  if (itemsOf(plan).length === 0) add('item');
  for (const g of plan.goals) if (g.measure.trim() === '') add('measure', g.id, g.title);
  for (const i of itemsOf(plan)) {
    if (f.collective.has(i.serviceCode)) {
      if (i.place === '') add('place', i.id, i.serviceLabel);
      if (i.hours === null) add('hours', i.id, i.serviceLabel);
    }
    if (!f.team.some((w) => w.worker_id === i.workerId && w.institution_id === i.institutionId))
      add('worker', i.id, i.serviceLabel);
  }
  if (plan.nextReviewOn === null) add('review');
  else if (plan.nextReviewOn <= f.today) add('review_past');
  else if (plan.nextReviewOn > f.reviewBy) add('review_late');
  if (plan.contactEveryDays === null) add('contact_days');
  if (plan.contactForm === '') add('contact_form');
  if (plan.ownObligation.trim() === '') add('own_obligation');
  for (const w of unconfirmed(f.warnings)) add('warning', w.key, w.sentence.split(/\. (?=\p{Lu})/u)[0]);
  return missing;
}

type CaseFact = Pick<SharedCase, 'state' | 'coordinatorId' | 'leadInstitutionId'>;

/**
 * A warning is confirmed by whom it names: the coordinator, or a worker of that type of institution who may write the
 * plan. Where the team has no such institution, the coordinator confirms.
 */
export function mayConfirm(
  actor: Hand & { readonly institutionType: string },
  c: CaseFact,
  team: readonly (TeamHand & { readonly institution_type: string | null })[],
  warning: Pick<Warning, 'confirm'>,
): Decision {
  if (c.state !== 'planning') return deny('case_not_planning');
  if (!actor.permissions.has('plan.write') && !actor.permissions.has('plan.sign'))
    return deny('not_plan_writer');
  const type = warning.confirm;
  if (type === null) return deny('nothing_to_confirm');
  if (type !== 'coordinator' && team.some((w) => w.institution_type === type))
    return actor.institutionType === type ? allow : deny('other_confirms');
  return coordinates(actor, c, team) ? allow : deny('not_coordinator');
}

export interface SigningFact {
  readonly state: string;
  /** Signatures still missing. */
  readonly missing: readonly { readonly signer: string; readonly institutionId: string | null }[];
}

/** For whom this worker may sign now: as coordinator, and for the own institution. Empty when for nobody. */
export function signsFor(
  actor: Hand,
  c: CaseFact,
  team: readonly TeamHand[],
  s: SigningFact,
): ('coordinator' | 'institution')[] {
  if (c.state !== 'planning' || s.state !== 'signing' || !actor.permissions.has('plan.sign')) return [];
  const may: ('coordinator' | 'institution')[] = [];
  if (
    s.missing.some((m) => m.signer === 'coordinator') &&
    actor.institutionId === c.leadInstitutionId &&
    coordinates(actor, c, team)
  )
    may.push('coordinator');
  // Assigned to the case, or the head: of an institution one is not assigned to, not even the case can be seen.
  const assigned = actor.wide || team.some((w) => w.worker_id === actor.subjectId);
  if (
    assigned &&
    s.missing.some((m) => m.signer === 'institution' && m.institutionId === actor.institutionId)
  )
    may.push('institution');
  return may;
}

/** Taking down a signature on paper: whoever may sign as coordinator. */
export function mayRecordPaper(
  actor: Hand,
  c: CaseFact,
  team: readonly TeamHand[],
  s: SigningFact,
): Decision {
  if (s.state !== 'signing') return deny('plan_not_signing');
  if (!s.missing.some((m) => m.signer === 'person')) return deny('already_signed');
  return coordinates(actor, c, team) ? allow : deny('not_coordinator');
}
