import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface VisitRow {
  id: string;
  guestId: string;
  guest: string;
  hostId: string;
  host: string;
  topicPl: string;
  topicEn: string;
  wish: string;
  state: string;
  day: string | null;
  answer: string;
  guestLearnt: string;
  hostLearnt: string;
  askedAt: Date;
  rowVersion: number;
  forGuest: boolean | null;
  forHost: boolean | null;
}
/** Visits of the partnerships of the reader's institution: one, or all of them, the latest first. */
export const findVisits = (ctx: Ctx, id: string | null): Promise<VisitRow[]> =>
  ctx.tx.many<VisitRow>(sql`
    select v.id, v.guest_id as "guestId", g.name as guest, v.host_id as "hostId", h.name as host, t.name_pl as "topicPl", t.name_en as "topicEn", v.wish,
      v.state, v.day, v.answer, v.guest_learnt as "guestLearnt", v.host_learnt as "hostLearnt", v.asked_at as "askedAt", v.row_version as "rowVersion",
      partnerships.may_coordinate(v.guest_id) as "forGuest", partnerships.may_coordinate(v.host_id) as "forHost"
    from partnerships.peer_visit v join partnerships.partnership g on g.id = v.guest_id join partnerships.partnership h on h.id = v.host_id
    join partnerships.network_term t on t.code = v.topic
    where ${id}::uuid is null or v.id = ${id}
    order by v.asked_at desc, v.id limit 200`);

export const lockVisit = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from partnerships.peer_visit where id = ${id} for update`,
  );

export const findOpen = (ctx: Ctx, guestId: string, hostId: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from partnerships.peer_visit
    where guest_id = ${guestId} and host_id = ${hostId} and state in ('requested', 'proposed', 'accepted')`);

export const addVisit = (
  ctx: Ctx,
  v: { id: string; guestId: string; hostId: string; topic: string; wish: string; day: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.peer_visit (id, guest_id, host_id, topic, wish, day, asked_by, asked_at)
    values (${v.id}, ${v.guestId}, ${v.hostId}, ${v.topic}, ${v.wish}, ${v.day}, ${ctx.actor.subjectId}, ${ctx.now})`);

export const moveVisit = (
  ctx: Ctx,
  v: { id: string; state: string; day: string | null; answer: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.peer_visit set state = ${v.state}, day = ${v.day}, answer = ${v.answer}, settled_at = ${ctx.now}, row_version = row_version + 1
    where id = ${v.id}`);

export const writeLearnt = (
  ctx: Ctx,
  v: { id: string; guestLearnt: string; hostLearnt: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.peer_visit set guest_learnt = ${v.guestLearnt}, host_learnt = ${v.hostLearnt}, row_version = row_version + 1 where id = ${v.id}`);
