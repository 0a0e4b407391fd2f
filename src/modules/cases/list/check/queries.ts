import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface AreaRow {
  partnership_id: string | null;
  gmina_id: string | null;
}
/** The areas of these partnerships. */
export const findAreas = (ctx: Ctx, partnershipIds: readonly string[]): Promise<AreaRow[]> =>
  ctx.tx.many<AreaRow>(sql`
    select partnership_id, gmina_id from partnerships.api_area where partnership_id = any(${partnershipIds}::uuid[])`);

/** Which of these names (lower case, no diacritics) are gminas anywhere in the country. */
export const findGminaNames = (ctx: Ctx, names: readonly string[]): Promise<{ name: string | null }[]> =>
  ctx.tx.many<{ name: string | null }>(
    sql`select distinct kernel.plain(name) as name from territory.api_gmina where kernel.plain(name) = any(${names}::text[])`,
  );

export interface KnownRow {
  kind: string | null;
  number: string | null;
  same: boolean | null;
  has_open: boolean | null;
}
export const findKnown = (
  ctx: Ctx,
  partnershipId: string,
  people: {
    kinds: readonly string[];
    numbers: readonly string[];
    families: readonly string[];
    givens: readonly string[];
  },
): Promise<KnownRow[]> =>
  ctx.tx.many<KnownRow>(sql`
    select kind, number, same, has_open from cases.api_list_known(${partnershipId}::uuid, ${people.kinds}::text[],
      ${people.numbers}::text[], ${people.families}::text[], ${people.givens}::text[])`);

export const findImported = (
  ctx: Ctx,
  partnershipId: string,
  fingerprints: readonly string[],
): Promise<{ fingerprint: string }[]> =>
  ctx.tx.many<{ fingerprint: string }>(sql`
    select fingerprint from cases.list_row
    where institution_id = ${ctx.actor.institutionId} and partnership_id = ${partnershipId} and fingerprint = any(${fingerprints}::text[])`);

export const findColumns = (ctx: Ctx, headersHash: string): Promise<{ reading: unknown } | null> =>
  ctx.tx.maybe<{ reading: unknown }>(sql`
    select reading from cases.list_columns where institution_id = ${ctx.actor.institutionId} and headers_hash = ${headersHash}`);

export const saveColumns = (ctx: Ctx, headersHash: string, reading: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.list_columns (institution_id, headers_hash, reading, updated_at)
    values (${ctx.actor.institutionId}, ${headersHash}, ${reading}::jsonb, ${ctx.now})
    on conflict (institution_id, headers_hash) do update set reading = excluded.reading, updated_at = excluded.updated_at`);
