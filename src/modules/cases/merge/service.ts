import type { Decision } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound, stale } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import {
  askHandover,
  type Candidate,
  compareDecision,
  loadPerson,
  type Person,
  sameAs,
} from '../person/api.ts';
import { CASE_STATES, type SharedCase } from '../schema.ts';
import { loadCase, recordView, today } from '../service.ts';
import { mayMerge } from './policy.ts';
import * as queries from './queries.ts';
import {
  type CaseOfPair,
  differing,
  type Entry,
  type MergeForm,
  OPEN_STATES,
  type PersonLink,
} from './schema.ts';
import { text } from './text.pl.ts';

export interface Pair {
  readonly c: SharedCase;
  readonly one: Person & Entry;
  readonly other: Person & Entry;
  readonly cases: readonly CaseOfPair[];
  readonly decision: Decision;
}

/** Two records side by side. Throws `not_found` when one of them is hidden from the actor. */
async function loadPair(ctx: Ctx, caseId: string, otherId: string): Promise<Pair> {
  if (!compareDecision(ctx).allowed) throw notFound();
  const c = await loadCase(ctx, caseId);
  const one = await loadPerson(ctx, c.personId);
  const other = await loadPerson(ctx, otherId);
  if (other.id === one.id || other.partnershipId !== one.partnershipId) throw notFound();
  const rows = await queries.findCases(ctx, one.id, other.id);
  const cases = rows.map((row) => {
    const state = CASE_STATES.find((s) => s === row.state) ?? 'erased';
    return {
      id: row.id,
      number: row.number,
      state,
      ofOther: row.person_id === other.id,
      open: OPEN_STATES.includes(state),
    };
  });
  const { allowed } = await queries.mayMerge(ctx, one.id, other.id);
  const facts = { bothSeen: allowed === true, openCases: cases.filter((x) => x.open).length };
  const numbers = await queries.findNumbers(ctx, one.id, other.id);
  const entry = (p: Person): Person & Entry => {
    const of = (kind: string) =>
      numbers
        .filter((n) => n.person_id === p.id && n.kind === kind)
        .map((n) => n.value)
        .join(', ');
    return { ...p, numbers: { pesel: of('pesel'), document: of('document') } };
  };
  return { c, one: entry(one), other: entry(other), cases, decision: mayMerge(compareDecision(ctx), facts) };
}

/** The same for the page; both people can read that they were compared. */
export async function viewPair(ctx: Ctx, caseId: string, otherId: string): Promise<Pair> {
  const pair = await loadPair(ctx, caseId, otherId);
  const classes = ['D1', 'D2'] as const;
  await recordView(ctx, pair.c, 'person', classes, pair.one.id);
  const objectId = pair.other.id;
  await record(ctx, { action: 'view', objectType: 'person', objectId, subjectId: objectId, classes });
  return pair;
}

/**
 * Makes one record of two: that of the case stays, the cases of the other follow. Throws `stale` when one of them was
 * changed meanwhile, `invalid` for a field nobody decided about and for two open cases.
 */
export async function mergePersons(
  ctx: Ctx,
  caseId: string,
  otherId: string,
  form: MergeForm,
): Promise<{ linkId: string }> {
  const { c, one, other, decision } = await loadPair(ctx, caseId, otherId);
  const t = text[ctx.lang];
  if (!decision.allowed) {
    if (decision.reason === 'open_cases') throw invalid({ field: '', message: t.openCases });
    throw notFound();
  }
  const fields = differing(one, other);
  const undecided = fields.filter((field) => form[field] === undefined);
  if (undecided.length > 0) throw invalid(...undecided.map((field) => ({ field, message: 'required' })));
  const linkId = newId();
  const { answer } = await queries.merge(ctx, {
    linkId,
    one: one.id,
    other: other.id,
    oneVersion: form._version,
    otherVersion: form.other_version,
    taken: fields.filter((field) => form[field] === 'other'),
  });
  if (answer === 'stale') throw stale();
  if (answer === 'open_cases') throw invalid({ field: '', message: t.openCases });
  if (answer !== 'ok') throw notFound();
  await recordBoth(ctx, c, 'person.merged', other.id, linkId);
  return { linkId };
}

