import { createHash } from 'node:crypto';
import { type Goal, itemsOf, type Plan, type PlanItem } from '../schema.ts';

const ITEM_FIELDS = [
  'service',
  'description',
  'institution',
  'worker',
  'startsOn',
  'dueOn',
  'financing',
  'place',
  'hours',
  'goal',
] as const;
const GOAL_FIELDS = ['title', 'measure', 'dueOn'] as const;
const PLAN_FIELDS = ['ownObligation', 'nextReviewOn', 'contactEveryDays', 'contactForm'] as const;
export type DiffField =
  | (typeof ITEM_FIELDS)[number]
  | (typeof GOAL_FIELDS)[number]
  | (typeof PLAN_FIELDS)[number];

export interface FieldChange {
  readonly field: DiffField;
  readonly before: string;
  readonly after: string;
}
export interface Change {
  readonly of: 'plan' | 'goal' | 'item';
  readonly kind: 'added' | 'removed' | 'changed';
  readonly lineageId: string;
  readonly name: string;
  readonly fields: readonly FieldChange[];
}

type Words = Readonly<Record<string, string>>;

const goalWords = (g: Goal): Words => ({ title: g.title, measure: g.measure, dueOn: g.dueOn });
const planWords = (p: Plan): Words => ({
  ownObligation: p.ownObligation,
  nextReviewOn: p.nextReviewOn ?? '',
  contactEveryDays: p.contactEveryDays === null ? '' : String(p.contactEveryDays),
  contactForm: p.contactFormLabel,
});
/** The goal an item serves is compared by lineage, so that a goal with a new name is one change and not many. */
const itemWords =
  (goals: readonly Goal[], names: ReadonlyMap<string, string>) =>
  (i: PlanItem): Words => ({
    service: i.serviceLabel,
    description: i.description,
    institution: i.institutionName,
    worker: i.workerName,
    startsOn: i.startsOn,
    dueOn: i.dueOn,
    financing: i.financingLabel,
    place: i.place,
    hours: i.hours === null ? '' : String(i.hours),
    goal: names.get(goals.find((g) => g.id === i.goalId)?.lineageId ?? '') ?? '',
  });

const changed = (fields: readonly DiffField[], before: Words, after: Words): FieldChange[] =>
  fields
    .map((field) => ({ field, before: before[field] ?? '', after: after[field] ?? '' }))
    .filter((f) => f.before !== f.after);

function compare<T extends { readonly lineageId: string }>(
  of: 'goal' | 'item',
  before: readonly T[],
  after: readonly T[],
  name: (row: T) => string,
  fields: readonly DiffField[],
  wordsBefore: (row: T) => Words,
  wordsAfter: (row: T) => Words,
): Change[] {
  const was = new Map(before.map((row) => [row.lineageId, row]));
  const is = new Set(after.map((row) => row.lineageId));
  const changes: Change[] = [];
  for (const row of after) {
    const old = was.get(row.lineageId);
    if (!old) changes.push({ of, kind: 'added', lineageId: row.lineageId, name: name(row), fields: [] });
    else {
      const differ = changed(fields, wordsBefore(old), wordsAfter(row));
      if (differ.length > 0)
        changes.push({ of, kind: 'changed', lineageId: row.lineageId, name: name(row), fields: differ });
    }
  }
  for (const row of before)
    if (!is.has(row.lineageId))
      changes.push({ of, kind: 'removed', lineageId: row.lineageId, name: name(row), fields: [] });
  return changes;
}

/** What differs between two versions of one plan, matched by lineage: first the plan itself, then goals, then items. */
export function diffVersions(before: Plan, after: Plan): Change[] {
  const names = new Map([...before.goals, ...after.goals].map((g) => [g.lineageId, g.title]));
  const fields = changed(PLAN_FIELDS, planWords(before), planWords(after));
  return [
    ...(fields.length > 0
      ? [{ of: 'plan' as const, kind: 'changed' as const, lineageId: after.caseId, name: '', fields }]
      : []),
    ...compare('goal', before.goals, after.goals, (g) => g.title, GOAL_FIELDS, goalWords, goalWords),
    ...compare(
      'item',
      itemsOf(before),
      itemsOf(after),
      (i) => i.serviceLabel,
      ITEM_FIELDS,
      itemWords(before.goals, names),
      itemWords(after.goals, names),
    ),
  ];
}

/** What is signed: everything the person and the institutions agree on, codes and ids, in one fixed order. */
export function canonical(plan: Plan): string {
  const byLineage = <T extends { lineageId: string }>(rows: readonly T[]) =>
    [...rows].sort((a, b) => (a.lineageId < b.lineageId ? -1 : 1));
  return JSON.stringify({
    case: plan.caseId,
    version: plan.version,
    own_obligation: plan.ownObligation,
    next_review_on: plan.nextReviewOn,
    contact_every_days: plan.contactEveryDays,
    contact_form: plan.contactForm,
    warnings: [...plan.confirmedWarnings].sort(),
    goals: byLineage(plan.goals).map((g) => ({
      lineage: g.lineageId,
      title: g.title,
      measure: g.measure,
      due_on: g.dueOn,
      items: byLineage(g.items).map((i) => ({
        lineage: i.lineageId,
        service: i.serviceCode,
        description: i.description,
        institution: i.institutionId,
        worker: i.workerId,
        starts_on: i.startsOn,
        due_on: i.dueOn,
        financing: i.financingCode,
        place: i.place,
        hours: i.hours,
      })),
    })),
  });
}

/** SHA-256 of the canonical text, in hexadecimal. */
export const contentHash = (plan: Plan): string => createHash('sha256').update(canonical(plan)).digest('hex');
