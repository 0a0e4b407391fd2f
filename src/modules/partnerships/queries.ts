import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface PartnershipRow {
  id: string;
  name: string;
  county_code: string;
  county: string | null;
  state: string;
  started_on: string;
  ended_on: string | null;
  row_version: number;
}
export interface LineRow extends PartnershipRow {
  members: number | null;
}
/** Partnerships of the acting institution. */
export const findOwn = (ctx: Ctx, today: string): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select p.id, p.name, p.county_code, c.name as county, p.state, p.started_on, p.ended_on, p.row_version,
      (select count(*)::int from partnerships.member m where m.partnership_id = p.id and (m.left_on is null or m.left_on >= ${today}::date)) as members
    from partnerships.partnership p left join territory.api_county c on c.code = p.county_code
    where p.id in (select m.partnership_id from partnerships.member m where m.institution_id = ${ctx.actor.institutionId}
      and (m.left_on is null or m.left_on >= ${today}::date))
    order by p.state = 'ended', p.name, p.id`);

/** A page of the others whose name or county holds the words, and how many those are. */
export const findOthers = (
  ctx: Ctx,
  today: string,
  f: { q: string; limit: number; offset: number },
): Promise<(LineRow & { total: number | null })[]> =>
  ctx.tx.many<LineRow & { total: number | null }>(sql`
    select p.id, p.name, p.county_code, c.name as county, p.state, p.started_on, p.ended_on, p.row_version,
      (select count(*)::int from partnerships.member m where m.partnership_id = p.id and (m.left_on is null or m.left_on >= ${today}::date)) as members,
      count(*) over ()::int as total
    from partnerships.partnership p left join territory.api_county c on c.code = p.county_code
    where p.id not in (select m.partnership_id from partnerships.member m where m.institution_id = ${ctx.actor.institutionId}
      and (m.left_on is null or m.left_on >= ${today}::date))
      and (${f.q} = '' or position(kernel.plain(${f.q}) in kernel.plain(p.name || ' ' || coalesce(c.name, ''))) > 0)
    order by p.state = 'ended', p.name, p.id limit ${f.limit} offset ${f.offset}`);

export const findOne = (ctx: Ctx, id: string): Promise<PartnershipRow | null> =>
  ctx.tx.maybe<PartnershipRow>(sql`
    select p.id, p.name, p.county_code, (select g.county_name from territory.api_gmina g where g.county_code = p.county_code limit 1) as county,
      p.state, p.started_on, p.ended_on, p.row_version
    from partnerships.partnership p where p.id = ${id}`);

/** Holds the partnership: what its guards look at changes only under this. */
export const lockOne = (ctx: Ctx, id: string): Promise<{ row_version: number } | null> =>
  ctx.tx.maybe<{ row_version: number }>(
    sql`select row_version from partnerships.partnership where id = ${id} for update`,
  );

export interface MemberRow {
  id: string;
  institution_id: string;
  name: string;
  short_name: string;
  type: string;
  joined_on: string;
  left_on: string | null;
}
export const findMembers = (ctx: Ctx, id: string): Promise<MemberRow[]> =>
  ctx.tx.many<MemberRow>(sql`
    select m.id, m.institution_id, i.name, i.short_name, i.type, m.joined_on, m.left_on
    from partnerships.member m join organisations.api_institution i on i.id = m.institution_id
    where m.partnership_id = ${id} order by m.left_on nulls first, i.type, i.name`);

export interface ContactRow {
  id: string;
  institution_id: string;
  worker_id: string;
  worker: string;
  phone: string;
  email: string;
  role: string;
}
/** Contact persons of today who work today. */
export const findContacts = (ctx: Ctx, id: string, today: string): Promise<ContactRow[]> =>
  ctx.tx.many<ContactRow>(sql`
    select c.id, c.institution_id, c.worker_id, w.name as worker, w.phone, w.email, c.role
    from partnerships.contact c join organisations.api_worker w on w.id = c.worker_id
    where c.partnership_id = ${id} and c.valid_from <= ${today}::date and (c.valid_to is null or c.valid_to >= ${today}::date)
      and (w.employed_to is null or w.employed_to >= ${today}::date)
    order by c.role desc, w.family_name`);

export interface GminaRow {
  id: string;
  name: string | null;
  kind: string | null;
}
export const findArea = (ctx: Ctx, id: string): Promise<GminaRow[]> =>
  ctx.tx.many<GminaRow>(sql`
    select a.gmina_id as id, g.name, g.kind from partnerships.area a left join territory.api_gmina g on g.id = a.gmina_id
    where a.partnership_id = ${id} order by g.name, a.gmina_id`);

export const findGminas = (ctx: Ctx, county: string): Promise<GminaRow[]> =>
  ctx.tx.many<GminaRow>(
    sql`select id, name, kind from territory.api_gmina where county_code = ${county} and valid_to is null order by name, id`,
  );

export const findCounties = (ctx: Ctx): Promise<{ id: string; name: string }[]> =>
  ctx.tx.many<{ id: string; name: string }>(
    sql`select distinct county_code as id, county_name as name from territory.api_gmina where valid_to is null order by 2, 1`,
  );

export interface ReadinessRow {
  has_welfare: boolean | null;
  has_labour: boolean | null;
  has_other: boolean | null;
  has_annex: boolean | null;
  has_contacts: boolean | null;
}
export const findReadiness = (ctx: Ctx, agreementId: string): Promise<ReadinessRow> =>
  ctx.tx.one<ReadinessRow>(sql`
    select has_welfare, has_labour, has_other, has_annex, has_contacts from partnerships.readiness(${agreementId}::uuid)`);

export const insertPartnership = (
  ctx: Ctx,
  p: { id: string; name: string; county: string; today: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.partnership (id, name, county_code, state, started_on)
    values (${p.id}, ${p.name}, ${p.county}, 'initiative', ${p.today})`);

