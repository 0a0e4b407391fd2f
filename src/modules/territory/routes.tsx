import { z } from 'zod';
import { notFound } from '#kernel/errors.ts';
import { api, page, type Route } from '#kernel/http/routes.ts';
import { countyDrawing, mapSource } from './map/service.ts';
import { CountryPage } from './pages/country.tsx';
import { CountyPage } from './pages/county.tsx';
import { VoivodeshipPage } from './pages/voivodeship.tsx';
import { county, countyCode, gmina, locality, voivodeship, voivodeshipCode } from './schema.ts';
import {
  counties,
  countiesOf,
  countyFacts,
  gminasOf,
  searchLocalities,
  voivodeshipFacts,
  voivodeships,
} from './service.ts';

const open = { permission: 'public' } as const;

export const routes: readonly Route[] = [
  page('/territory', open, async (ctx) => (
    <CountryPage
      voivodeships={await voivodeshipFacts(ctx)}
      drawing={await countyDrawing(ctx)}
      shapes={await mapSource(ctx)}
    />
  )),
  page(
    '/territory/:code',
    { ...open, params: z.object({ code: voivodeshipCode }) },
    async (ctx, { params }) => {
      const found = (await voivodeshipFacts(ctx)).find(({ code }) => code === params.code);
      if (!found) throw notFound();
      return (
        <VoivodeshipPage
          voivodeship={found}
          counties={await countiesOf(ctx, found.code)}
          drawing={await countyDrawing(ctx, { group: found.code })}
          shapes={await mapSource(ctx)}
        />
      );
    },
  ),
  page(
    '/territory/county/:code',
    { ...open, params: z.object({ code: countyCode }) },
    async (ctx, { params }) => (
      <CountyPage
        county={await countyFacts(ctx, params.code)}
        gminas={await gminasOf(ctx, params.code)}
        drawing={await countyDrawing(ctx, { code: params.code })}
        shapes={await mapSource(ctx)}
      />
    ),
  ),
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
