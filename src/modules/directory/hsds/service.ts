import type { Ctx } from '#kernel/context.ts';
import { invalid, notFound } from '#kernel/errors.ts';
import { isId } from '#kernel/ids.ts';
import { warsawDate } from '#kernel/time.ts';
import { freshnessRules, namesOf, type RecordView, readRecords } from '../record/api.ts';
import {
  briefOf,
  type Known,
  offerService,
  organizationOf,
  serviceAtLocation,
  supportService,
} from './mapping/service.ts';
import * as queries from './queries.ts';
import {
  type AtLocationsQuery,
  compact,
  type HsdsObject,
  type HsdsPage,
  type OrganizationsQuery,
  pageOf,
  type ServicesQuery,
} from './schema.ts';

const METRES = 1_000;

/** A wrong request is told apart from a missing thing: an id that is no uuid is the former. */
export function checkedId(id: string): string {
  if (!isId(id)) throw invalid({ field: 'id', message: 'invalid' });
  return id;
}

/** Everything needed to write these records in the words of the specification. */
async function knownFor(ctx: Ctx, siteUrl: string, records: readonly RecordView[]): Promise<Known> {
  const gminas = records.flatMap(({ places }) => places.flatMap(({ gminaId }) => gminaId ?? []));
  const [names, rules, terms, tercs, counties] = await Promise.all([
    namesOf(ctx, records),
    freshnessRules(ctx),
    queries.findTermIds(ctx),
    queries.findTercs(ctx, [...new Set(gminas)]),
    queries.findCounties(ctx),
  ]);
  const terc = new Map(tercs.map(({ id, terc: code }) => [id, code]));
  const voivodeship = new Map(counties.map(({ code, voivodeship: name }) => [code, name]));
  return {
    names,
    rules,
    siteUrl,
    lang: ctx.lang,
    today: warsawDate(ctx.now),
    now: ctx.now,
    termIds: new Map(terms.map(({ taxonomy, code, id }) => [`${taxonomy}:${code}`, id ?? ''])),
    territory: {
      voivodeshipOf: (code) => voivodeship.get(code) ?? '',
      tercOf: (id) => terc.get(id) ?? null,
    },
  };
}

/** Records by id, and how to write them. */
async function recordsOf(ctx: Ctx, siteUrl: string, ids: readonly (string | null)[]) {
  const records = await readRecords(ctx, [...new Set(ids.flatMap((id) => id ?? []))]);
  return { known: await knownFor(ctx, siteUrl, records), byId: new Map(records.map((r) => [r.id, r])) };
}

const windowOf = ({ page, per_page }: { page: number; per_page: number }) => ({
  limit: per_page,
  offset: (page - 1) * per_page,
});

function serviceObject(
  known: Known,
  record: RecordView | undefined,
  row: queries.ServiceRow,
): HsdsObject | null {
  if (!record) return null;
  const offer = record.offers.find(({ id }) => id === row.id);
  if (offer) return offerService(known, record, offer);
  const support = record.supports.find(({ id }) => id === row.id);
  return support ? supportService(known, record, support) : null;
}

/** A page beyond the end says how many there are in all, which its own empty answer cannot. */
async function totalOf(
  rows: readonly { total: number | null }[],
  count: () => Promise<readonly { total: number | null }[]>,
) {
  return rows[0]?.total ?? (await count())[0]?.total ?? 0;
}

const ALL = { limit: 1, offset: 0 } as const;

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

/** Services with the place of each; `postcode` with `proximity` (metres) keeps those near it. */
export async function servicesAtLocations(ctx: Ctx, siteUrl: string, q: AtLocationsQuery): Promise<HsdsPage> {
  const near = q.postcode === undefined ? null : await queries.findPostcode(ctx, q.postcode);
  if (near && near.lat === null) return pageOf([], 0, q.page, q.per_page);
  const filter = {
    search: q.search || null,
    term: q.taxonomy_term_id ?? null,
    taxonomy: q.taxonomy_id ?? null,
    organization: q.organization_id ?? null,
    modifiedAfter: q.modified_after ?? null,
    lat: near?.lat ?? null,
    lon: near?.lon ?? null,
    km: near ? (q.proximity ?? METRES) / METRES : null,
  };
  const rows = await queries.findAtLocations(ctx, { ...filter, ...windowOf(q) });
  const total = await totalOf(rows, () => queries.findAtLocations(ctx, { ...filter, ...ALL }));
  return pageOf(await atLocations(ctx, siteUrl, rows), total, q.page, q.per_page);
}

async function atLocations(
  ctx: Ctx,
  siteUrl: string,
  rows: readonly queries.AtLocationRow[],
): Promise<HsdsObject[]> {
  const { known, byId } = await recordsOf(
    ctx,
    siteUrl,
    rows.map((row) => row.entity_id),
  );
  return rows.flatMap((row) => {
    const record = byId.get(row.entity_id ?? '');
    const object = serviceObject(known, record, row);
    const at = record && object && serviceAtLocation(known, record, object, row.place_id ?? '');
    return at ? [at] : [];
  });
}

/** Its id follows from service and place, so it is found by going through the places of the service. */
export async function atLocation(ctx: Ctx, siteUrl: string, id: string): Promise<HsdsObject> {
  const pair = await queries.findAtLocationPair(ctx, checkedId(id));
  const { known, byId } = await recordsOf(ctx, siteUrl, [pair?.entity_id ?? null]);
  const record = byId.get(pair?.entity_id ?? '');
  const object = pair && serviceObject(known, record, pair);
  const at = record && object && serviceAtLocation(known, record, object, pair.place_id ?? '');
  if (!at) throw notFound();
  return at;
}
