import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface FactsRow {
  id: string;
  name: string;
  county: string | null;
  voivodeshipCode: string | null;
  startedOn: string;
  state: string;
  published: boolean;
  hosts: boolean | null;
  gminas: number | null;
  rural: number | null;
  city: boolean | null;
  inhabitants: number | null;
  terms: (string | null)[] | null;
}
/** Published partnerships of the whole country, and this one. Targets of people and problems alone are compared. */
export const findFacts = (ctx: Ctx, id: string): Promise<FactsRow[]> =>
  ctx.tx.many<FactsRow>(sql`
    with a as (
      select a.partnership_id, count(*)::int as gminas, (count(*) filter (where g.kind = 'rural'))::int as rural
      from partnerships.area a join territory.api_gmina g on g.id = a.gmina_id group by 1
    ), t as (
      select t.partnership_id, array_agg(t.code order by t.code) as terms
      from partnerships.profile_term t join partnerships.network_term w on w.code = t.code where w.kind in ('group', 'problem') group by 1
    )
    select p.id, p.name, c.name as county, c.voivodeship_code as "voivodeshipCode", p.started_on as "startedOn", p.state,
      f.published_on is not null as published, f.hosts, a.gminas, a.rural, c.kind = 'city' as city, n.inhabitants, t.terms
    from partnerships.partnership p left join partnerships.profile f on f.partnership_id = p.id
    left join a on a.partnership_id = p.id left join t on t.partnership_id = p.id
    left join territory.api_county c on c.code = p.county_code left join territory.api_population n on n.area_code = p.county_code
    where p.id = ${id} or f.published_on is not null`);
