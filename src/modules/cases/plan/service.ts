import { all, type Decision, deny } from '#kernel/access.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound, stale } from '#kernel/errors.ts';
import { addEvent } from '../queries.ts';
import type { SharedCase } from '../schema.ts';
import { loadCase, mayWriteClass, recordChange, team, terms } from '../service.ts';
import { mayChange, mayEdit, maySetProgress } from './policy.ts';
import * as queries from './queries.ts';
import type { Goal, Plan, PlanItem, PlanState, ProgressState, Signature, VersionRow } from './schema.ts';

/** Refused by a policy: the reason is a key of the texts of the plan. */
export function must(decision: { readonly allowed: boolean; readonly reason?: string }): void {
  if (!decision.allowed) throw new AppError('conflict', { reason: decision.reason });
}

/** Whether the reader may write the draft; its forms and their sending ask alike. */
export const editDecision = async (ctx: Ctx, c: SharedCase, plan: Pick<Plan, 'state'>): Promise<Decision> =>
  all(mayEdit(ctx.actor, c, plan), await mayWriteClass(ctx, c.id, 'D5'));
export const changeDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(mayChange(ctx.actor, c, await team(ctx, c.id)), await mayWriteClass(ctx, c.id, 'D5'));

/** Whether the reader may say how far an item of the plan in force is. */
export async function progressDecision(ctx: Ctx, c: SharedCase, lineageId: string): Promise<Decision> {
  const item = await queries.findItemInForce(ctx, c.id, lineageId);
  if (!item) return deny('case_not_delivering');
  const answerable = { institutionId: item.institution_id };
  return maySetProgress(ctx.actor, c, await team(ctx, c.id), answerable);
}

interface Words {
  readonly services: ReadonlyMap<string, string>;
  readonly financing: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
}

async function words(ctx: Ctx, caseId: string): Promise<Words> {
  const [services, financing, names] = await Promise.all([
    terms(ctx, 'service'),
    terms(ctx, 'financing'),
    queries.findNames(ctx, caseId),
  ]);
  return {
    services: new Map(services.map((t) => [t.code, t.label])),
    financing: new Map(financing.map((t) => [t.code, t.label])),
    names: new Map(names.map((n) => [n.worker_id ?? '', n.name ?? ''])),
  };
}

const itemFrom = (row: queries.ItemRow, w: Words): PlanItem => ({
  id: row.id,
  planId: row.plan_id,
  caseId: row.case_id,
  goalId: row.goal_id,
  lineageId: row.lineage_id,
  position: row.position,
  serviceCode: row.service_code,
  serviceLabel: w.services.get(row.service_code) ?? row.service_code,
  description: row.description,
  institutionId: row.institution_id,
  institutionName: row.institution_name,
  institutionType: row.institution_type,
  workerId: row.worker_id,
  workerName: w.names.get(row.worker_id) ?? '',
  startsOn: row.starts_on,
  dueOn: row.due_on,
  financingCode: row.financing_code,
  financingLabel: w.financing.get(row.financing_code) ?? row.financing_code,
  place: row.place,
  hours: row.hours === null ? null : Number(row.hours),
  rowVersion: row.row_version,
  progress: {
    state: (row.progress ?? 'planned') as ProgressState,
    reason: row.progress_reason ?? '',
    changedAt: row.progress_at,
    rowVersion: row.progress_version ?? 0,
  },
});

/**
 * One version of the plan with goals, items, progress and signatures: for pages, documents, reviews, the participant's
 * window and the JSON interface. Throws `not_found` for a plan the actor may not see.
 */
export async function planVersion(ctx: Ctx, planId: string): Promise<Plan> {
  const row = await queries.findPlan(ctx, planId);
  if (!row) throw notFound();
  const [goals, items, signatures, w, forms] = await Promise.all([
    queries.findGoals(ctx, planId),
    queries.findItems(ctx, planId),
    queries.findSignatures(ctx, planId),
    words(ctx, row.case_id),
    terms(ctx, 'contact_form'),
  ]);
  const tree: Goal[] = goals.map((g) => ({
    id: g.id,
    lineageId: g.lineage_id,
    position: g.position,
    title: g.title,
    measure: g.measure,
    dueOn: g.due_on,
    rowVersion: g.row_version,
    items: items.filter((i) => i.goal_id === g.id).map((i) => itemFrom(i, w)),
  }));
  return {
    id: row.id,
    caseId: row.case_id,
    version: row.version,
    state: row.state as PlanState,
    nextReviewOn: row.next_review_on,
    contactEveryDays: row.contact_every_days,
    contactForm: row.contact_form,
    contactFormLabel: forms.find((f) => f.code === row.contact_form)?.label ?? row.contact_form,
    ownObligation: row.own_obligation,
    confirmedWarnings: row.confirmed_warnings,
    signedOn: row.signed_on,
    signingSince: row.signing_since,
    contentHash: row.content_hash,
    createdAt: row.created_at,
    rowVersion: row.row_version,
    goals: tree,
    signatures: signatures.map(
      (s): Signature => ({
        id: s.id,
        signer: s.signer as Signature['signer'],
        institutionId: s.institution_id,
        institutionName: s.institution_name,
        name: s.name,
        way: s.way as Signature['way'],
        signedAt: s.signed_at,
        signedOn: s.signed_on,
        contentHash: s.content_hash,
      }),
    ),
  };
}

