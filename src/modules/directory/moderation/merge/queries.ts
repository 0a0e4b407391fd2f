import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface CandidateRow {
  id: string;
  name: string;
  locality: string | null;
}
/** Records with nearly the same name, or with the number typed. */
export const findCandidates = (ctx: Ctx, id: string, q: string): Promise<CandidateRow[]> =>
  ctx.tx.many<CandidateRow>(sql`
    select e.id, e.name, l.locality from directory.entity e left join directory.listing l on l.entity_id = e.id
    where e.id <> ${id} and not exists (select from directory.merged m where m.old_id = e.id)
      and (e.nip = ${q} or e.krs = ${q} or e.regon = ${q} or kernel.plain(e.name) % kernel.plain(${q}))
    order by similarity(kernel.plain(e.name), kernel.plain(${q})) desc, e.id limit 10`);

export const lockBoth = (ctx: Ctx, ids: readonly string[]): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from directory.entity e where id = any(${ids}::uuid[])
      and not exists (select from directory.merged m where m.old_id = e.id) order by id for update`);

/** What has an id of its own moves with it, so that every address and every reference stays good. */
export async function moveParts(ctx: Ctx, old: string, into: string): Promise<void> {
  await ctx.tx.run(sql`
    update directory.place set entity_id = ${into},
      is_main = is_main and not exists (select from directory.place p where p.entity_id = ${into} and p.is_main)
    where entity_id = ${old}`);
  await ctx.tx.run(sql`update directory.offer set entity_id = ${into} where entity_id = ${old}`);
  await ctx.tx.run(sql`update directory.support set entity_id = ${into} where entity_id = ${old}`);
  await ctx.tx.run(sql`update directory.photo set entity_id = ${into} where entity_id = ${old}`);
  await ctx.tx.run(sql`
    update directory.founder f set entity_id = ${into} where entity_id = ${old}
      and not exists (select from directory.founder o where o.entity_id = ${into} and o.kind = f.kind and o.name = f.name)`);
  await ctx.tx.run(sql`
    update directory.status s set entity_id = ${into} where entity_id = ${old}
      and not exists (select from directory.status o where o.entity_id = ${into} and o.status = s.status
        and daterange(o.valid_from, o.valid_to, '[]') && daterange(s.valid_from, s.valid_to, '[]'))`);
  await ctx.tx.run(sql`
    insert into directory.entity_term (entity_id, taxonomy, code)
    select ${into}, taxonomy, code from directory.entity_term where entity_id = ${old} on conflict do nothing`);
  await ctx.tx.run(sql`
    insert into directory.served_county select ${into}, county_code from directory.served_county where entity_id = ${old}
    on conflict do nothing`);
  await ctx.tx.run(sql`
    update directory.entity set parent_id = ${into}, updated_at = ${ctx.now}, row_version = row_version + 1
    where parent_id = ${old} and id <> ${into}`);
  await ctx.tx.run(sql`
    update directory.matter m set entity_id = ${into}, row_version = row_version + 1
    where entity_id = ${old} and state = 'open' and other_id is null
      and not exists (select from directory.matter o where o.entity_id = ${into} and o.state = 'open' and o.kind = m.kind
        and (o.cause = m.cause or o.institution_id = m.institution_id))`);
}

/** The question whether the two are one is answered. */
export const closePair = (ctx: Ctx, old: string, into: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.matter set state = 'accepted', closed_at = ${ctx.now}, row_version = row_version + 1
    where state = 'open' and ((entity_id = ${old} and other_id = ${into}) or (entity_id = ${into} and other_id = ${old}))`);

/** Empties the numbers of the record that goes, since no two legal entities may share one. */
export const retire = (ctx: Ctx, old: string, today: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.entity set nip = null, krs = null, regon = null, institution_id = null, state = 'deregistered', state_since = ${today}::date,
      updated_at = ${ctx.now}, row_version = row_version + 1
    where id = ${old}`);

export const insertMerged = (ctx: Ctx, old: string, into: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.merged (old_id, into_id, at) values (${old}, ${into}, ${ctx.now})`);

/** The last of a row of merges. */
export const findMerged = (ctx: Ctx, id: string): Promise<{ id: string | null } | null> =>
  ctx.tx.maybe<{ id: string | null }>(sql`
    with recursive way as (
      select into_id, 1 as step from directory.merged where old_id = ${id}
      union all
      select m.into_id, w.step + 1 from way w join directory.merged m on m.old_id = w.into_id where w.step < 20)
    select into_id as id from way order by step desc limit 1`);
