import { record } from '#kernel/audit/record.ts';
import type { Ctx } from '#kernel/context.ts';
import { AppError, invalid, notFound } from '#kernel/errors.ts';
import { colleaguesWithAccess } from '../absences/api.ts';
import { keepManager } from '../functions/service.ts';
import { managesInstitution } from '../policy.ts';
import { lockInstitution } from '../queries.ts';
import type { Obligation, OrganisationsHost } from '../schema.ts';
import { dateFrom, today } from '../service.ts';
import * as workers from '../workers/queries.ts';
import type { Colleague, WorkerView } from '../workers/schema.ts';
import { workerView } from '../workers/service.ts';
import { text } from './text.pl.ts';

export interface Leaving {
  readonly view: WorkerView;
  readonly obligations: readonly Obligation[];
  readonly successors: readonly Colleague[];
}

/** What stands open for somebody who leaves, and who could take it over. */
export async function leavingOf(ctx: Ctx, host: OrganisationsHost, id: string): Promise<Leaving> {
  const view = await workerView(ctx, id);
  if (view.left) throw notFound();
  return {
    view,
    obligations: await host.obligationsOf(ctx, id),
    successors: await colleaguesWithAccess(ctx, id, today(ctx)),
  };
}

/**
 * Ends an employment. Everything open goes to the successor first; nothing may stay without an owner, nor the
 * institution without anybody who runs it. Functions end with the last day, access to cases at once.
 */
export async function leave(
  ctx: Ctx,
  host: OrganisationsHost,
  id: string,
  form: { lastDay: string; successor: string },
): Promise<void> {
  const t = text[ctx.lang];
  await lockInstitution(ctx, ctx.actor.institutionId);
  if (!(await workers.lockWorker(ctx, id))) throw notFound();
  const { view, obligations, successors } = await leavingOf(ctx, host, id);
  const day = today(ctx);
  const lastDay = dateFrom(ctx, 'lastDay', form.lastDay);
  if (lastDay > day) throw invalid({ field: 'lastDay', message: t.notYet });
  if (lastDay < view.employedFrom) throw invalid({ field: 'lastDay', message: 'date.order' });
  const manages = view.held.some((f) => managesInstitution([f.function]) && (f.to === null || f.to >= day));
  if (manages) await keepManager(ctx, { exceptFunction: null, exceptWorker: id }, day, '');
  if ((await workers.findStandingIn(ctx, id, day)).length > 0)
    throw invalid({ field: '', message: t.standsIn });
  if (obligations.length > 0) {
    if (form.successor === '') throw invalid({ field: 'successor', message: t.needsSuccessor });
    if (!successors.some((s) => s.id === form.successor))
      throw invalid({ field: 'successor', message: 'choice' });
    await host.handOver(ctx, id, form.successor);
    const left = await host.obligationsOf(ctx, id);
    if (left.length > 0) throw invalid({ field: 'successor', message: t.orphans(left.length) });
  }
  await workers.endAuthorisations(ctx, id, day);
  await workers.endFunctions(ctx, id, lastDay);
  await workers.setEmployedTo(ctx, id, lastDay);
  for (const invitation of await workers.findInvitations(ctx, id))
    await host.auth.withdrawInvitation(invitation.id);
  await record(ctx, {
    action: 'worker.leave',
    objectType: 'worker',
    objectId: id,
    detail: { lastDay, handedOver: obligations.length, successor: form.successor || null },
  });
}

/** A former worker comes back to the same card; functions and the authorisation are given anew. */
export async function comeBack(ctx: Ctx, id: string): Promise<void> {
  if (!(await workers.lockWorker(ctx, id))) throw notFound();
  if (!(await workerView(ctx, id)).left) throw new AppError('conflict', { reason: 'employed' });
  await workers.setEmployedTo(ctx, id, null);
  await record(ctx, { action: 'worker.return', objectType: 'worker', objectId: id });
}
