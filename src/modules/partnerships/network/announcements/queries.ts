import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface AnnouncementRow {
  id: string;
  partnershipId: string;
  partnership: string;
  kind: string;
  title: string;
  body: string;
  audience: string;
  state: string;
  endsOn: string;
  writtenAt: Date;
  reason: string;
}
/** What is announced now: `waiting` what editors have not read yet. Own ones also while they wait, or refused. */
export const findAnnouncements = (
  ctx: Ctx,
  w: { kind: string; mine: readonly string[]; waiting: boolean; id: string | null },
): Promise<AnnouncementRow[]> =>
  ctx.tx.many<AnnouncementRow>(sql`
    select a.id, a.partnership_id as "partnershipId", p.name as partnership, a.kind, a.title, a.body, a.audience, a.state, a.ends_on as "endsOn",
      a.written_at as "writtenAt", a.reason
    from partnerships.announcement a join partnerships.partnership p on p.id = a.partnership_id
    where (${w.id}::uuid is null or a.id = ${w.id}) and (${w.kind} = '' or a.kind = ${w.kind})
      and (${w.id}::uuid is not null or (case when ${w.waiting} then a.state = 'waiting' and a.audience = 'public'
        else a.ends_on >= kernel.today() and (a.state = 'shown' or (a.state in ('waiting', 'refused') and a.partnership_id = any(${w.mine}::uuid[]))) end))
    order by a.written_at desc, a.id limit 200`);

export const addAnnouncement = (
  ctx: Ctx,
  a: {
    id: string;
    partnershipId: string;
    kind: string;
    title: string;
    body: string;
    audience: string;
    state: string;
    endsOn: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.announcement (id, partnership_id, kind, title, body, audience, state, ends_on, written_by, written_at)
    values (${a.id}, ${a.partnershipId}, ${a.kind}, ${a.title}, ${a.body}, ${a.audience}, ${a.state}, ${a.endsOn}, ${ctx.actor.subjectId}, ${ctx.now})`);

export const settle = (
  ctx: Ctx,
  a: { id: string; state: string; reason: string; by: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.announcement set state = ${a.state}, reason = ${a.reason}, settled_by = ${a.by}, settled_at = ${ctx.now},
      row_version = row_version + 1
    where id = ${a.id} and state in ('waiting', 'shown')`);
