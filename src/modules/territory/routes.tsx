import { z } from 'zod';
import { api, type Route } from '#kernel/http/routes.ts';
import { county, countyCode, gmina, locality, voivodeship } from './schema.ts';
import { counties, gminasOf, searchLocalities, voivodeships } from './service.ts';

const open = { permission: 'public' } as const;

export const routes: readonly Route[] = [
  api(
    'GET',
    '/api/v1/territory/voivodeships',
    { ...open, summary: 'The 16 voivodeships', response: z.array(voivodeship) },
    (ctx) => voivodeships(ctx),
  ),
  api(
    'GET',
    '/api/v1/territory/counties',
    { ...open, summary: 'All 380 counties and cities with county rights', response: z.array(county) },
    (ctx) => counties(ctx),
  ),
  api(
    'GET',
    '/api/v1/territory/counties/:code/gminas',
    {
      ...open,
      summary: 'Gminas of a county',
      params: z.object({ code: countyCode }),
      response: z.array(gmina),
    },
    (ctx, { params }) => gminasOf(ctx, params.code),
  ),
  api(
    'GET',
    '/api/v1/territory/localities',
    {
      ...open,
      summary: 'Localities by the beginning of their name',
      query: z.object({ name: z.string().trim().min(2).max(100), county: countyCode.optional() }),
      response: z.array(locality),
    },
    (ctx, { query }) => searchLocalities(ctx, query.name, query.county ?? null),
  ),
];
