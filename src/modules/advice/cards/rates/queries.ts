import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface RateRow {
  id: string;
  deskId: string;
  deskPl: string;
  deskEn: string;
  typePl: string | null;
  typeEn: string | null;
  grosze: number;
  basis: string;
  act: string | null;
  from: string;
  to: string | null;
}
/** Rates of the desks the actor works at or oversees, the newest first. */
export const findRates = (ctx: Ctx): Promise<RateRow[]> =>
  ctx.tx.many<RateRow>(sql`
    select r.id, r.desk_id as "deskId", d.name_pl as "deskPl", d.name_en as "deskEn", t.name_pl as "typePl", t.name_en as "typeEn", r.grosze, r.basis,
      r.act, r.valid_from as "from", r.valid_to as "to"
    from advice.rate r join advice.desk d on d.id = r.desk_id left join advice.advice_type t on t.code = r.type_code
    order by d.name_pl, t.position nulls first, r.valid_from desc limit 500`);
/** Desks whose rates the actor sets. */
export const findLed = (ctx: Ctx): Promise<{ id: string; namePl: string; nameEn: string }[]> =>
  ctx.tx.many<{ id: string; namePl: string; nameEn: string }>(sql`
    select id, name_pl as "namePl", name_en as "nameEn" from advice.desk
    where id = any (coalesce((select advice.led()), '{}'::uuid[])) and state = 'active' order by name_pl`);
/** The rate before ends on the day before. */
export const endRate = (ctx: Ctx, deskId: string, type: string | null, from: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.rate set valid_to = ${from}::date - 1 where desk_id = ${deskId} and type_code is not distinct from ${type}::text
      and valid_to is null and valid_from < ${from}::date`);
export const findLater = (
  ctx: Ctx,
  deskId: string,
  type: string | null,
  from: string,
): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from advice.rate where desk_id = ${deskId} and type_code is not distinct from ${type}::text
      and (valid_to is null or valid_to >= ${from}::date) and valid_from >= ${from}::date limit 1`);
export const insertRate = (
  ctx: Ctx,
  r: {
    id: string;
    deskId: string;
    type: string | null;
    grosze: number;
    basis: string;
    act: string | null;
    from: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.rate (id, desk_id, type_code, grosze, basis, act, valid_from, created_at, created_by)
    values (${r.id}, ${r.deskId}, ${r.type}, ${r.grosze}, ${r.basis}, ${r.act}, ${r.from}, kernel.instant(), kernel.worker())`);

export interface ValueRow {
  cardId: string;
  number: string;
  on: string;
  client: string;
  nip: string;
  hours: number;
  rateGrosze: number | null;
  valueGrosze: number | null;
  basis: string | null;
  state: string;
}
/** Advice to undertakings in a year, by day. */
export const findValues = (ctx: Ctx, year: number): Promise<ValueRow[]> =>
  ctx.tx.many<ValueRow>(sql`
    select c.id as "cardId", c.number, c.on_date as "on", k.name as client, k.nip, c.hours::float8 as hours, c.rate_grosze as "rateGrosze",
      c.value_grosze::float8 as "valueGrosze", r.basis, c.state
    from advice.card c join advice.client k on k.id = c.client_id left join advice.rate r on r.id = c.rate_id
    where k.kind = 'entity' and k.undertaking and c.value_grosze is not null and c.state <> 'draft'
      and c.on_date >= make_date(${year}, 1, 1) and c.on_date <= make_date(${year}, 12, 31)
    order by k.name, c.on_date, c.number limit 2000`);
