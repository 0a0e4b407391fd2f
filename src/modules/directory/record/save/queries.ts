import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Writing records: every statement takes the rows of many records as one JSON array of objects in column names. */

/** Locks the records that the actor may change; the others are left out. */
export const lock = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from directory.entity where id = any(${ids}::uuid[]) order by id for update`);

/** Other legal entities that hold one of these identifiers. */
export const findSame = (
  ctx: Ctx,
  ids: readonly string[],
  nips: readonly string[],
  krs: readonly string[],
  regons: readonly string[],
): Promise<{ name: string; nip: string | null; krs: string | null; regon: string | null }[]> =>
  ctx.tx.many<{ name: string; nip: string | null; krs: string | null; regon: string | null }>(sql`
    select name, nip, krs, regon from directory.entity
    where parent_id is null and not id = any(${ids}::uuid[])
      and (nip = any(${nips}::text[]) or krs = any(${krs}::text[]) or regon = any(${regons}::text[]))`);

export const insertEntities = (ctx: Ctx, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.entity (id, parent_id, type, legal_form, name, short_name, krs, nip, regon, register_number,
      description_pl, description_en, founded_on, size_band, contact_role, phone, email, website, state, state_since,
      source_code, source_on, confirmed_on, confirmed_by, institution_id, is_demo, created_at, updated_at)
    select id, parent_id, type, legal_form, name, short_name, krs, nip, regon, register_number,
      description_pl, description_en, founded_on, size_band, contact_role, phone, email, website, state, state_since,
      source_code, source_on, confirmed_on, confirmed_by, institution_id, is_demo, ${ctx.now}, ${ctx.now}
    from jsonb_populate_recordset(null::directory.entity, ${rows}::jsonb)`);

/** `row_version` of a row says by how much it grows: a new date of confirmation alone leaves open forms in force. */
export const updateEntities = (ctx: Ctx, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.entity e set parent_id = r.parent_id, type = r.type, legal_form = r.legal_form, name = r.name,
      short_name = r.short_name, krs = r.krs, nip = r.nip, regon = r.regon, register_number = r.register_number,
      description_pl = r.description_pl, description_en = r.description_en, founded_on = r.founded_on,
      size_band = r.size_band, contact_role = r.contact_role, phone = r.phone, email = r.email, website = r.website,
      state = r.state, state_since = r.state_since, source_code = r.source_code, source_on = r.source_on,
      confirmed_on = r.confirmed_on, confirmed_by = r.confirmed_by, institution_id = r.institution_id,
      is_demo = r.is_demo, updated_at = ${ctx.now}, row_version = e.row_version + r.row_version
    from jsonb_populate_recordset(null::directory.entity, ${rows}::jsonb) r where e.id = r.id`);

export const insertChanges = (ctx: Ctx, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.change (id, entity_id, at, by_kind, source_code, fields)
    select id, entity_id, ${ctx.now}, by_kind, source_code, fields
    from jsonb_populate_recordset(null::directory.change, ${rows}::jsonb)`);

export const confirm = (ctx: Ctx, id: string, day: string, by: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.entity set confirmed_on = ${day}, confirmed_by = ${by}, updated_at = ${ctx.now} where id = ${id}`);
