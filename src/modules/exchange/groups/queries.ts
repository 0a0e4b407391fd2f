import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface GroupRow {
  id: string;
  name: string;
  description: string;
  reading: string;
  joining: string;
  closedAt: Date | null;
  belongs: boolean | null;
  keeps: boolean | null;
  digest: boolean | null;
  lastAt: Date | null;
}
/** One group, or all that whoever acts may know of: their own first. */
export const findGroups = (ctx: Ctx, id: string | null): Promise<GroupRow[]> =>
  ctx.tx.many<GroupRow>(sql`
    select g.id, g.name, g.description, g.reading, g.joining, g.closed_at as "closedAt", exchange.belongs(g.id) as belongs,
      exchange.keeps(g.id) as keeps, m.digest, (select max(t.last_at) from exchange.topic t where t.group_id = g.id) as "lastAt"
    from exchange.topic_group g
    left join exchange.membership m on m.group_id = g.id and m.worker_id = kernel.worker() and m.left_at is null
    where ${id}::uuid is null or g.id = ${id}
    order by exchange.belongs(g.id) desc, g.closed_at is not null, g.name, g.id limit 200`);

export const findMembers = (
  ctx: Ctx,
  groupId: string,
): Promise<{ name: string; institution: string; institutionType: string; role: string }[]> =>
  ctx.tx.many<{ name: string; institution: string; institutionType: string; role: string }>(sql`
    select m.name, i.short_name as institution, i.type as "institutionType", m.role from exchange.membership m
    join organisations.api_institution i on i.id = m.institution_id
    where m.group_id = ${groupId} and m.left_at is null order by m.role, m.name limit 500`);

export const found = (
  ctx: Ctx,
  g: { id: string; name: string; description: string; reading: string; joining: string },
): Promise<number> =>
  ctx.tx.run(
    sql`select exchange.found_group(${g.id}, ${g.name}, ${g.description}, ${g.reading}, ${g.joining}, ${ctx.lang})`,
  );

export const join = (ctx: Ctx, groupId: string | null, hash: string | null): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select exchange.join_group(${groupId}, ${hash}, ${ctx.lang}) as id`);

export const leave = (ctx: Ctx, groupId: string): Promise<number> =>
  ctx.tx.run(sql`select exchange.leave_group(${groupId})`);

export const setDigest = (ctx: Ctx, groupId: string, wanted: boolean): Promise<number> =>
  ctx.tx.run(sql`select exchange.set_digest(${groupId}, ${wanted})`);

export const leaveDigest = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select exchange.leave_digest(${hash})`);

export const invite = (ctx: Ctx, hash: string, groupId: string): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(sql`select exchange.invite(${hash}, ${groupId}) as done`);

export const findInvited = (
  ctx: Ctx,
  hash: string,
): Promise<{ id: string | null; name: string | null; description: string | null } | null> =>
  ctx.tx.maybe<{ id: string | null; name: string | null; description: string | null }>(
    sql`select id, name, description from exchange.invited_to(${hash})`,
  );

/** Members whose week is over and whose groups have something new. For the system alone. */
export const findDigests = (ctx: Ctx): Promise<{ workerId: string; accountId: string; lang: string }[]> =>
  ctx.tx.many<{ workerId: string; accountId: string; lang: string }>(sql`
    select distinct on (m.worker_id) m.worker_id as "workerId", m.account_id as "accountId", m.lang from exchange.membership m
    where m.left_at is null and m.digest and m.digest_at < kernel.instant() - interval '6 days 20 hours'
      and exists (select from exchange.topic t where t.group_id = m.group_id and t.last_at > m.digest_at)
    order by m.worker_id limit 2000`);

export interface NewsRow {
  groupId: string;
  name: string;
  reading: string;
  topics: number | null;
  answers: number | null;
}
/** What is new in the groups of a member since the last digest. For the system alone. */
export const findNews = (ctx: Ctx, workerId: string): Promise<NewsRow[]> =>
  ctx.tx.many<NewsRow>(sql`
    select g.id as "groupId", g.name, g.reading,
      (select count(*)::int from exchange.topic t where t.group_id = g.id and t.created_at > m.digest_at) as topics,
      (select count(*)::int from exchange.topic t join exchange.comment c on c.subject_kind = 'topic' and c.subject_id = t.id and c.visible
        where t.group_id = g.id and c.created_at > m.digest_at and c.id <> t.opening_id) as answers
    from exchange.membership m join exchange.topic_group g on g.id = m.group_id
    where m.worker_id = ${workerId} and m.left_at is null and m.digest
      and exists (select from exchange.topic t where t.group_id = g.id and t.last_at > m.digest_at)
    order by g.name limit 50`);

export const setDigested = (ctx: Ctx, workerId: string): Promise<number> =>
  ctx.tx.run(sql`update exchange.membership set digest_at = kernel.instant() where worker_id = ${workerId}`);

export const addDigestToken = (ctx: Ctx, hash: string, groupId: string, workerId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into exchange.token (hash, kind, group_id, worker_id, created_at, expires_at)
    values (${hash}, 'digest', ${groupId}, ${workerId}, kernel.instant(), kernel.instant() + interval '90 days')`);

/** In how many groups that the reader belongs to people of both institutions are. */
export const findCommon = (
  ctx: Ctx,
  institutions: readonly string[],
): Promise<{ oneId: string; otherId: string; n: number | null }[]> =>
  ctx.tx.many<{ oneId: string; otherId: string; n: number | null }>(sql`
    select a.institution_id as "oneId", b.institution_id as "otherId", count(distinct a.group_id)::int as n
    from exchange.membership a join exchange.membership b on b.group_id = a.group_id and a.institution_id < b.institution_id
    where a.left_at is null and b.left_at is null and a.institution_id = any(${institutions}::uuid[])
      and b.institution_id = any(${institutions}::uuid[])
    group by 1, 2`);
