import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findOwn = (
  ctx: Ctx,
  institutionId: string,
): Promise<{ id: string; name: string; type: string; state: string; confirmedOn: string | null }[]> =>
  ctx.tx.many<{ id: string; name: string; type: string; state: string; confirmedOn: string | null }>(sql`
    select id, name, type, state, confirmed_on as "confirmedOn" from directory.entity
    where institution_id = ${institutionId} order by name, id limit 500`);

/** The legal entity with this NIP, KRS or REGON. */
export const findByNumber = (ctx: Ctx, number: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from directory.entity
    where parent_id is null and (nip = ${number} or krs = ${number} or regon = ${number}) limit 1`);

export const findNumber = (ctx: Ctx, id: string): Promise<{ number: string | null } | null> =>
  ctx.tx.maybe<{ number: string | null }>(sql`
    select coalesce(krs, nip, regon) as number from directory.entity where id = ${id}`);

export interface LocalityRow {
  id: number | null;
  gminaId: string | null;
  lat: number | null;
  lon: number | null;
}
export const findLocality = (ctx: Ctx, county: string, name: string): Promise<LocalityRow[]> =>
  ctx.tx.many<LocalityRow>(sql`
    select id, gmina_id as "gminaId", lat, lon from territory.api_locality
    where county_code = ${county} and plain = kernel.plain(${name}) limit 2`);

export const countFree = (
  ctx: Ctx,
  ids: readonly string[],
  counts: readonly number[],
  day: string,
): Promise<number> =>
  ctx.tx.run(sql`
    update directory.support s set places_free = n.free, places_on = ${day}, updated_at = ${ctx.now},
      row_version = s.row_version + 1
    from unnest(${ids}::uuid[], ${counts}::int[]) as n (id, free) where s.id = n.id`);

export const insertPhoto = (
  ctx: Ctx,
  p: { id: string; entityId: string; fileId: string; altPl: string; altEn: string; licence: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.photo (id, entity_id, file_id, alt_pl, alt_en, licence, position)
    select ${p.id}, ${p.entityId}, ${p.fileId}, ${p.altPl}, ${p.altEn}, ${p.licence},
      (select count(*) from directory.photo where entity_id = ${p.entityId})`);

export const deletePhoto = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from directory.photo where id = ${id}`);

export const isPhoto = (ctx: Ctx, fileId: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`select id from directory.photo where file_id = ${fileId} limit 1`);

/** A change outside the record's own row still makes it newer. */
export const touch = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.entity set updated_at = ${ctx.now}, row_version = row_version + 1 where id = ${id}`);