/** In the record of each of them; the timelines of all their cases are written with the change itself. */
async function recordBoth(
  ctx: Ctx,
  c: SharedCase,
  action: string,
  otherId: string,
  linkId: string,
): Promise<void> {
  for (const id of [c.personId, otherId])
    await record(ctx, {
      action,
      objectType: 'person',
      objectId: id,
      subjectId: id,
      ...(id === c.personId ? { fileId: c.id } : {}),
      classes: ['D1', 'D2'],
      detail: { link: linkId },
    });
}

export interface Sameness {
  readonly c: SharedCase;
  readonly candidates: readonly Candidate[];
  readonly links: readonly PersonLink[];
}

/** Who may be the same as the person of a case, and what became part of their record already. */
export async function viewSameness(ctx: Ctx, caseId: string): Promise<Sameness> {
  if (!compareDecision(ctx).allowed) throw notFound();
  const c = await loadCase(ctx, caseId);
  await recordView(ctx, c, 'person', ['D1', 'D2'], c.personId);
  const candidates = await sameAs(ctx, await loadPerson(ctx, c.personId));
  return { c, candidates, links: await linksOf(ctx, caseId) };
}

async function linksOf(ctx: Ctx, caseId: string): Promise<PersonLink[]> {
  return (await queries.findLinks(ctx, caseId)).map((row) => ({
    id: row.id ?? '',
    absorbedId: row.absorbed_id ?? '',
    mergedAt: row.merged_at ?? ctx.now,
    by: row.merged_by ?? '',
    institution: row.institution_name ?? '',
    undoUntil: row.undo_until ?? today(ctx),
    mayUndo: row.may_undo === true,
    formerName: row.former_name,
    formerNumbers: row.former_numbers,
  }));
}

/** A link of the case that the actor may take apart now; otherwise `not_found`. */
export async function undoable(
  ctx: Ctx,
  caseId: string,
  linkId: string,
): Promise<{ c: SharedCase; link: PersonLink }> {
  if (!compareDecision(ctx).allowed) throw notFound();
  const c = await loadCase(ctx, caseId);
  const link = (await linksOf(ctx, caseId)).find((l) => l.id === linkId && l.mayUndo);
  if (!link) throw notFound();
  await recordView(ctx, c, 'person', ['D1'], c.personId);
  return { c, link };
}

/** Takes two records apart again. What was corrected or opened since then stays with the record that survived. */
export async function unmergePersons(ctx: Ctx, caseId: string, linkId: string): Promise<void> {
  const { c, link } = await undoable(ctx, caseId, linkId);
  const { answer } = await queries.unmerge(ctx, linkId);
  if (answer === 'number_taken') throw invalid({ field: '', message: text[ctx.lang].numberTaken });
  if (answer !== 'ok') throw notFound();
  await recordBoth(ctx, c, 'person.unmerged', link.absorbedId, linkId);
}

/** Asks whoever runs the case of a possible double to get in touch: the one named, or the hidden one. Tells nothing. */
export async function askAbout(ctx: Ctx, caseId: string, otherId: string): Promise<void> {
  const { candidates } = await viewSameness(ctx, caseId);
  const target = candidates.find((p) => (otherId === '' ? !p.visible : p.personId === otherId));
  if (target) await askHandover(ctx, target.personId);
}

/** The newest case of a person that the reader sees, also when their record became part of another. */
export async function caseOfPerson(ctx: Ctx, personId: string): Promise<string> {
  const row = await queries.findCaseOf(ctx, personId);
  if (!row) throw notFound();
  return row.id;
}
