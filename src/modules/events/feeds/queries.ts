import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

interface Chosen {
  readonly theme: string;
  readonly region: string;
}

/** Ids for a subscribed calendar: what lies ahead and what lately was, as many as a calendar bears. */
export const idsForCalendar = (ctx: Ctx, f: Chosen & { from: Date }) =>
  ctx.tx.many<{ id: string }>(sql`
    select e.id from events.event e where e.state <> 'draft' and e.last_at >= ${f.from}
      and (${f.theme} = '' or exists (select from events.event_theme t where t.event_id = e.id and t.theme = ${f.theme}))
      and (${f.region} = '' or e.county_code like ${f.region} || '%')
    order by e.last_at, e.id limit 500`);

/** What changed last, for the feed of news. */
export const lastChanged = (ctx: Ctx, f: Chosen) =>
  ctx.tx.many<{ id: string }>(sql`
    select e.id from events.event e where e.state <> 'draft'
      and (${f.theme} = '' or exists (select from events.event_theme t where t.event_id = e.id and t.theme = ${f.theme}))
      and (${f.region} = '' or e.county_code like ${f.region} || '%')
    order by e.updated_at desc, e.id limit 50`);
