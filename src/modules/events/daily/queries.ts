import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** For the system alone, as all of this file. Places of dates that begin within so many days, not yet reminded of them. */
export const dueReminders = (ctx: Ctx, until: Date) =>
  ctx.tx.many<{ id: string }>(sql`
    update events.registration r set reminded_at = ${ctx.now}
    where r.state = 'confirmed' and r.erased_at is null and r.email <> ''
      and exists (select from events.occurrence o join events.event e on e.id = o.event_id
        where o.event_id = r.event_id and e.state = 'published' and not o.cancelled
          and o.starts_at > ${ctx.now} and o.starts_at <= ${until}
          -- A series reminds of each of its dates, but nobody of one they have just registered for.
          and coalesce(r.reminded_at, r.settled_at, r.created_at) < o.starts_at - (${until}::timestamptz - ${ctx.now}::timestamptz))
    returning r.id`);

/** What was announced and is over has been held. */
export const markHeld = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    update events.event set state = 'held', updated_at = ${ctx.now}, row_version = row_version + 1
    where state = 'published' and last_at < ${ctx.now}`);

/** Those who came and have not been thanked. */
export const dueThanks = (ctx: Ctx) =>
  ctx.tx.many<{ id: string }>(sql`
    update events.registration r set thanked_at = ${ctx.now}
    where r.state = 'confirmed' and r.thanked_at is null and r.erased_at is null and r.email <> ''
      and exists (select from events.event e where e.id = r.event_id and e.state = 'held'
        and e.last_at > ${ctx.now}::timestamptz - interval '14 days')
      and exists (select from events.attendance a where a.registration_id = r.id and a.taken_back_at is null)
    returning r.id`);

export const dropUnconfirmed = (ctx: Ctx, hours: number): Promise<number> =>
  ctx.tx.run(sql`
    delete from events.registration where state = 'unconfirmed'
      and created_at < ${ctx.now}::timestamptz - make_interval(hours => ${hours})`);

export const eraseNeeds = (ctx: Ctx, days: number): Promise<number> =>
  ctx.tx.run(sql`
    delete from events.need n using events.registration r join events.event e on e.id = r.event_id
    where r.id = n.registration_id and (e.last_at < ${ctx.now}::timestamptz - make_interval(days => ${days})
      or r.state in ('declined', 'cancelled') and r.settled_at < ${ctx.now}::timestamptz - make_interval(days => ${days}))`);

/** Names and addresses go, figures stay: who came remains one, nobody knows whom. */
export const erasePeople = (ctx: Ctx, days: number): Promise<number> =>
  ctx.tx.run(sql`
    update events.registration r set given_name = '', family_name = '', email = '', organisation = '', source_hash = '',
      booked_by = null, erased_at = ${ctx.now}
    from events.event e where e.id = r.event_id and r.erased_at is null
      and e.last_at < ${ctx.now}::timestamptz - make_interval(days => ${days})`);

export const dropTickets = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    delete from events.ticket t using events.registration r where r.id = t.registration_id and r.erased_at is not null`);
