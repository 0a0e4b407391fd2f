import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Period } from '../cooperation/schema.ts';

/** The voivodeship of the acting institution, as the database knows it. */
export const findRegion = (ctx: Ctx): Promise<{ code: string | null; name: string | null }> =>
  ctx.tx.one<{ code: string | null; name: string | null }>(sql`
    select r.code, (select v.name from territory.api_voivodeship v where v.code = r.code) as name
    from (select partnerships.my_region() as code) r`);

export interface LineRow {
  id: string | null;
  name: string | null;
  countyCode: string | null;
  county: string | null;
  state: string | null;
  startedOn: string | null;
  members: number | null;
  contacts: number | null;
  agreementFrom: string | null;
  agreementTo: string | null;
  meetingsHeld: number | null;
  meetingsPlanned: number | null;
  published: boolean | null;
}
export const findLines = (ctx: Ctx, voivodeship: string, { from, to }: Period): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select partnership_id as id, name, county_code as "countyCode", county, state, started_on as "startedOn", members, contacts,
      agreement_from as "agreementFrom", agreement_to as "agreementTo", meetings_held as "meetingsHeld", meetings_planned as "meetingsPlanned", published
    from partnerships.region_lines(${voivodeship}, ${from}::date, ${to}::date)`);

/** Meetings of Partner Groups that the reader's institution takes part in, to come. */
export const findGroupMeetings = (
  ctx: Ctx,
  voivodeship: string,
): Promise<{ id: string; title: string; body: string; startsAt: Date; endsAt: Date; place: string }[]> =>
  ctx.tx.many<{ id: string; title: string; body: string; startsAt: Date; endsAt: Date; place: string }>(sql`
    select m.id, m.title, b.name as body, m.starts_at as "startsAt", m.ends_at as "endsAt", m.place
    from partnerships.body b join partnerships.meeting m on m.body_id = b.id
    where b.kind = 'group' and b.voivodeship_code = ${voivodeship} and m.state in ('planned', 'called') and m.ends_at >= ${ctx.now}
    order by m.starts_at limit 20`);
