import { page, type Route } from '#kernel/http/routes.ts';
import { countyDrawing } from '#modules/territory/api.ts';
import type { DirectoryHost } from '../schema.ts';
import { names } from '../search/api.ts';
import { CountyPage } from './pages/county.tsx';
import { countyParams } from './schema.ts';
import { county } from './service.ts';

export const countyRoutes = (host: DirectoryHost): readonly Route[] => [
  page(
    '/directory/counties/:code',
    { permission: 'public', params: countyParams },
    async (ctx, { params }) => (
      <CountyPage
        county={await county(ctx, params.code)}
        names={await names(ctx)}
        drawing={await countyDrawing(ctx, { code: params.code })}
        unmet={await host.unmetNeeds?.(ctx, params.code)}
      />
    ),
  ),
];
