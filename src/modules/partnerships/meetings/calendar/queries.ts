import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const addLink = (ctx: Ctx, hash: string) =>
  ctx.tx.run(sql`
    insert into partnerships.calendar_link (hash, worker_id, created_at) values (${hash}, ${ctx.actor.subjectId}, ${ctx.now})`);
export const findLinks = (ctx: Ctx) =>
  ctx.tx.many<{ hash: string; created_at: Date }>(sql`
    select hash, created_at from partnerships.calendar_link where worker_id = ${ctx.actor.subjectId} and ended_at is null order by created_at`);
export const endLinks = (ctx: Ctx) =>
  ctx.tx.run(sql`
    update partnerships.calendar_link set ended_at = ${ctx.now} where worker_id = ${ctx.actor.subjectId} and ended_at is null`);
export const isKnown = (ctx: Ctx, hash: string) =>
  ctx.tx.one<{ known: boolean | null }>(sql`select partnerships.calendar_known(${hash}) as known`);

export interface EntryRow {
  id: string | null;
  title: string | null;
  starts_at: Date | null;
  ends_at: Date | null;
  mode: string | null;
  place: string | null;
  link: string | null;
  state: string | null;
  sequence: number | null;
  updated_at: Date | null;
  body_name: string | null;
}
export const findEntries = (ctx: Ctx, hash: string) =>
  ctx.tx.many<EntryRow>(sql`
    select id, title, starts_at, ends_at, mode, place, link, state, sequence, updated_at, body_name from partnerships.calendar_of(${hash})`);
