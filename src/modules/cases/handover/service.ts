import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { mayDirect } from '../review/api.ts';
import type { SharedCase } from '../schema.ts';
import { assignWorker, holdCase, recordChange } from '../service.ts';
import { canCoordinate, mayAssign, mayEnd, mayNameCoordinator } from './policy.ts';
import * as queries from './queries.ts';
import type { Assigned, Candidate, Obligation } from './schema.ts';
import { text } from './text.pl.ts';

function must(ctx: Ctx, answer: { readonly allowed: boolean; readonly reason?: string }): void {
  if (answer.allowed) return;
  const words: Readonly<Record<string, string>> = text[ctx.lang].refusals;
  throw invalid({ field: '', message: words[answer.reason ?? ''] ?? 'invalid' });
}

const KINDS: Readonly<Record<string, Obligation['kind']>> = {
  coordinator: 'coordinates',
  assigned: 'works_on',
  waits: 'works_on',
  referral: 'referral',
};

/**
 * Everything open that a worker of the actor's own institution answers for: cases coordinated or worked on, referrals
 * under consideration, sessions to come, groups. Without names, so that whoever manages the institution may see it.
 */
export async function obligationsOf(ctx: Ctx, workerId: string): Promise<Obligation[]> {
  const t = text[ctx.lang];
  const rows = await queries.findObligations(ctx, workerId);
  return rows.map((r) => ({
    kind: KINDS[r.kind ?? ''] ?? 'session',
    title: r.number ? t.caseNumber(r.number) : r.kind === 'group' ? t.group : t.session,
    href: r.case_id ? `/cases/${r.case_id}` : null,
    until: r.until,
  }));
}

/**
 * Gives all of it to a colleague of the same institution, in the transaction of the caller. The items of a signed plan
 * keep the name that was signed. Throws `invalid` when the colleague may not be given cases. What the colleague is
 * locked out of stays behind, and `obligationsOf` still shows it.
 */
export async function handOver(ctx: Ctx, fromWorkerId: string, toWorkerId: string): Promise<void> {
  if (!ctx.actor.permissions.has('institution.manage') && !ctx.actor.permissions.has('case.assign'))
    throw notFound();
  const { n } = await queries.handOver(ctx, fromWorkerId, toWorkerId);
  if (n === null) throw invalid({ field: 'worker', message: text[ctx.lang].refusals.not_assignable });
  await record(ctx, {
    action: 'cases.handed_over',
    objectType: 'worker',
    objectId: fromWorkerId,
    detail: { to: toWorkerId, cases: n },
  });
}

export async function candidates(ctx: Ctx): Promise<Candidate[]> {
  return (await queries.findAssignable(ctx)).map((w) => ({
    id: w.worker_id ?? '',
    name: w.name ?? '',
    functions: w.functions ?? [],
  }));
}

export const coordinatorsAmong = (workers: readonly Candidate[]): Candidate[] =>
  workers.filter((w) => canCoordinate(w.functions));

export async function assignedHere(ctx: Ctx, caseId: string): Promise<Assigned[]> {
  return (await queries.findAssigned(ctx, caseId)).map((a) => ({
    workerId: a.worker_id,
    name: a.name ?? '',
    role: a.role,
  }));
}

export async function assignDecisions(ctx: Ctx, c: SharedCase) {
  const assign = mayAssign(ctx.actor, c.state, await mayDirect(ctx, c));
  return { assign, coordinator: mayNameCoordinator(assign, c.leadInstitutionId === ctx.actor.institutionId) };
}

/** The worker as a candidate: of the own institution, employed, authorised, not locked out of the case. */
async function candidate(ctx: Ctx, caseId: string, workerId: string): Promise<Candidate> {
  const found = (await candidates(ctx)).find((w) => w.id === workerId);
  if (!found) throw invalid({ field: 'worker', message: text[ctx.lang].refusals.not_assignable });
  if (await queries.findLock(ctx, caseId, workerId))
    throw invalid({ field: 'worker', message: text[ctx.lang].refusals.locked });
  return found;
}

/** Puts a worker of the own institution on the case. */
export async function assign(
  ctx: Ctx,
  caseId: string,
  input: { workerId: string; version?: number },
): Promise<void> {
  const c = await holdCase(ctx, caseId, input.version);
  must(ctx, (await assignDecisions(ctx, c)).assign);
  const worker = await candidate(ctx, caseId, input.workerId);
  if ((await assignedHere(ctx, caseId)).some((a) => a.workerId === worker.id && a.role !== 'stand_in'))
    throw invalid({ field: 'worker', message: 'duplicate' });
  await recordChange(ctx, c, 'case.assigned', 'worker', worker.id);
  await assignWorker(ctx, caseId, ctx.actor.institutionId, worker.id, 'caseworker');
}

/** Another coordinator of the leading institution; the one before leaves the case, so the record comes first. */
export async function changeCoordinator(
  ctx: Ctx,
  caseId: string,
  input: { workerId: string; version?: number },
): Promise<void> {
  const c = await holdCase(ctx, caseId, input.version);
  must(ctx, (await assignDecisions(ctx, c)).coordinator);
  const worker = await candidate(ctx, caseId, input.workerId);
  if (!canCoordinate(worker.functions))
    throw invalid({ field: 'worker', message: text[ctx.lang].refusals.cannot_coordinate });
  if (worker.id === c.coordinatorId) throw invalid({ field: 'worker', message: 'duplicate' });
  await recordChange(ctx, c, 'case.coordinator', 'worker', worker.id, { to: worker.id });
  await queries.setCoordinator(ctx, caseId, c.coordinatorId, worker.id);
  // Whoever worked on the case already becomes its coordinator by one assignment, not two.
  await queries.endAssignment(ctx, caseId, worker.id);
  await assignWorker(ctx, caseId, ctx.actor.institutionId, worker.id, 'coordinator');
  if (c.coordinatorId) await queries.endAssignment(ctx, caseId, c.coordinatorId);
}

/** Takes a worker off the case; never its coordinator, nor the last worker of the institution. */
export async function endAssignment(ctx: Ctx, caseId: string, workerId: string): Promise<void> {
  const c = await holdCase(ctx, caseId);
  must(ctx, (await assignDecisions(ctx, c)).assign);
  const assigned = await assignedHere(ctx, caseId);
  if (!assigned.some((a) => a.workerId === workerId)) throw notFound();
  must(ctx, mayEnd({ id: workerId, isCoordinator: workerId === c.coordinatorId }, assigned));
  await recordChange(ctx, c, 'case.unassigned', 'worker', workerId);
  await queries.endAssignment(ctx, caseId, workerId);
}

/** An absence of the worker begins or ends now: the stand-in gets the cases at once, or loses them. */
export async function settleStandIn(ctx: Ctx, workerId: string): Promise<void> {
  await queries.standInFor(ctx, workerId);
}
