import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface Times {
  title: string;
  aim: string;
  from: Date;
  to: Date;
  mode: string;
  place: string;
  link: string;
  chair: string | null;
  clerk: string | null;
}
export const addMeeting = (ctx: Ctx, m: Times & { id: string; bodyId: string; seriesId: string | null }) =>
  ctx.tx.run(sql`
    insert into partnerships.meeting (id, body_id, series_id, title, aim, starts_at, ends_at, mode, place, link, chair_id, clerk_id, created_at, updated_at)
    values (${m.id}, ${m.bodyId}, ${m.seriesId}, ${m.title}, ${m.aim}, ${m.from}, ${m.to}, ${m.mode}, ${m.place}, ${m.link}, ${m.chair},
      ${m.clerk}, ${ctx.now}, ${ctx.now})`);

export const addSeries = (ctx: Ctx, s: { id: string; bodyId: string; title: string; rule: string }) =>
  ctx.tx.run(sql`
    insert into partnerships.meeting_series (id, body_id, title, rule, created_at)
    values (${s.id}, ${s.bodyId}, ${s.title}, ${s.rule}, ${ctx.now})`);

export const findSeries = (ctx: Ctx, id: string, bodies: readonly string[]) =>
  ctx.tx.maybe<{ id: string; title: string; rule: string }>(sql`
    select id, title, rule from partnerships.meeting_series where id = ${id} and body_id = any (${bodies}::uuid[])`);

/** `told`: whoever was invited has to hear of it. */
export const change = (ctx: Ctx, id: string, m: Times, told: boolean) =>
  ctx.tx.run(sql`
    update partnerships.meeting set title = ${m.title}, aim = ${m.aim}, starts_at = ${m.from}, ends_at = ${m.to}, mode = ${m.mode},
      place = ${m.place}, link = ${m.link}, chair_id = ${m.chair}, clerk_id = ${m.clerk}, updated_at = ${ctx.now},
      sequence = sequence + case when ${told} then 1 else 0 end, row_version = row_version + 1
    where id = ${id}`);

export const setState = (ctx: Ctx, id: string, state: string, reason: string) =>
  ctx.tx.run(sql`
    update partnerships.meeting set state = ${state}, reason = ${reason}, updated_at = ${ctx.now},
      sequence = sequence + case when ${state} = 'cancelled' then 1 else 0 end, row_version = row_version + 1
    where id = ${id}`);

/** Whoever came to the last meeting of the body comes to the next one too. */
export const lastWorkers = (ctx: Ctx, bodyId: string) =>
  ctx.tx.many<{ worker_id: string | null; institution_id: string | null }>(sql`
    select a.worker_id, a.institution_id from partnerships.attendee a
    where a.worker_id is not null and a.meeting_id = (select m.id from partnerships.meeting m
      where m.body_id = ${bodyId} and m.state in ('called', 'held') order by m.starts_at desc limit 1)`);
