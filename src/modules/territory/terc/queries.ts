import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { GminaUnit, Unit } from './compare/schema.ts';

export const findVoivodeships = (ctx: Ctx): Promise<Unit[]> =>
  ctx.tx.many<Unit>(
    sql`select code, name, '' as kind, source, as_of as "asOf", null::date as "validTo" from territory.voivodeship order by code for update`,
  );

export const findCounties = (ctx: Ctx): Promise<Unit[]> =>
  ctx.tx.many<Unit>(
    sql`select code, name, kind, source, as_of as "asOf", valid_to as "validTo" from territory.county order by code for update`,
  );

/** Held until the end: two imports at once run one after the other. */
export const findGminas = (ctx: Ctx): Promise<GminaUnit[]> =>
  ctx.tx.many<GminaUnit>(
    sql`select id, name, county_code as "countyCode", kind, terc, source, as_of as "asOf", valid_to as "validTo"
      from territory.gmina order by id for update`,
  );

const column = <T, K extends keyof T>(rows: readonly T[], key: K): T[K][] => rows.map((row) => row[key]);

export const saveVoivodeships = (ctx: Ctx, units: readonly Unit[]): Promise<number> =>
  ctx.tx.run(sql`
    insert into territory.voivodeship (code, name, source, as_of)
    select * from unnest(${column(units, 'code')}::text[], ${column(units, 'name')}::text[], ${column(units, 'source')}::text[],
      ${column(units, 'asOf')}::date[])
    on conflict (code) do update set name = excluded.name, source = excluded.source, as_of = excluded.as_of`);

export const saveCounties = (ctx: Ctx, units: readonly Unit[]): Promise<number> =>
  ctx.tx.run(sql`
    insert into territory.county (code, name, kind, source, as_of, valid_to, voivodeship_code)
    select u.*, left(u.code, 2) from unnest(${column(units, 'code')}::text[], ${column(units, 'name')}::text[],
      ${column(units, 'kind')}::text[], ${column(units, 'source')}::text[], ${column(units, 'asOf')}::date[],
      ${column(units, 'validTo')}::date[]) as u(code, name, kind, source, as_of, valid_to)
    on conflict (code) do update set name = excluded.name, kind = excluded.kind, source = excluded.source,
      as_of = excluded.as_of, valid_to = excluded.valid_to`);

/** Codes may be exchanged between gminas, and each is unique at every moment: so they are taken away first. */
export async function saveGminas(ctx: Ctx, units: readonly GminaUnit[]): Promise<void> {
  await ctx.tx.run(
    sql`update territory.gmina set terc = null where id = any(${column(units, 'id')}::text[]) and terc is not null`,
  );
  await ctx.tx.run(sql`
    insert into territory.gmina (id, name, county_code, kind, terc, source, as_of, valid_to)
    select * from unnest(${column(units, 'id')}::text[], ${column(units, 'name')}::text[],
      ${column(units, 'countyCode')}::text[], ${column(units, 'kind')}::text[], ${column(units, 'terc')}::text[],
      ${column(units, 'source')}::text[], ${column(units, 'asOf')}::date[], ${column(units, 'validTo')}::date[])
    on conflict (id) do update set name = excluded.name, county_code = excluded.county_code, kind = excluded.kind,
      terc = excluded.terc, source = excluded.source, as_of = excluded.as_of, valid_to = excluded.valid_to`);
}
