import type { Ctx } from '#kernel/context.ts';
import type { EligibilityRule, EntityState, FounderKind, SizeBand } from '../schema.ts';
import * as queries from './queries.ts';
import type { PlaceView, RecordView } from './schema.ts';

/** Rows by the id they belong to, without it. */
function grouped<R extends { of: string }>(rows: readonly R[]): (id: string) => Omit<R, 'of'>[] {
  const groups = new Map<string, Omit<R, 'of'>[]>();
  for (const { of, ...row } of rows) {
    const group = groups.get(of);
    if (group) group.push(row);
    else groups.set(of, [row]);
  }
  return (id) => groups.get(id) ?? [];
}

/** A record with all its parts, or null when there is none. */
export const readRecord = async (ctx: Ctx, id: string): Promise<RecordView | null> =>
  (await readRecords(ctx, [id]))[0] ?? null;

/** Records with all their parts in the order asked for, unknown ones left out; as many statements as for one. */
export async function readRecords(ctx: Ctx, ids: readonly string[]): Promise<RecordView[]> {
  if (ids.length === 0) return [];
  // Sent together: the connection is a pipeline, so they cost one journey to the database.
  const [
    entities,
    statuses,
    founders,
    terms,
    counties,
    places,
    access,
    opening,
    photos,
    offers,
    codes,
    ...rest
  ] = await Promise.all([
    queries.findEntities(ctx, ids),
    queries.findStatuses(ctx, ids).then(grouped),
    queries.findFounders(ctx, ids).then(grouped),
    queries.findEntityTerms(ctx, ids).then(grouped),
    queries.findServedCounties(ctx, ids).then(grouped),
    queries.findPlaces(ctx, ids).then(grouped),
    queries.findAccess(ctx, ids).then(grouped),
    queries.findOpening(ctx, ids).then(grouped),
    queries.findPhotos(ctx, ids).then(grouped),
    queries.findOffers(ctx, ids).then(grouped),
    queries.findOfferCodes(ctx, ids).then(grouped),
    queries.findSupports(ctx, ids).then(grouped),
    queries.findEligibility(ctx, ids).then(grouped),
    queries.findPapers(ctx, ids).then(grouped),
  ]);
  const [supports, eligibility, papers] = rest;
  const byId = new Map(entities.map((e) => [e.id, e]));
  return ids.flatMap((id): RecordView[] => {
    const entity = byId.get(id);
    if (!entity) return [];
    const own = terms(id);
    const at = places(id);
    return [
      {
        ...entity,
        sizeBand: entity.sizeBand as SizeBand | null,
        state: entity.state as EntityState,
        confirmedBy: entity.confirmedBy as RecordView['confirmedBy'],
        statuses: statuses(id),
        founders: founders(id).map((f) => ({ ...f, kind: f.kind as FounderKind })),
        groups: own.filter((t) => t.taxonomy === 'group').map((t) => t.code),
        pkd: own.flatMap((t) =>
          t.taxonomy === 'pkd2007' || t.taxonomy === 'pkd2025' ? [{ ...t, taxonomy: t.taxonomy }] : [],
        ),
        servedCounties: counties(id).map((c) => c.code),
        places: at.map((p) => ({
          ...p,
          kind: p.kind as PlaceView['kind'],
          access: access(p.id),
          opening: opening(p.id),
        })),
        photos: photos(id),
        offers: offers(id).map((o) => ({
          ...o,
          codes: codes(o.id).map((c) => ({ ...c, taxonomy: c.taxonomy as 'cpv' | 'pkd2007' | 'pkd2025' })),
        })),
        supports: supports(id).map((s) => ({
          ...s,
          placeIndex: s.placeId === null ? null : at.findIndex((p) => p.id === s.placeId),
          eligibility: eligibility(s.id).map((e) => ({ rule: e.rule as EligibilityRule, value: e.value })),
          requiredPapers: papers(s.id).map((p) => p.name),
        })),
      },
    ];
  });
}
