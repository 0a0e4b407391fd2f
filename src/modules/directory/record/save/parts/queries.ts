import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Parts of records. Those with an id of their own are kept by it; plain lists are replaced as a whole. */

export async function replaceStatuses(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0) await ctx.tx.run(sql`delete from directory.status where entity_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.status (id, entity_id, status, decision_number, authority, valid_from, valid_to)
    select id, entity_id, status, decision_number, authority, valid_from, valid_to
    from jsonb_populate_recordset(null::directory.status, ${rows}::jsonb)`);
}

export async function replaceFounders(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.founder where entity_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.founder (id, entity_id, kind, name)
    select id, entity_id, kind, name from jsonb_populate_recordset(null::directory.founder, ${rows}::jsonb)`);
}

export async function replaceTerms(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.entity_term where entity_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.entity_term (entity_id, taxonomy, code, is_main)
    select entity_id, taxonomy, code, is_main
    from jsonb_populate_recordset(null::directory.entity_term, ${rows}::jsonb)`);
}

export async function replaceCounties(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.served_county where entity_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.served_county (entity_id, county_code)
    select entity_id, county_code from jsonb_populate_recordset(null::directory.served_county, ${rows}::jsonb)`);
}

export const deletePlaces = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`delete from directory.place where id = any(${ids}::uuid[])`);

/** Before another place of the same record becomes the seat: two seats are never allowed, not for a moment. */
export const demotePlaces = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`update directory.place set is_main = false where id = any(${ids}::uuid[])`);

export const putPlaces = (ctx: Ctx, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.place (id, entity_id, name, kind, is_main, street, postal_code, locality_id, locality, gmina_id,
      county_code, lat, lon, directions)
    select id, entity_id, name, kind, is_main, street, postal_code, locality_id, locality, gmina_id,
      county_code, lat, lon, directions from jsonb_populate_recordset(null::directory.place, ${rows}::jsonb)
    on conflict (id) do update set name = excluded.name, kind = excluded.kind, is_main = excluded.is_main,
      street = excluded.street, postal_code = excluded.postal_code, locality_id = excluded.locality_id,
      locality = excluded.locality, gmina_id = excluded.gmina_id, county_code = excluded.county_code,
      lat = excluded.lat, lon = excluded.lon, directions = excluded.directions`);

export async function replaceAccess(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.place_access where place_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.place_access (place_id, code, note)
    select place_id, code, note from jsonb_populate_recordset(null::directory.place_access, ${rows}::jsonb)`);
}

export async function replaceOpening(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0) await ctx.tx.run(sql`delete from directory.opening where place_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.opening (id, place_id, weekday, on_day, opens, closes, valid_from, valid_to, note)
    select id, place_id, weekday, on_day, opens, closes, valid_from, valid_to, note
    from jsonb_populate_recordset(null::directory.opening, ${rows}::jsonb)`);
}

export const deleteOffers = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`delete from directory.offer where id = any(${ids}::uuid[])`);

export const putOffers = (ctx: Ctx, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.offer (id, entity_id, category, name, description, price_from, price_to, price_unit, capacity,
      capacity_unit, lead_days, range_km, reserved_basis, certificates, samples, active, updated_at)
    select id, entity_id, category, name, description, price_from, price_to, price_unit, capacity,
      capacity_unit, lead_days, range_km, reserved_basis, certificates, samples, active, ${ctx.now}
    from jsonb_populate_recordset(null::directory.offer, ${rows}::jsonb)
    on conflict (id) do update set category = excluded.category, name = excluded.name,
      description = excluded.description, price_from = excluded.price_from, price_to = excluded.price_to,
      price_unit = excluded.price_unit, capacity = excluded.capacity, capacity_unit = excluded.capacity_unit,
      lead_days = excluded.lead_days, range_km = excluded.range_km, reserved_basis = excluded.reserved_basis,
      certificates = excluded.certificates, samples = excluded.samples, active = excluded.active,
      updated_at = excluded.updated_at, row_version = directory.offer.row_version + 1`);

export async function replaceCodes(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.offer_code where offer_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.offer_code (offer_id, taxonomy, code)
    select offer_id, taxonomy, code from jsonb_populate_recordset(null::directory.offer_code, ${rows}::jsonb)`);
}

export const deleteSupports = (ctx: Ctx, ids: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`delete from directory.support where id = any(${ids}::uuid[])`);

export const putSupports = (ctx: Ctx, rows: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.support (id, entity_id, place_id, kind, name, description, description_easy, minimum_age,
      maximum_age, fee, fee_note, how_to_apply, takes_referrals, places_total, places_free, places_on, languages, active,
      updated_at)
    select id, entity_id, place_id, kind, name, description, description_easy, minimum_age,
      maximum_age, fee, fee_note, how_to_apply, takes_referrals, places_total, places_free, places_on, languages, active,
      ${ctx.now} from jsonb_populate_recordset(null::directory.support, ${rows}::jsonb)
    on conflict (id) do update set place_id = excluded.place_id, kind = excluded.kind, name = excluded.name,
      description = excluded.description, description_easy = excluded.description_easy,
      minimum_age = excluded.minimum_age, maximum_age = excluded.maximum_age, fee = excluded.fee,
      fee_note = excluded.fee_note, how_to_apply = excluded.how_to_apply, takes_referrals = excluded.takes_referrals,
      places_total = excluded.places_total, places_free = excluded.places_free, places_on = excluded.places_on,
      languages = excluded.languages, active = excluded.active, updated_at = excluded.updated_at,
      row_version = directory.support.row_version + 1`);

export async function replaceEligibility(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.eligibility where support_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.eligibility (id, support_id, rule, value)
    select id, support_id, rule, value from jsonb_populate_recordset(null::directory.eligibility, ${rows}::jsonb)`);
}

export async function replacePapers(ctx: Ctx, of: readonly string[], rows: string): Promise<void> {
  if (of.length > 0)
    await ctx.tx.run(sql`delete from directory.required_paper where support_id = any(${of}::uuid[])`);
  await ctx.tx.run(sql`
    insert into directory.required_paper (id, support_id, name)
    select id, support_id, name from jsonb_populate_recordset(null::directory.required_paper, ${rows}::jsonb)`);
}
