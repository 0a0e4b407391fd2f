import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const subscribe = (
  ctx: Ctx,
  w: {
    readonly id: string;
    readonly email: string;
    readonly lang: string;
    readonly cadence: string;
    readonly themes: readonly string[];
    readonly region: string;
    readonly source: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    select newsletter.subscribe(${w.id}, ${w.email}, ${w.lang}, ${w.cadence}, ${w.themes}::text[], ${w.region}, ${w.source})`);

export interface AskedRow {
  cadence: string | null;
  themes: string[] | null;
  region: string | null;
  kind: string | null;
  confirmed: boolean | null;
}
export const findAsked = (ctx: Ctx, hash: string): Promise<AskedRow | null> =>
  ctx.tx.maybe<AskedRow>(sql`select cadence, themes, region, kind, confirmed from newsletter.asked(${hash})`);

export const confirm = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select newsletter.confirm(${hash})`);
export const leave = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select newsletter.leave(${hash})`);

/** From here on for the system alone: others see no row. */
export interface SubscriberRow {
  id: string;
  email: string;
  lang: string;
  themes: string[];
  region: string;
  confirmed_at: Date | null;
  run_at: Date;
}
export const lockSubscriber = (ctx: Ctx, id: string): Promise<SubscriberRow | null> =>
  ctx.tx.maybe<SubscriberRow>(sql`
    select id, email, lang, themes, region, confirmed_at, run_at from newsletter.subscriber where id = ${id} for update`);

export const addToken = (ctx: Ctx, hash: string, id: string, kind: string): Promise<number> =>
  ctx.tx.run(
    sql`insert into newsletter.token (hash, subscriber_id, kind, created_at) values (${hash}, ${id}, ${kind}, kernel.instant())`,
  );

/** Rows that are empty since the person left, and wishes nobody confirmed. */
export const drop = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`
    delete from newsletter.subscriber
    where email = '' or (confirmed_at is null and created_at < kernel.instant() - interval '7 days')`);

/** Whose week or month is over; an hour is forgiven, so that a letter keeps its time of day. */
export const findDue = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from newsletter.subscriber where confirmed_at is not null
      and run_at <= kernel.instant() + interval '1 hour' - case cadence when 'weekly' then interval '7 days' else interval '1 month' end`);

export const markRun = (ctx: Ctx, id: string, sent: boolean): Promise<number> =>
  ctx.tx.run(sql`
    update newsletter.subscriber set run_at = kernel.instant(), sent_at = case when ${sent} then kernel.instant() else sent_at end where id = ${id}`);

/** Counts each letter that came back once: it is known by its address and the instant it was written. */
export const countReturned = (
  ctx: Ctx,
  refused: readonly { readonly to: string; readonly createdAt: Date }[],
): Promise<number> =>
  ctx.tx.run(sql`
    update newsletter.subscriber s set returned = s.returned + 1, sent_at = null
    from jsonb_to_recordset(${JSON.stringify(refused)}::jsonb) as r("to" text, "createdAt" timestamptz)
    where r."to" = s.email and date_trunc('milliseconds', s.sent_at) = r."createdAt"`);
export const dropReturned = (ctx: Ctx, most: number): Promise<number> =>
  ctx.tx.run(sql`delete from newsletter.subscriber where returned >= ${most}`);

export interface EventRow {
  slug: string | null;
  titlePl: string | null;
  titleEn: string | null;
  mode: string | null;
  locality: string | null;
  firstAt: Date | null;
}
/** Announced since, still to come, of these subjects (none is all) and there or online. */
export const findAnnounced = (
  ctx: Ctx,
  f: { readonly since: Date; readonly themes: readonly string[]; readonly region: string },
  limit: number,
): Promise<EventRow[]> =>
  ctx.tx.many<EventRow>(sql`
    select slug, title_pl as "titlePl", title_en as "titleEn", mode, locality, first_at as "firstAt" from events.api_event
    where state = 'published' and published_at > ${f.since} and published_at <= kernel.instant() and last_at > kernel.instant()
      and (cardinality(${f.themes}::text[]) = 0 or themes && ${f.themes}::text[])
      and (${f.region} = '' or mode = 'online' or county_code like ${f.region} || '%')
    order by first_at limit ${limit}`);
