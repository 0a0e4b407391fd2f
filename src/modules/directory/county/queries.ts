import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Entities by type, offers by category, and freshness, in one reading. */
export const countCounty = (
  ctx: Ctx,
  code: string,
  ageing: LocalDate,
  unconfirmed: LocalDate,
): Promise<{ facet: string | null; code: string | null; n: number | null }[]> =>
  ctx.tx.many<{ facet: string | null; code: string | null; n: number | null }>(sql`
    with base as (select * from directory.listing where county_code = ${code} and state <> 'deregistered')
    select 'total' as facet, '' as code, count(*)::int as n from base
    union all select 'offers', '', coalesce(sum(offers), 0)::int from base
    union all select 'type', type, count(*)::int from base group by type
    union all select 'category', o.category, count(*)::int from base b join directory.offer o on o.entity_id = b.entity_id where o.active group by o.category
    union all select 'freshness', case when confirmed_on > ${ageing}::date then 'confirmed' when confirmed_on > ${unconfirmed}::date then 'ageing' else 'unconfirmed' end, count(*)::int
      from base group by 2`);

export interface SupportRow {
  id: string;
  entity_id: string;
  entity_name: string;
  name: string;
  kind: string;
  places_free: number | null;
  places_on: string | null;
  takes_referrals: boolean;
  locality: string;
}
export const findFreeSupports = (ctx: Ctx, code: string): Promise<SupportRow[]> =>
  ctx.tx.many<SupportRow>(sql`
    select s.id, s.entity_id, l.name as entity_name, s.name, s.kind, s.places_free, s.places_on, s.takes_referrals, l.locality
    from directory.listing l join directory.support s on s.entity_id = l.entity_id
    where l.county_code = ${code} and l.state = 'active' and s.active and s.places_free > 0
    order by s.takes_referrals desc, s.places_free desc, s.name limit 50`);

export interface EntityRow {
  id: string;
  name: string;
  type: string;
  lat: number | null;
  lon: number | null;
}
export const findCountyEntities = (ctx: Ctx, code: string): Promise<EntityRow[]> =>
  ctx.tx.many<EntityRow>(sql`
    select entity_id as id, name, type, lat, lon from directory.listing
    where county_code = ${code} and state <> 'deregistered' order by name limit 500`);
