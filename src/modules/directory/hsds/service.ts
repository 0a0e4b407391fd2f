import type { Ctx } from '#kernel/context.ts';
import { notFound } from '#kernel/errors.ts';
import { organizationOf } from './mapping/organizations/service.ts';
import { briefOf } from './mapping/service.ts';
import * as queries from './queries.ts';
import { ALL, checkedId, recordsOf, serviceObject, totalOf, windowOf } from './records/service.ts';
import {
  compact,
  type HsdsObject,
  type HsdsPage,
  type OrganizationsQuery,
  pageOf,
  type ServicesQuery,
} from './schema.ts';

/** Offers and support as services. `minimal` gives ids and dates of change alone, `full` everything nested. */
export async function services(ctx: Ctx, siteUrl: string, q: ServicesQuery): Promise<HsdsPage> {
  const filter = {
    id: null,
    search: q.search || null,
    term: q.taxonomy_term_id ?? null,
    taxonomy: q.taxonomy_id ?? null,
    organization: q.organization_id ?? null,
    modifiedAfter: q.modified_after ?? null,
    minimumAge: q.minimum_age ?? null,
    maximumAge: q.maximum_age ?? null,
  };
  const rows = await queries.findServices(ctx, { ...filter, ...windowOf(q) });
  const total = await totalOf(rows, () => queries.findServices(ctx, { ...filter, ...ALL }));
  const contents =
    q.minimal === 'true'
      ? rows.map((row) => ({ id: row.id ?? '', last_modified: row.modified_at?.toISOString() }))
      : await fullServices(ctx, siteUrl, rows, q.full === 'true');
  return pageOf(contents, total, q.page, q.per_page);
}

async function fullServices(
  ctx: Ctx,
  siteUrl: string,
  rows: readonly queries.ServiceRow[],
  full: boolean,
): Promise<HsdsObject[]> {
  const { known, byId } = await recordsOf(
    ctx,
    siteUrl,
    rows.map((row) => row.entity_id),
  );
  return rows.flatMap((row) => {
    const object = serviceObject(known, byId.get(row.entity_id ?? ''), row);
    if (!object) return [];
    if (full) return [object];
    const { organization, attributes, url, email, organization_id } = object;
    return [compact({ ...briefOf(object), url, email, organization_id, organization, attributes })];
  });
}

/** One service with everything nested. Throws `not_found`, and `invalid` for an id that is none. */
export async function service(ctx: Ctx, siteUrl: string, id: string): Promise<HsdsObject> {
  const rows = await queries.findServices(ctx, {
    ...ALL,
    id: checkedId(id),
    search: null,
    term: null,
    taxonomy: null,
    organization: null,
    modifiedAfter: null,
    minimumAge: null,
    maximumAge: null,
  });
  const [found] = await fullServices(ctx, siteUrl, rows, true);
  if (!found) throw notFound();
  return found;
}

export async function organizations(ctx: Ctx, siteUrl: string, q: OrganizationsQuery): Promise<HsdsPage> {
  const filter = {
    search: q.search || null,
    term: q.taxonomy_term_id ?? null,
    taxonomy: q.taxonomy_id ?? null,
    modifiedAfter: q.modified_after ?? null,
  };
  const rows = await queries.findOrganizations(ctx, { ...filter, ...windowOf(q) });
  const total = await totalOf(rows, () => queries.findOrganizations(ctx, { ...filter, ...ALL }));
  const { known, byId } = await recordsOf(
    ctx,
    siteUrl,
    rows.map(({ id }) => id),
  );
  const contents = rows.flatMap(({ id }) => {
    const record = byId.get(id);
    if (!record) return [];
    const object = organizationOf(known, record);
    return [
      q.full === 'true'
        ? object
        : compact({
            ...briefOf(object),
            website: object.website,
            legal_status: object.legal_status,
            parent_organization_id: object.parent_organization_id,
            organization_identifiers: object.organization_identifiers,
          }),
    ];
  });
  return pageOf(contents, total, q.page, q.per_page);
}

export async function organization(ctx: Ctx, siteUrl: string, id: string): Promise<HsdsObject> {
  const { known, byId } = await recordsOf(ctx, siteUrl, [checkedId(id)]);
  const record = byId.get(id);
  if (!record) throw notFound();
  return organizationOf(known, record);
}
