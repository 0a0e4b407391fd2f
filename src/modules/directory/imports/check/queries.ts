import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface KnownRow {
  id: string;
  parentId: string | null;
  type: string;
  name: string;
  krs: string | null;
  nip: string | null;
  regon: string | null;
  registerNumber: string | null;
  locality: string | null;
  countyCode: string | null;
}
/** The whole base, as much of it as is compared. */
export const findKnown = (ctx: Ctx): Promise<KnownRow[]> =>
  ctx.tx.many<KnownRow>(sql`
    select e.id, e.parent_id as "parentId", e.type, e.name, e.krs, e.nip, e.regon, e.register_number as "registerNumber",
      p.locality, p.county_code as "countyCode"
    from directory.entity e left join directory.place p on p.entity_id = e.id and p.is_main`);

export interface LocalityRow {
  id: number | null;
  name: string | null;
  plain: string | null;
  gminaId: string | null;
  gmina: string | null;
  countyCode: string | null;
  county: string | null;
  kind: string | null;
  lat: number | null;
  lon: number | null;
}
/** Localities of these names (lower case, no diacritics), all over the country. */
export const findLocalities = (ctx: Ctx, names: readonly string[]): Promise<LocalityRow[]> =>
  ctx.tx.many<LocalityRow>(sql`
    select l.id, l.name, l.plain, l.gmina_id as "gminaId", g.name as gmina, l.county_code as "countyCode",
      g.county_name as county, l.kind, l.lat, l.lon
    from territory.api_locality l join territory.api_gmina g on g.id = l.gmina_id
    where l.plain = any(${names}::text[])`);

export const findRules = (ctx: Ctx, source: string): Promise<{ field: string; mode: string }[]> =>
  ctx.tx.many<{ field: string; mode: string }>(sql`
    select field, mode from directory.source_rule where source_code = ${source}`);

export const findColumns = (ctx: Ctx, source: string, hash: string): Promise<{ reading: unknown } | null> =>
  ctx.tx.maybe<{ reading: unknown }>(sql`
    select reading from directory.import_columns where source_code = ${source} and headers_hash = ${hash}`);

export const saveColumns = (ctx: Ctx, source: string, hash: string, reading: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.import_columns (source_code, headers_hash, reading, updated_at)
    values (${source}, ${hash}, ${reading}::jsonb, ${ctx.now})
    on conflict (source_code, headers_hash) do update set reading = excluded.reading, updated_at = excluded.updated_at`);

export const findSeen = (
  ctx: Ctx,
  source: string,
): Promise<{ key: string; entityId: string; vanishedOn: string | null }[]> =>
  ctx.tx.many<{ key: string; entityId: string; vanishedOn: string | null }>(sql`
    select row_key as key, entity_id as "entityId", vanished_on as "vanishedOn" from directory.import_seen where source_code = ${source}`);

export const findDecisions = (
  ctx: Ctx,
  source: string,
): Promise<{ key: string; entityId: string | null; verdict: string }[]> =>
  ctx.tx.many<{ key: string; entityId: string | null; verdict: string }>(sql`
    select row_key as key, entity_id as "entityId", verdict from directory.import_decision where source_code = ${source}`);
