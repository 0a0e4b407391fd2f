import { Streamed } from '#kernel/http/open.ts';
import { openApi } from '#kernel/http/openapi.ts';
import { open, type Route } from '#kernel/http/routes.ts';
import { atLocation, servicesAtLocations } from './at-locations/service.ts';
import { PROFILE } from './profile/schema.ts';
import {
  atLocationsQuery,
  HSDS_VERSION,
  type HsdsPage,
  hsdsParams,
  LINES_AT_ONCE,
  organizationsQuery,
  servicesQuery,
  taxonomiesQuery,
  termsQuery,
} from './schema.ts';
import * as hsds from './service.ts';
import { taxonomies, taxonomy, term, terms } from './taxonomies/service.ts';
import { text } from './text.pl.ts';

type Ctx = Parameters<Route['handle']>[0];
interface Paged {
  readonly page: number;
  readonly per_page: number;
  readonly format: 'json' | 'ndjson';
}

/** A page as JSON, or everything that fits as lines, page by page, each in a transaction of its own. */
async function list<Q extends Paged>(ctx: Ctx, query: Q, read: (ctx: Ctx, query: Q) => Promise<HsdsPage>) {
  if (query.format === 'json') return read(ctx, query);
  return new Streamed({ 'content-type': 'application/x-ndjson; charset=utf-8' }, async function* (piece) {
    for (let page = 1; ; page += 1) {
      const found = await piece((c) => read(c, { ...query, page, per_page: LINES_AT_ONCE }));
      if (!found.empty) yield `${found.contents.map((each) => JSON.stringify(each)).join('\n')}\n`;
      if (found.last_page) return;
    }
  });
}

/** The directory as other portals read it: Open Referral HSDS 3.1, without a key. */
export function hsdsRoutes(siteUrl: string): Route[] {
  const endpoints: Route[] = [
    open(
      '/hsds/services',
      { summary: 'Offers and support services', query: servicesQuery },
      (ctx, { query }) => list(ctx, query, (c, q) => hsds.services(c, siteUrl, q)),
    ),
    open(
      '/hsds/services/:id',
      { summary: 'One service, fully nested', params: hsdsParams },
      (ctx, { params }) => hsds.service(ctx, siteUrl, params.id),
    ),
    open(
      '/hsds/organizations',
      { summary: 'Entities and their units', query: organizationsQuery },
      (ctx, { query }) => list(ctx, query, (c, q) => hsds.organizations(c, siteUrl, q)),
    ),
    open(
      '/hsds/organizations/:id',
      { summary: 'One entity, fully nested', params: hsdsParams },
      (ctx, { params }) => hsds.organization(ctx, siteUrl, params.id),
    ),
    open(
      '/hsds/service_at_locations',
      { summary: 'Services at their places', query: atLocationsQuery },
      (ctx, { query }) => list(ctx, query, (c, q) => servicesAtLocations(c, siteUrl, q)),
    ),
    open(
      '/hsds/service_at_locations/:id',
      { summary: 'One service at one place', params: hsdsParams },
      (ctx, { params }) => atLocation(ctx, siteUrl, params.id),
    ),
    open('/hsds/taxonomies', { summary: 'The dictionaries', query: taxonomiesQuery }, (ctx, { query }) =>
      list(ctx, query, taxonomies),
    ),
    open('/hsds/taxonomies/:id', { summary: 'One dictionary', params: hsdsParams }, (ctx, { params }) =>
      taxonomy(ctx, params.id),
    ),
    open(
      '/hsds/taxonomy_terms',
      { summary: 'Entries of the dictionaries', query: termsQuery },
      (ctx, { query }) => list(ctx, query, terms),
    ),
    open('/hsds/taxonomy_terms/:id', { summary: 'One entry', params: hsdsParams }, (ctx, { params }) =>
      term(ctx, params.id),
    ),
  ];
  return [
    open('/hsds', { summary: 'Version, profile, publisher' }, async (ctx) => ({
      version: HSDS_VERSION,
      profile: `${siteUrl}/hsds/profile`,
      openapi_url: `${siteUrl}/hsds/openapi.json`,
      description: text[ctx.lang].about,
      publisher: { name: 'Splot', website: siteUrl },
    })),
    open('/hsds/profile', { summary: 'What the Polish profile narrows' }, async () => PROFILE),
    open('/hsds/openapi.json', { summary: 'OpenAPI 3.1 of these end-points' }, async () =>
      openApi(endpoints, siteUrl, 'open'),
    ),
    ...endpoints,
  ];
}
