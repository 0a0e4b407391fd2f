import { all, type DataClass, type Decision, PURPOSES, type Purpose } from '#kernel/access.ts';
import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import { type GrantLine, grantInForce, grantsOf } from '../grants/api.ts';
import type { SharedCase } from '../schema.ts';
import { holdCase, loadCase, mayWriteClass, recordChange, team } from '../service.ts';
import { type AccessFacts, type Explanation, explain, mayLock } from './policy.ts';
import * as queries from './queries.ts';
import type { LockReason } from './schema.ts';

export interface WhoSees {
  readonly institutions: readonly {
    id: string;
    name: string;
    type: string;
    role: string;
    workers: readonly string[];
  }[];
  readonly current: readonly GrantLine[];
  readonly ended: readonly GrantLine[];
}

/** "Who sees this and why": the team with what is in force, and what has ended, newest first. */
export async function whoSees(ctx: Ctx, caseId: string): Promise<WhoSees> {
  const grants = await grantsOf(ctx, caseId);
  const institutions = new Map<string, WhoSees['institutions'][number] & { workers: string[] }>();
  for (const row of await team(ctx, caseId)) {
    const id = row.institution_id ?? '';
    const known = institutions.get(id) ?? {
      id,
      name: row.institution_name ?? '',
      type: row.institution_type ?? '',
      role: row.participation ?? '',
      workers: [],
    };
    if (row.worker_name && !known.workers.includes(row.worker_name)) known.workers.push(row.worker_name);
    institutions.set(id, known);
  }
  const current = grants.filter((g) => grantInForce(g, ctx.now));
  for (const g of current)
    if (!institutions.has(g.institutionId))
      institutions.set(g.institutionId, {
        id: g.institutionId,
        name: g.institutionName,
        type: g.institutionType,
        role: '',
        workers: [],
      });
  const ended = grants
    .filter((g) => g.validTo !== null && g.validTo <= ctx.now)
    .sort((a, b) => (b.validTo?.getTime() ?? 0) - (a.validTo?.getTime() ?? 0));
  return { institutions: [...institutions.values()], current, ended };
}

async function factsOf(ctx: Ctx, c: SharedCase): Promise<AccessFacts> {
  const grants = await queries.findOwnGrants(ctx, c.id);
  const assignments = await queries.findOwnAssignments(ctx, c.id);
  const locks = await queries.findLocks(ctx, c.id);
  const period = (row: { valid_from: Date; valid_to: Date | null }) => ({
    validFrom: row.valid_from,
    validTo: row.valid_to,
  });
  return {
    workerId: ctx.actor.subjectId,
    institutionId: ctx.actor.institutionId,
    wide: ctx.actor.wide,
    scope: ctx.actor.scope,
    purpose: ctx.purpose,
    now: ctx.now,
    state: c.state,
    createdByInstitutionId: c.createdByInstitutionId,
    grants: grants.map((g) => ({
      institutionId: g.institution_id,
      dataClass: g.data_class,
      purposes: g.purposes,
      canWrite: g.can_write,
      article: g.article,
      ...period(g),
    })),
    assignments: assignments.map((a) => ({ workerId: a.worker_id, ...period(a) })),
    locks: locks.map((l) => ({ workerId: l.worker_id, ...period(l) })),
  };
}

export interface Explained extends Explanation {
  /** Purposes for which the asker reads this class; empty when for none. */
  readonly purposes: readonly Purpose[];
}

/**
 * Why the asker sees, or does not see, a class of data in a case: the rules that fired, by the evaluator that the
 * property test holds to the database. A class may be open for one kind of work only, so every purpose is tried.
 */
export async function explainAccess(ctx: Ctx, c: SharedCase, dataClass: DataClass): Promise<Explained> {
  const facts = await factsOf(ctx, c);
  const open = PURPOSES.filter((purpose) => explain({ ...facts, purpose }, dataClass).allowed);
  return { ...explain({ ...facts, purpose: open[0] ?? facts.purpose }, dataClass), purposes: open };
}

export interface EndedAccess {
  readonly dataClass: string;
  readonly article: string;
  readonly until: Date;
  readonly reason: string;
}

/** What an institution is still told of a case it no longer sees. Nothing of the person; throws `not_found` for others. */
export async function endedAccess(ctx: Ctx, caseId: string): Promise<EndedAccess[]> {
  const rows = await queries.findEndedAccess(ctx, caseId);
  const ended = rows.flatMap((row) =>
    row.valid_to
      ? [
          {
            dataClass: row.data_class ?? '',
            article: row.article ?? '',
            until: row.valid_to,
            reason: row.ended_reason ?? 'expired',
          },
        ]
      : [],
  );
  if (ended.length === 0) throw notFound();
  await record(ctx, { action: 'view', objectType: 'ended_access', fileId: caseId });
  return ended;
}

/** Whether the reader may lock workers out. */
export const locksOf = queries.findLocks;
export const colleagues = async (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  (await queries.findColleagues(ctx)).flatMap((w) => (w.id ? [{ id: w.id, name: w.name ?? '' }] : []));

/** Whether the reader may lock somebody out of this case now. */
export const lockDecision = async (ctx: Ctx, c: SharedCase): Promise<Decision> =>
  all(mayLock(ctx.actor), await mayWriteClass(ctx, c.id, 'D1'));

/** Locks a worker of one's own institution out of the case, whatever else lets them in. Acts at once. */
export async function lockWorker(
  ctx: Ctx,
  caseId: string,
  lock: { workerId: string; reason: LockReason },
): Promise<void> {
  const c = await holdCase(ctx, caseId);
  if (!mayLock(ctx.actor).allowed) throw notFound();
  const own = await queries.findColleagues(ctx);
  if (!own.some((w) => w.id === lock.workerId)) throw invalid({ field: 'worker', message: 'choice' });
  // A case is never left without an owner.
  if (c.coordinatorId === lock.workerId) throw invalid({ field: 'worker', message: 'lock.coordinator' });
  const locks = await queries.findLocks(ctx, caseId);
  if (locks.some((l) => l.worker_id === lock.workerId && l.valid_to === null))
    throw invalid({ field: 'worker', message: 'duplicate' });
  const id = newId();
  // The record first: whoever locks themselves out can write nothing afterwards.
  await recordChange(ctx, c, 'access.locked', 'case_lock', id, { reason: lock.reason });
  await queries.insertLock(ctx, id, caseId, lock.workerId, lock.reason);
}

export async function unlockWorker(ctx: Ctx, caseId: string, lockId: string): Promise<void> {
  const c = await loadCase(ctx, caseId);
  if (!mayLock(ctx.actor).allowed) throw notFound();
  if ((await queries.endLock(ctx, caseId, lockId)) === 0) throw notFound();
  await recordChange(ctx, c, 'access.unlocked', 'case_lock', lockId);
}