/** Versions of the plan the actor may see, newest first. */
export async function versions(ctx: Ctx, caseId: string): Promise<VersionRow[]> {
  return (await queries.findVersions(ctx, caseId)).map((v) => ({
    id: v.id,
    version: v.version,
    state: v.state as PlanState,
    signedOn: v.signed_on,
    createdAt: v.created_at,
  }));
}

/** The version in force (signed), or null. */
export async function currentPlan(ctx: Ctx, caseId: string): Promise<Plan | null> {
  const row = (await versions(ctx, caseId)).find((v) => v.state === 'signed');
  return row ? planVersion(ctx, row.id) : null;
}

/** The version being drafted or signed, or null. */
export async function openPlan(ctx: Ctx, caseId: string): Promise<Plan | null> {
  const row = (await versions(ctx, caseId)).find((v) => v.state === 'draft' || v.state === 'signing');
  return row ? planVersion(ctx, row.id) : null;
}

/** What an institution sees that was let into no more than its own items: these, of the version in force or signed now. */
export async function ownItems(
  ctx: Ctx,
  caseId: string,
  known?: Awaited<ReturnType<typeof queries.findStatus>>,
): Promise<PlanItem[]> {
  const status = known ?? (await queries.findStatus(ctx, caseId));
  const shown = status.find((s) => s.state === 'signing') ?? status.find((s) => s.state === 'signed');
  if (!shown?.plan_id) return [];
  const [items, w] = await Promise.all([queries.findItems(ctx, shown.plan_id), words(ctx, caseId)]);
  return items.map((row) => itemFrom(row, w));
}

/**
 * Says how far an item of the plan in force is. `version` is the row version the form was made from (0 when nothing
 * was said yet); without it the state is set whatever stood there. Throws `invalid` for not done without a reason,
 * `stale` when somebody was faster, `conflict` when the actor does not answer for the item.
 */
export async function setProgress(
  ctx: Ctx,
  caseId: string,
  lineageId: string,
  change: { state: ProgressState; reason?: string; version?: number },
): Promise<void> {
  const c = await loadCase(ctx, caseId);
  if (!(await queries.findItemInForce(ctx, caseId, lineageId))) throw notFound();
  must(await progressDecision(ctx, c, lineageId));
  const reason = change.reason?.trim() ?? '';
  if (change.state === 'not_done' && reason === '') throw invalid({ field: 'reason', message: 'required' });
  await writeProgress(ctx, c, lineageId, change.state, reason, change.version ?? -1);
}

/** Without asking who: for operations that have decided already (a session was attended, a review found it). */
export async function writeProgress(
  ctx: Ctx,
  c: SharedCase,
  lineageId: string,
  state: ProgressState,
  reason: string,
  expected = -1,
): Promise<void> {
  const changed = await queries.setProgress(ctx, { lineageId, caseId: c.id, state, reason, expected });
  if (changed === 0) throw stale({ state });
  await recordChange(ctx, c, 'plan.progress', 'plan_item', lineageId, { lineage: lineageId, state });
}

/** Transition 9 by an event: does nothing unless the case is agreed and has begun. */
export async function begin(ctx: Ctx, caseId: string): Promise<boolean> {
  const { begun } = await queries.beginCase(ctx, caseId);
  if (!begun) return false;
  const c = await loadCase(ctx, caseId);
  await recordChange(ctx, c, 'state.active', 'case', caseId, { from: 'agreed', to: 'active' });
  return true;
}

/** Transition 9 by the clock: every agreed case whose first item begins today or earlier. Returns how many. */
export async function beginDueCases(ctx: Ctx): Promise<number> {
  const begun = await queries.beginDue(ctx);
  for (const { case_id } of begun)
    if (case_id) await addEvent(ctx, case_id, 'state.active', { from: 'agreed', to: 'active' }, null, null);
  return begun.length;
}
