import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** The middle of a gmina's localities, and its county. */
export const findGminaPoint = (
  ctx: Ctx,
  gminaId: string,
): Promise<{ lat: number | null; lon: number | null; county_code: string | null } | null> =>
  ctx.tx.maybe<{ lat: number | null; lon: number | null; county_code: string | null }>(sql`
    select avg(lat) as lat, avg(lon) as lon, max(county_code) as county_code from territory.api_locality
    where gmina_id = ${gminaId}`);

export interface NearbyRow {
  id: string;
  entity_id: string;
  entity: string;
  institution_id: string | null;
  name: string;
  kind: string;
  locality: string | null;
  street: string | null;
  km: number | null;
  places_free: number | null;
  places_on: string | null;
  rules: string[] | null;
  phone: string;
}
/** Support of active entities: free places first, then the nearest; only what is open to the county and the age. */
export const findNearby = (
  ctx: Ctx,
  q: {
    kinds: readonly string[] | null;
    age: number | null;
    gmina: string | null;
    county: string | null;
    lat: number | null;
    lon: number | null;
    within: number;
    limit: number;
  },
): Promise<NearbyRow[]> =>
  ctx.tx.many<NearbyRow>(sql`
    with open as (
      select s.id, s.entity_id, e.short_name as entity, case when s.takes_referrals then e.institution_id end as institution_id,
        s.name, s.kind, p.locality, p.street, p.county_code, s.places_free, s.places_on, e.phone,
        directory.km(${q.lat}::double precision, ${q.lon}::double precision, p.lat, p.lon) as km,
        (select array_agg(g.rule || ':' || g.value order by g.rule, g.value) from directory.eligibility g where g.support_id = s.id) as rules
      from directory.support s
        join directory.entity e on e.id = s.entity_id
        left join directory.place p on p.entity_id = e.id and (p.id = s.place_id or (s.place_id is null and p.is_main))
      where s.active and e.state = 'active'
        and (${q.kinds}::text[] is null or s.kind = any(${q.kinds}::text[]))
        and (${q.age}::int is null or ((s.minimum_age is null or s.minimum_age <= ${q.age}) and (s.maximum_age is null or s.maximum_age >= ${q.age})))
        and not exists (select from directory.eligibility g where g.support_id = s.id and g.rule = 'county'
          having count(*) > 0 and not coalesce(bool_or(g.value = ${q.county}), false))
        and not exists (select from directory.eligibility g where g.support_id = s.id and g.rule = 'gmina'
          having count(*) > 0 and not coalesce(bool_or(g.value = ${q.gmina}), false)))
    select id, entity_id, entity, institution_id, name, kind, locality, street, km, places_free, places_on, rules, phone from open
    where km <= ${q.within} or county_code = ${q.county}
    order by coalesce(places_free, 1) > 0 desc, institution_id is not null desc, km nulls last, name, id limit ${q.limit}`);
