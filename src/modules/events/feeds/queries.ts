import type { Ctx } from '#kernel/context.ts';
import { plannedForValues } from '#kernel/db/planning.ts';
import { sql } from '#kernel/db/tx.ts';

interface Chosen {
  readonly theme: string;
  readonly region: string;
}

/** Ids for a subscribed calendar, as many as a calendar bears: what lies ahead, soonest first, and what lately was. */
export const idsForCalendar = (ctx: Ctx, f: Chosen & { from: Date; ahead: number; behind: number }) =>
  plannedForValues(ctx, () =>
    ctx.tx.many<{ id: string | null }>(sql`
      with chosen as materialized (
        select e.id, e.last_at from events.event e where e.state <> 'draft' and e.last_at >= ${f.from}
          and (${f.theme} = '' or exists (select from events.event_theme t where t.event_id = e.id and t.theme = ${f.theme}))
          and (${f.region} = '' or e.county_code like ${f.region} || '%'))
      (select id from chosen where last_at >= ${ctx.now} order by last_at, id limit ${f.ahead})
      union all
      (select id from chosen where last_at < ${ctx.now} order by last_at desc, id limit ${f.behind})`),
  );

/** What changed last, for the feed of news. */
export const lastChanged = (ctx: Ctx, f: Chosen) =>
  ctx.tx.many<{ id: string }>(sql`
    select e.id from events.event e where e.state <> 'draft'
      and (${f.theme} = '' or exists (select from events.event_theme t where t.event_id = e.id and t.theme = ${f.theme}))
      and (${f.region} = '' or e.county_code like ${f.region} || '%')
    order by e.updated_at desc, e.id limit 50`);
