import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** For the system alone, as all of this file. */
export const findAddressee = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{ eventId: string; state: string; email: string; lang: string }>(sql`
    select event_id as "eventId", state, email, lang from events.registration where id = ${id} and erased_at is null`);

export const addTicket = (ctx: Ctx, hash: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into events.ticket (hash, registration_id, created_at) values (${hash}, ${id}, ${ctx.now})`);

/** Everybody who is told of a change. */
export const placed = (ctx: Ctx, eventId: string) =>
  ctx.tx.many<{ id: string }>(sql`
    select id from events.registration where event_id = ${eventId} and state in ('requested', 'waiting', 'confirmed')
      and erased_at is null order by place_in_queue`);

export const holdPlaces = (ctx: Ctx, eventId: string): Promise<number> =>
  ctx.tx.run(sql`select events.hold_places(${eventId})`);

/** The longest waiting ones, as many as there are free places. */
export const nextInQueue = (ctx: Ctx, eventId: string) =>
  ctx.tx.many<{ id: string }>(sql`
    select r.id from events.registration r join events.event e on e.id = r.event_id
    where r.event_id = ${eventId} and r.state = 'waiting' and e.state = 'published' and e.last_at > ${ctx.now}
    order by r.place_in_queue
    limit (select greatest(0, coalesce(e.capacity, 5000) - s.taken) from events.event e, events.standing(e.id) s where e.id = ${eventId})`);

export const giveFreePlace = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update events.registration set state = 'confirmed', settled_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id} and state = 'waiting'`);