export const rename = (ctx: Ctx, id: string, name: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.partnership set name = ${name}, row_version = row_version + 1 where id = ${id}`);

/** Puts other words of the name into the card of a partnership that has one; the others stay. */
export const renameCard = (ctx: Ctx, id: string, named: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.profile set words = ${named}::tsvector || ts_filter(words, '{b,c,d}') where partnership_id = ${id}`);

export const setState = (ctx: Ctx, id: string, state: string, endedOn: string | null): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.partnership set state = ${state}, ended_on = ${endedOn}, row_version = row_version + 1 where id = ${id}`);

export const addGmina = (ctx: Ctx, id: string, gmina: string): Promise<number> =>
  ctx.tx.run(
    sql`insert into partnerships.area (partnership_id, gmina_id) values (${id}, ${gmina}) on conflict do nothing`,
  );

export const dropGmina = (ctx: Ctx, id: string, gmina: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.area where partnership_id = ${id} and gmina_id = ${gmina}`);

export const insertMember = (
  ctx: Ctx,
  m: { id: string; partnershipId: string; institutionId: string; today: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.member (id, partnership_id, institution_id, joined_on)
    values (${m.id}, ${m.partnershipId}, ${m.institutionId}, ${m.today})`);

export const insertContact = (
  ctx: Ctx,
  c: {
    id: string;
    partnershipId: string;
    institutionId: string;
    workerId: string;
    role: string;
    today: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.contact (id, partnership_id, institution_id, worker_id, role, valid_from)
    values (${c.id}, ${c.partnershipId}, ${c.institutionId}, ${c.workerId}, ${c.role}, ${c.today})`);

export const findOperating = (
  ctx: Ctx,
  today: string,
): Promise<{ id: string; name: string; county_code: string }[]> =>
  ctx.tx.many<{ id: string; name: string; county_code: string }>(sql`
    select p.id, p.name, p.county_code from partnerships.partnership p join partnerships.member m on m.partnership_id = p.id
    where p.state = 'operating' and not coalesce(partnerships.lapsed(p.id), false) and m.institution_id = ${ctx.actor.institutionId} and m.joined_on <= ${today}::date
      and (m.left_on is null or m.left_on >= ${today}::date)
    order by p.name, p.id`);
