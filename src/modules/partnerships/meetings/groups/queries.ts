import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface GroupRow {
  id: string;
  name: string;
  voivodeship: string | null;
  convener: string | null;
  members: number | null;
  next_at: Date | null;
}
export const findGroups = (ctx: Ctx, today: LocalDate) =>
  ctx.tx.many<GroupRow>(sql`
    select b.id, b.name, (select v.name from territory.api_voivodeship v where v.code = b.voivodeship_code) as voivodeship,
      (select i.short_name from organisations.api_institution i where i.id = b.convener_id) as convener,
      (select count(*)::int from partnerships.body_member m where m.body_id = b.id and (m.left_on is null or m.left_on >= ${today}::date)) as members,
      (select min(m.starts_at) from partnerships.meeting m where m.body_id = b.id and m.starts_at > ${ctx.now} and m.state <> 'cancelled') as next_at
    from partnerships.body b where b.kind = 'group' order by b.name, b.id limit 200`);

export const findVoivodeships = (ctx: Ctx) =>
  ctx.tx.many<{ id: string; name: string }>(
    sql`select code as id, name from territory.api_voivodeship order by name`,
  );

export const addGroup = (
  ctx: Ctx,
  g: { id: string; name: string; aim: string; voivodeship: string; today: LocalDate },
) =>
  ctx.tx.run(sql`
    insert into partnerships.body (id, kind, convener_id, name, aim, voivodeship_code, started_on)
    values (${g.id}, 'group', ${ctx.actor.institutionId}, ${g.name}, ${g.aim}, ${g.voivodeship}, ${g.today})`);

/** Institutions that could belong: of the region or of the whole country, and those that do already. */
export const findJoinable = (ctx: Ctx, bodyId: string, today: LocalDate) =>
  ctx.tx.many<{ id: string; name: string; type: string; member: boolean | null }>(sql`
    with mine as (select institution_id from partnerships.body_member where body_id = ${bodyId} and (left_on is null or left_on >= ${today}::date))
    select i.id, i.name, i.type, i.id in (select institution_id from mine) as member
    from organisations.api_institution i join partnerships.body b on b.id = ${bodyId}
    where i.id <> b.convener_id and ((i.active_to is null or i.active_to >= ${today}::date)
      and (i.county_code is null or left(i.county_code, 2) = b.voivodeship_code or i.type in ('ROPS', 'WUP'))
      or i.id in (select institution_id from mine))
    order by i.type, i.name, i.id limit 500`);

export const join = (ctx: Ctx, id: string, bodyId: string, institutionId: string, today: LocalDate) =>
  ctx.tx.run(sql`
    insert into partnerships.body_member (id, body_id, institution_id, joined_on) values (${id}, ${bodyId}, ${institutionId}, ${today})`);

/** Yesterday is the last day; one who joined today belongs until its end. */
export const leave = (ctx: Ctx, bodyId: string, institutionId: string, yesterday: LocalDate) =>
  ctx.tx.run(sql`
    update partnerships.body_member set left_on = greatest(joined_on, ${yesterday}::date)
    where body_id = ${bodyId} and institution_id = ${institutionId} and left_on is null`);
