import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface DueRow {
  id: string;
  name: string;
  email: string;
  addressHash: string | null;
}
/**
 * Records that are to be confirmed again, with an address that may be written to: not more than one letter in a while,
 * not more than some without an answer, none to whoever asked for silence or is not there.
 */
export const findDue = (
  ctx: Ctx,
  q: { before: string; pauseSince: Date; most: number; addressHash: string | null },
): Promise<DueRow[]> =>
  ctx.tx.many<DueRow>(sql`
    select e.id, e.name, e.email, a.hash as "addressHash"
    from directory.entity e, lateral (select encode(sha256(convert_to(lower(e.email), 'UTF8')), 'hex') as hash) a
    where e.email <> '' and e.state <> 'deregistered' and (e.confirmed_on is null or e.confirmed_on <= ${q.before}::date)
      and (${q.addressHash}::text is null or a.hash = ${q.addressHash})
      and not exists (select from directory.silence s where s.address_hash = a.hash)
      and not exists (select from directory.letter l where l.address_hash = a.hash and l.sent_at > ${q.pauseSince})
      and (select count(*) from directory.letter l where l.entity_id = e.id
        and (e.confirmed_on is null or l.sent_at > e.confirmed_on + 1)) < ${q.most}
      and not exists (select from directory.matter m where m.entity_id = e.id and m.state = 'open'
        and (m.kind = 'proposal' or m.cause in ('not_ours', 'bounced')))
    order by e.confirmed_on nulls first, e.id`);

export const insertLetter = (
  ctx: Ctx,
  l: { id: string; entityId: string; addressHash: string; tokenHash: string; leaveHash: string; until: Date },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.letter (id, entity_id, address_hash, token_hash, leave_hash, sent_at, expires_at)
    values (${l.id}, ${l.entityId}, ${l.addressHash}, ${l.tokenHash}, ${l.leaveHash}, ${ctx.now}, ${l.until})`);

/** Which records a refused letter was about. */
export const refuseLetters = (ctx: Ctx, addressHash: string, sentAt: Date): Promise<{ entityId: string }[]> =>
  ctx.tx.many<{ entityId: string }>(sql`
    update directory.letter set refused_at = ${ctx.now}
    where address_hash = ${addressHash} and sent_at = ${sentAt} and refused_at is null returning entity_id as "entityId"`);

export const findLetter = (
  ctx: Ctx,
  hash: string,
): Promise<{ entityId: string | null; state: string | null } | null> =>
  ctx.tx.maybe<{ entityId: string | null; state: string | null }>(sql`
    select entity_id as "entityId", state from directory.letter_of(${hash})`);

export const confirm = (ctx: Ctx, hash: string): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select directory.letter_confirm(${hash}) as id`);

export const propose = (
  ctx: Ctx,
  p: { hash: string; id: string; proposed: string; note: string; lang: string },
): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`
    select directory.letter_propose(${p.hash}, ${p.id}::uuid, ${p.proposed}::jsonb, ${p.note}, ${p.lang}) as id`);

export const notOurs = (ctx: Ctx, hash: string, id: string): Promise<{ id: string | null }> =>
  ctx.tx.one<{ id: string | null }>(sql`select directory.letter_not_ours(${hash}, ${id}::uuid) as id`);

export const leaves = (ctx: Ctx, hash: string): Promise<{ known: boolean | null }> =>
  ctx.tx.one<{ known: boolean | null }>(sql`select directory.letter_leaves(${hash}) as known`);

export const leave = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select directory.letter_leave(${hash})`);

/** The figures of this month, unless they were taken already. */
export const takeMonth = (ctx: Ctx, today: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.freshness_month (month, voivodeship_code, records, within6, within12)
    select date_trunc('month', ${today}::date)::date, coalesce(voivodeship_code, '00'), count(*)::int,
      (count(*) filter (where confirmed_on > ${today}::date - interval '6 months'))::int,
      (count(*) filter (where confirmed_on > ${today}::date - interval '12 months'))::int
    from directory.listing where state <> 'deregistered' group by 2
    on conflict do nothing`);
