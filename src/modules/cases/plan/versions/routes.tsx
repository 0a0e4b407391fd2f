import { page, type Route } from '#kernel/http/routes.ts';
import { caseParams } from '../../schema.ts';
import { caseHead, loadCase, recordView } from '../../service.ts';
import { compareQuery, versionParams } from '../schema.ts';
import { ComparePage, VersionPage } from './pages/versions.tsx';
import { compareVersions, versionByNumber } from './service.ts';

const READ = { permission: 'case.read', purpose: 'P3', personal: true } as const;

export const routes: readonly Route[] = [
  page('/cases/:id/plan/versions/:version', { ...READ, params: versionParams }, async (ctx, { params }) => {
    const c = await loadCase(ctx, params.id);
    const plan = await versionByNumber(ctx, params.id, params.version);
    await recordView(ctx, c, 'plan', ['D1', 'D5'], plan.id);
    return <VersionPage head={await caseHead(ctx, c)} plan={plan} />;
  }),
  page(
    '/cases/:id/plan/compare',
    { ...READ, params: caseParams, query: compareQuery },
    async (ctx, { params, query }) => {
      const c = await loadCase(ctx, params.id);
      const comparison = await compareVersions(ctx, params.id, query.to, query.from);
      await recordView(ctx, c, 'plan', ['D1', 'D5'], comparison.after.id);
      return <ComparePage head={await caseHead(ctx, c)} comparison={comparison} />;
    },
  ),
];
