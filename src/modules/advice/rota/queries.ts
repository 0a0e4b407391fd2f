import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface DutyRow {
  id: string;
  kind: string;
  workerId: string;
  name: string | null;
  weekday: number | null;
  on: string | null;
  from: string | null;
  to: string | null;
  validFrom: string;
  validTo: string | null;
}
/** Duties of a desk that may fall between the days. */
export const findDuties = (ctx: Ctx, deskId: string, from: LocalDate, to: LocalDate): Promise<DutyRow[]> =>
  ctx.tx.many<DutyRow>(sql`
    select d.id, d.kind, d.worker_id as "workerId", w.name, d.weekday, d.on_day as "on", to_char(d.from_time, 'HH24:MI') as "from",
      to_char(d.to_time, 'HH24:MI') as "to", d.valid_from as "validFrom", d.valid_to as "validTo"
    from advice.duty d join organisations.api_worker w on w.id = d.worker_id
    where d.desk_id = ${deskId} and d.valid_from <= ${to}::date and (d.valid_to is null or d.valid_to >= ${from}::date)
      and (d.on_day is null or d.on_day between ${from}::date and ${to}::date)
    order by d.weekday nulls last, d.on_day, d.from_time, d.id limit 500`);

export const findChanges = (
  ctx: Ctx,
  deskId: string,
  from: LocalDate,
  to: LocalDate,
): Promise<
  {
    id: string;
    dutyId: string;
    on: string;
    substituteId: string | null;
    substitute: string | null;
    note: string;
  }[]
> =>
  ctx.tx.many<{
    id: string;
    dutyId: string;
    on: string;
    substituteId: string | null;
    substitute: string | null;
    note: string;
  }>(sql`
    select c.id, c.duty_id as "dutyId", c.on_day as "on", c.substitute_id as "substituteId", w.name as substitute, c.note
    from advice.duty_change c left join organisations.api_worker w on w.id = c.substitute_id
    where c.desk_id = ${deskId} and c.on_day between ${from}::date and ${to}::date and c.cancelled_at is null
    order by c.on_day limit 500`);

/** Who works at a desk and in which days; a worker without an entry has never worked here. */
export const findMembers = (
  ctx: Ctx,
  deskId: string,
): Promise<{ workerId: string; name: string | null; from: string; to: string | null }[]> =>
  ctx.tx.many<{ workerId: string; name: string | null; from: string; to: string | null }>(sql`
    select d.worker_id as "workerId", w.name, d.valid_from as "from", d.valid_to as "to"
    from advice.desk_worker d join organisations.api_worker w on w.id = d.worker_id
    where d.desk_id = ${deskId} order by w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu" limit 500`);

export interface AwayRow {
  /** Null: an absence of the institution, changed there. */
  id: string | null;
  workerId: string | null;
  standInId: string | null;
  from: string | null;
  to: string | null;
}
/** Absences of those who work at the desk between the days: noted at the desk and in their institutions. */
export const findAway = (ctx: Ctx, deskId: string, from: LocalDate, to: LocalDate): Promise<AwayRow[]> =>
  ctx.tx.many<AwayRow>(sql`
    select a.id, a.worker_id as "workerId", a.stand_in_id as "standInId", a.from_on as "from", a.to_on as "to" from advice.away a
    where a.desk_id = ${deskId} and a.cancelled_at is null and a.from_on <= ${to}::date and a.to_on >= ${from}::date
    union all
    select null::uuid, o.worker_id, o.stand_in_id, o.from_on, o.to_on from organisations.api_absence o
    where o.worker_id in (select w.worker_id from advice.desk_worker w where w.desk_id = ${deskId})
      and o.from_on <= ${to}::date and o.to_on >= ${from}::date
    order by 4, 2 limit 500`);

export interface NewDuty {
  readonly id: string;
  readonly deskId: string;
  readonly workerId: string;
  readonly kind: string;
  readonly weekday: number | null;
  readonly on: LocalDate | null;
  readonly from: string;
  readonly to: string;
  readonly since: LocalDate;
}
export const insertDuty = (ctx: Ctx, d: NewDuty): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.duty (id, desk_id, worker_id, kind, weekday, on_day, from_time, to_time, valid_from)
    values (${d.id}, ${d.deskId}, ${d.workerId}, ${d.kind}, ${d.weekday}, ${d.on}, ${d.from}, ${d.to}, ${d.since})`);
export const endDuty = (ctx: Ctx, deskId: string, id: string, to: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update advice.duty set valid_to = greatest(valid_from, ${to}::date) where id = ${id} and desk_id = ${deskId}`);
export const cancelChange = (ctx: Ctx, dutyId: string, on: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update advice.duty_change set cancelled_at = ${ctx.now} where duty_id = ${dutyId} and on_day = ${on} and cancelled_at is null`);
export const insertChange = (
  ctx: Ctx,
  c: { id: string; deskId: string; dutyId: string; on: LocalDate; substituteId: string | null; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.duty_change (id, duty_id, desk_id, on_day, substitute_id, note)
    values (${c.id}, ${c.dutyId}, ${c.deskId}, ${c.on}, ${c.substituteId}, ${c.note})`);
export const insertAway = (
  ctx: Ctx,
  a: {
    id: string;
    deskId: string;
    workerId: string;
    standInId: string | null;
    from: LocalDate;
    to: LocalDate;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.away (id, desk_id, worker_id, stand_in_id, from_on, to_on)
    values (${a.id}, ${a.deskId}, ${a.workerId}, ${a.standInId}, ${a.from}, ${a.to})`);
export const cancelAway = (ctx: Ctx, deskId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.away set cancelled_at = ${ctx.now} where id = ${id} and desk_id = ${deskId} and cancelled_at is null`);

export interface HoursRow {
  dutyId: string | null;
  kind: string | null;
  weekday: number | null;
  on: string | null;
  from: string | null;
  to: string | null;
  validFrom: string | null;
  validTo: string | null;
  off: string[] | null;
}
/** Hours of a desk without names, for everybody. */
export const findHours = (ctx: Ctx, deskId: string, from: LocalDate, to: LocalDate): Promise<HoursRow[]> =>
  ctx.tx.many<HoursRow>(sql`
    select duty_id as "dutyId", kind, weekday, on_day as "on", to_char(from_time, 'HH24:MI') as "from", to_char(to_time, 'HH24:MI') as "to",
      valid_from as "validFrom", valid_to as "validTo", off_on::text[] as off
    from advice.hours(${deskId}, ${from}, ${to})`);
