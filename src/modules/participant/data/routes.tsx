import { page, type Route } from '#kernel/http/routes.ts';
import { OWN } from '../schema.ts';
import { noteView, requireWindow } from '../service.ts';
import { DataPage } from './pages/data.tsx';
import { dataQuery } from './schema.ts';
import { lookers, looksAt, rightsOf } from './service.ts';

export const routes: readonly Route[] = [
  page('/my/data', { ...OWN, query: dataQuery }, async (ctx, { query }) => {
    const w = await requireWindow(ctx);
    await noteView(ctx, w, 'access_log', ['D1']);
    return (
      <DataPage
        window={w}
        query={query}
        {...(await looksAt(ctx, query))}
        lookers={await lookers(ctx)}
        rights={await rightsOf(ctx, w.caseId)}
      />
    );
  }),
];
