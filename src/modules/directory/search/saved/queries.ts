import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface NewFollower {
  readonly id: string;
  readonly email: string;
  readonly parameters: string;
  readonly lang: string;
  readonly cadence: string;
  readonly source: string;
}
export const follow = (ctx: Ctx, f: NewFollower): Promise<number> =>
  ctx.tx.run(
    sql`select directory.follow(${f.id}, ${f.email}, ${f.parameters}, ${f.lang}, ${f.cadence}, ${f.source})`,
  );

export interface FollowedRow {
  parameters: string | null;
  cadence: string | null;
  kind: string | null;
  confirmed: boolean | null;
}
export const findFollowed = (ctx: Ctx, hash: string): Promise<FollowedRow | null> =>
  ctx.tx.maybe<FollowedRow>(
    sql`select parameters, cadence, kind, confirmed from directory.followed(${hash})`,
  );

export const confirm = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select directory.follow_confirmed(${hash})`);

export const leave = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select directory.unfollow(${hash})`);

export interface SavedRow {
  id: string;
  email: string;
  parameters: string;
  lang: string;
  cadence: string;
  run_at: Date;
  confirmed_at: Date | null;
}
/** For the system alone; others see no row. */
export const findSaved = (ctx: Ctx, id: string): Promise<SavedRow | null> =>
  ctx.tx.maybe<SavedRow>(
    sql`select id, email, parameters, lang, cadence, run_at, confirmed_at from directory.saved_search where id = ${id} for update`,
  );

export const addToken = (ctx: Ctx, hash: string, id: string, kind: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.saved_token (hash, saved_search_id, kind, created_at) values (${hash}, ${id}, ${kind}, kernel.instant())`);

/** Confirmed ones whose day or week is over; an hour is forgiven, so that a digest keeps its time of day. */
export const findDue = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from directory.saved_search where confirmed_at is not null
      and run_at <= kernel.instant() - case cadence when 'daily' then interval '23 hours' else interval '167 hours' end`);

export const setRun = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`update directory.saved_search set run_at = kernel.instant() where id = ${id}`);

export const dropUnconfirmed = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(
    sql`delete from directory.saved_search where confirmed_at is null and created_at < kernel.instant() - interval '7 days'`,
  );
