import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { type NetworkQuery, PAGE_SIZE } from './schema.ts';

export interface TermRow {
  code: string;
  kind: string;
  namePl: string;
  nameEn: string;
}
export const findTerms = (ctx: Ctx): Promise<TermRow[]> =>
  ctx.tx.many<TermRow>(sql`
    select code, kind, name_pl as "namePl", name_en as "nameEn" from partnerships.network_term
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) order by kind, position`);

export interface ListedRow {
  id: string;
  name: string;
  countyCode: string;
  county: string | null;
  lead: string;
  hosts: boolean;
  startedOn: string;
  members: number | null;
  terms: string[] | null;
  total: number | null;
}
/** Published cards, those with the words in their name first. */
export const findCards = (ctx: Ctx, q: NetworkQuery & { vector: string | null }): Promise<ListedRow[]> =>
  ctx.tx.many<ListedRow>(sql`
    select p.id, p.name, p.county_code as "countyCode", c.name as county, f.lead, f.hosts, p.started_on as "startedOn",
      (select count(*)::int from partnerships.member m where m.partnership_id = p.id and (m.left_on is null or m.left_on >= kernel.today())) as members,
      array(select t.code from partnerships.profile_term t where t.partnership_id = p.id order by 1) as terms,
      count(*) over ()::int as total
    from partnerships.profile f join partnerships.partnership p on p.id = f.partnership_id
    left join territory.api_county c on c.code = p.county_code
    where f.published_on is not null and p.state <> 'ended' and (${q.vector}::text is null or f.words @@ ${q.vector}::text::tsquery)
      and (${q.term} = '' or exists (select from partnerships.profile_term t where t.partnership_id = p.id and t.code = ${q.term}))
      and (${q.region} = '' or left(p.county_code, 2) = ${q.region}) and (${q.county} = '' or p.county_code = ${q.county})
      and (${q.hosts} = '' or f.hosts)
    order by case when ${q.vector}::text is null then 0 else -ts_rank('{0, 0.1, 0.4, 1}', f.words, ${q.vector}::text::tsquery) end, p.name, p.id
    limit ${PAGE_SIZE} offset ${(q.page - 1) * PAGE_SIZE}`);

/** How many published cards there are in each county. */
export const countByCounty = (ctx: Ctx, region: string): Promise<{ code: string; n: number | null }[]> =>
  ctx.tx.many<{ code: string; n: number | null }>(sql`
    select p.county_code as code, count(*)::int as n
    from partnerships.profile f join partnerships.partnership p on p.id = f.partnership_id
    where f.published_on is not null and p.state <> 'ended' and (${region} = '' or left(p.county_code, 2) = ${region})
    group by 1`);

export interface CardRow {
  id: string;
  name: string;
  countyCode: string;
  county: string | null;
  voivodeship: string | null;
  state: string;
  startedOn: string;
  lead: string | null;
  specialises: string | null;
  targetNote: string | null;
  proudOf: string | null;
  site: string | null;
  hosts: boolean | null;
  hostOffer: string | null;
  publishedOn: string | null;
  updatedAt: Date | null;
  rowVersion: number | null;
  terms: string[] | null;
}
/** The card with what the partnership is; without a card nulls stand in its fields. */
export const findCard = (ctx: Ctx, id: string): Promise<CardRow | null> =>
  ctx.tx.maybe<CardRow>(sql`
    select p.id, p.name, p.county_code as "countyCode", c.name as county, v.name as voivodeship, p.state, p.started_on as "startedOn", f.lead,
      f.specialises, f.target_note as "targetNote", f.proud_of as "proudOf", f.site, f.hosts, f.host_offer as "hostOffer",
      f.published_on as "publishedOn", f.updated_at as "updatedAt", f.row_version as "rowVersion",
      array(select t.code from partnerships.profile_term t where t.partnership_id = p.id order by 1) as terms
    from partnerships.partnership p left join partnerships.profile f on f.partnership_id = p.id
    left join territory.api_county c on c.code = p.county_code
    left join territory.api_voivodeship v on v.code = left(p.county_code, 2) where p.id = ${id}`);

export const findEntities = (
  ctx: Ctx,
  institutions: readonly string[],
): Promise<{ id: string; institutionId: string | null }[]> =>
  ctx.tx.many<{ id: string; institutionId: string | null }>(sql`
    select id, institution_id as "institutionId" from directory.api_entity where institution_id = any(${institutions}::uuid[]) and parent_id is null`);

export interface ContactRow {
  code: string;
  role: string;
  institutionId: string;
  institution: string;
  email: string;
  phone: string;
}
export const findContacts = (ctx: Ctx, id: string): Promise<ContactRow[]> =>
  ctx.tx.many<ContactRow>(sql`
    select c.code, c.role, c.institution_id as "institutionId", i.short_name as institution, i.email, i.phone
    from partnerships.profile_contact c join organisations.api_institution i on i.id = c.institution_id
    where c.partnership_id = ${id} order by c.code`);

export const lockCard = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from partnerships.profile where partnership_id = ${id} for update`,
  );

export const putCard = (
  ctx: Ctx,
  c: {
    id: string;
    lead: string;
    specialises: string;
    targetNote: string;
    proudOf: string;
    site: string;
    hosts: boolean;
    hostOffer: string;
    words: string;
    publishedOn: string | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.profile (partnership_id, lead, specialises, target_note, proud_of, site, hosts, host_offer, words, published_on, updated_at)
    values (${c.id}, ${c.lead}, ${c.specialises}, ${c.targetNote}, ${c.proudOf}, ${c.site}, ${c.hosts}, ${c.hostOffer}, ${c.words}::tsvector,
      ${c.publishedOn}, ${ctx.now})
    on conflict (partnership_id) do update set lead = excluded.lead, specialises = excluded.specialises, target_note = excluded.target_note,
      proud_of = excluded.proud_of, site = excluded.site, hosts = excluded.hosts, host_offer = excluded.host_offer, words = excluded.words,
      published_on = coalesce(profile.published_on, excluded.published_on), updated_at = excluded.updated_at, row_version = profile.row_version + 1`);

export const putTerms = async (ctx: Ctx, id: string, codes: readonly string[]): Promise<void> => {
  await ctx.tx.run(
    sql`delete from partnerships.profile_term where partnership_id = ${id} and code <> all(${codes}::text[])`,
  );
  await ctx.tx.run(sql`
    insert into partnerships.profile_term (partnership_id, code) select ${id}, unnest(${codes}::text[]) on conflict do nothing`);
};

export const clearContacts = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`delete from partnerships.profile_contact where partnership_id = ${id}`);

export const addContact = (
  ctx: Ctx,
  c: { id: string; code: string; institutionId: string; role: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.profile_contact (partnership_id, code, institution_id, role) values (${c.id}, ${c.code}, ${c.institutionId}, ${c.role})
    on conflict do nothing`);

export const hide = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.profile set published_on = null, row_version = row_version + 1, updated_at = ${ctx.now} where partnership_id = ${id}`);

/** Partnerships of the actor's institution that the worker may coordinate. */
export const findCoordinated = (
  ctx: Ctx,
): Promise<{ id: string; name: string; published: boolean | null }[]> =>
  ctx.tx.many<{ id: string; name: string; published: boolean | null }>(sql`
    select p.id, p.name, exists (select from partnerships.profile f where f.partnership_id = p.id and f.published_on is not null) as published
    from partnerships.partnership p
    where p.id = any(partnerships.mine()) and p.state <> 'ended' and partnerships.may_coordinate(p.id) order by p.name, p.id`);
