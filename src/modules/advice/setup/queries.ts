import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DeskRow } from '../queries.ts';
import type { DeskValues } from './schema.ts';

export interface SettingsRow extends Omit<DeskRow, 'isDefault'> {
  voivodeship: string | null;
  assignsItself: boolean;
  rowVersion: number;
}
/** Desks that the acting worker sets up; one of them when an id is given. */
export const findLed = (ctx: Ctx, id: string | null = null): Promise<SettingsRow[]> =>
  ctx.tx.many<SettingsRow>(sql`
    select d.id, d.institution_id as "institutionId", i.name as "institutionName", left(i.county_code, 2) as voivodeship, d.slug,
      d.name_pl as "namePl", d.name_en as "nameEn", d.lead_pl as "leadPl", d.lead_en as "leadEn", d.email, d.phone, d.counties,
      d.is_open as "isOpen", d.assigns_itself as "assignsItself", d.row_version as "rowVersion"
    from advice.desk d join organisations.api_institution i on i.id = d.institution_id
    where d.id = any (coalesce((select advice.led()), '{}')) and d.state = 'active' and (${id}::uuid is null or d.id = ${id}::uuid)
    order by d.name_pl, d.id`);
/** Desks of the acting worker: those they work at and those they set up. */
export const findSeen = (
  ctx: Ctx,
): Promise<{ id: string; namePl: string; nameEn: string; phone: string; led: boolean | null }[]> =>
  ctx.tx.many<{ id: string; namePl: string; nameEn: string; phone: string; led: boolean | null }>(sql`
    select d.id, d.name_pl as "namePl", d.name_en as "nameEn", d.phone, d.id = any (coalesce((select advice.led()), '{}')) as led
    from advice.desk d
    where d.id = any (coalesce((select advice.led()), '{}') || coalesce((select advice.mine()), '{}')) and d.state = 'active'
    order by d.name_pl, d.id`);

export const findHome = (ctx: Ctx): Promise<{ voivodeship: string | null } | null> =>
  ctx.tx.maybe<{ voivodeship: string | null }>(
    sql`select left(county_code, 2) as voivodeship from organisations.api_institution where id = ${ctx.actor.institutionId}`,
  );

export const slugsLike = (ctx: Ctx, slug: string): Promise<{ slug: string }[]> =>
  ctx.tx.many<{ slug: string }>(
    sql`select slug from advice.desk where slug = ${slug} or slug like ${slug} || '-%'`,
  );
export const insertDesk = (ctx: Ctx, d: DeskValues): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.desk (id, institution_id, slug, name_pl, name_en, lead_pl, lead_en, email, phone, counties, is_open, assigns_itself, created_at)
    values (${d.id}, ${ctx.actor.institutionId}, ${d.slug}, ${d.namePl}, ${d.nameEn}, ${d.leadPl}, ${d.leadEn}, ${d.email}, ${d.phone},
      ${d.counties}::text[], ${d.isOpen}, ${d.assignsItself}, ${ctx.now})`);
export const updateDesk = (ctx: Ctx, d: DeskValues, version: number): Promise<number> =>
  ctx.tx.run(sql`
    update advice.desk set name_pl = ${d.namePl}, name_en = ${d.nameEn}, lead_pl = ${d.leadPl}, lead_en = ${d.leadEn}, email = ${d.email},
      phone = ${d.phone}, counties = ${d.counties}::text[], is_open = ${d.isOpen}, assigns_itself = ${d.assignsItself}, row_version = row_version + 1
    where id = ${d.id} and row_version = ${version}`);

export interface PersonRow {
  id: string;
  workerId: string;
  name: string | null;
  institution: string | null;
  role: string;
  from: string;
  to: string | null;
  adviser: boolean | null;
}
/** Who works at the desk today or later. */
export const findPeople = (ctx: Ctx, deskId: string): Promise<PersonRow[]> =>
  ctx.tx.many<PersonRow>(sql`
    select d.id, d.worker_id as "workerId", w.name, i.short_name as institution, d.role, d.valid_from as "from", d.valid_to as "to",
      exists (select from organisations.api_function f where f.worker_id = d.worker_id and f.function = 'adviser'
        and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today())) as adviser
    from advice.desk_worker d join organisations.api_worker w on w.id = d.worker_id
      join organisations.api_institution i on i.id = w.institution_id
    where d.desk_id = ${deskId} and (d.valid_to is null or d.valid_to >= kernel.today())
    order by w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu", d.role, d.id limit 300`);

