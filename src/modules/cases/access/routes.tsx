import type { Ctx } from '#kernel/context.ts';
import { AppError, type FieldError, notFound } from '#kernel/errors.ts';
import { form, page, type Route, redirect } from '#kernel/http/routes.ts';
import { newId } from '#kernel/ids.ts';
import { caseHead, loadCase, recordView } from '../service.ts';
import { AccessPage } from './pages/access.tsx';
import { LocksPage } from './pages/locks.tsx';
import { LostAccessPage } from './pages/lost.tsx';
import { accessParams, accessQuery, lockBody, lockParams, noBody } from './schema.ts';
import {
  colleagues,
  endedAccess,
  explainAccess,
  lockDecision,
  locksOf,
  lockWorker,
  unlockWorker,
  whoSees,
} from './service.ts';

const READ = { permission: 'case.read', purpose: 'P5', personal: true } as const;
const LOCK = { permission: 'case.assign', purpose: 'P5', personal: true } as const;

async function locksPage(
  ctx: Ctx,
  id: string,
  rejected?: { values: Readonly<Record<string, unknown>>; errors: readonly FieldError[] },
) {
  const c = await loadCase(ctx, id);
  if (!(await lockDecision(ctx, c)).allowed) throw notFound();
  await recordView(ctx, c, 'case_locks', ['D1']);
  return (
    <LocksPage
      head={await caseHead(ctx, c)}
      formKey={newId()}
      locks={await locksOf(ctx, id)}
      workers={await colleagues(ctx)}
      {...rejected}
    />
  );
}

export const routes: readonly Route[] = [
  page(
    '/cases/:id/access',
    { ...READ, params: accessParams, query: accessQuery },
    async (ctx, { params, query }) => {
      const c = await loadCase(ctx, params.id).catch((error) => {
        if (error instanceof AppError && error.code === 'not_found') return null;
        throw error;
      });
      // The mail about a withdrawn consent leads here; by then the case itself is closed to the reader.
      if (!c) return <LostAccessPage ended={await endedAccess(ctx, params.id)} />;
      await recordView(ctx, c, 'access', ['D1']);
      return (
        <AccessPage
          head={await caseHead(ctx, c)}
          who={await whoSees(ctx, c.id)}
          explained={query.class ? await explainAccess(ctx, c, query.class) : null}
          mayLock={(await lockDecision(ctx, c)).allowed}
        />
      );
    },
  ),
  page('/cases/:id/access/locks', { ...LOCK, params: accessParams }, (ctx, { params }) =>
    locksPage(ctx, params.id),
  ),
  form(
    '/cases/:id/access/locks',
    { ...LOCK, params: accessParams, body: lockBody },
    async (ctx, { params, body }) => {
      await lockWorker(ctx, params.id, { workerId: body.worker, reason: body.reason });
      return redirect(`/cases/${params.id}/access/locks`);
    },
    (ctx, { params, values, errors }) => locksPage(ctx, params.id, { values, errors }),
  ),
  form(
    '/cases/:id/access/locks/:lockId/lift',
    { ...LOCK, params: lockParams, body: noBody },
    async (ctx, { params }) => {
      await unlockWorker(ctx, params.id, params.lockId);
      return redirect(`/cases/${params.id}/access/locks`);
    },
  ),
];