export interface ColleagueRow {
  id: string | null;
  name: string | null;
  institution: string | null;
}
/** Advisers of the acting institution, or whoever has this address anywhere, employed and advising today. */
export const findAdvisers = (ctx: Ctx, address: string | null): Promise<ColleagueRow[]> =>
  ctx.tx.many<ColleagueRow>(sql`
    select w.id, w.name, i.short_name as institution from organisations.api_worker w join organisations.api_institution i on i.id = w.institution_id
    where (case when ${address}::text is null then w.institution_id = ${ctx.actor.institutionId} else lower(w.email) = ${address} end)
      and w.employed_from <= kernel.today() and (w.employed_to is null or w.employed_to >= kernel.today())
      and exists (select from organisations.api_function f where f.worker_id = w.id and f.function = 'adviser'
        and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
    order by w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu" limit 300`);
export const insertPerson = (
  ctx: Ctx,
  p: { id: string; deskId: string; workerId: string; role: string; from: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.desk_worker (id, desk_id, worker_id, role, valid_from)
    values (${p.id}, ${p.deskId}, ${p.workerId}, ${p.role}, ${p.from})`);
export const endPerson = (ctx: Ctx, id: string, to: LocalDate): Promise<number> =>
  ctx.tx.run(
    sql`update advice.desk_worker set valid_to = ${to} where id = ${id} and valid_from <= ${to}::date`,
  );
/** Whether somebody is noted at the desk in the role at a time that begins on the day. */
export const findSameRole = (
  ctx: Ctx,
  p: { deskId: string; workerId: string; role: string; from: LocalDate },
): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from advice.desk_worker where desk_id = ${p.deskId} and worker_id = ${p.workerId} and role = ${p.role}
      and (valid_to is null or valid_to >= ${p.from}::date)`);

export interface KnownRow {
  id: string;
  deskWorkerId: string;
  topicCode: string | null;
  counties: string[];
}
export const findKnown = (ctx: Ctx, deskId: string): Promise<KnownRow[]> =>
  ctx.tx.many<KnownRow>(sql`
    select id, desk_worker_id as "deskWorkerId", topic_code as "topicCode", counties from advice.expertise
    where desk_id = ${deskId} order by topic_code nulls first, id limit 2000`);
export const insertKnown = (ctx: Ctx, deskId: string, k: KnownRow): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.expertise (id, desk_worker_id, desk_id, topic_code, counties)
    values (${k.id}, ${k.deskWorkerId}, ${deskId}, ${k.topicCode}, ${k.counties}::text[])`);
export const deleteKnown = (ctx: Ctx, deskWorkerId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from advice.expertise where id = ${id} and desk_worker_id = ${deskWorkerId}`);

export const findSwitches = (ctx: Ctx, deskId: string): Promise<{ code: string; isOn: boolean }[]> =>
  ctx.tx.many<{ code: string; isOn: boolean }>(
    sql`select topic_code as code, is_on as "isOn" from advice.desk_topic where desk_id = ${deskId}`,
  );
export const setSwitches = (
  ctx: Ctx,
  deskId: string,
  codes: readonly string[],
  isOn: boolean,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.desk_topic (desk_id, topic_code, is_on) select ${deskId}, code, ${isOn} from unnest(${codes}::text[]) as code
    on conflict (desk_id, topic_code) do update set is_on = excluded.is_on`);
