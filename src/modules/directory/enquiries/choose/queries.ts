import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Enquiry } from '../schema.ts';

export interface CandidateRow {
  id: string;
  name: string;
  locality: string;
  confirmedOn: string | null;
  reachable: boolean | null;
  km: number | null;
  serves: boolean | null;
  offers: string | null;
  byCategory: boolean | null;
  byCpv: boolean | null;
  rangeKm: number | null;
  capacity: number | null;
  reserved: boolean | null;
}
/** Working entities with an offer of the category or the code, the nearest first; and those the buyer came with. */
export const findCandidates = (ctx: Ctx, e: Enquiry, limit: number): Promise<CandidateRow[]> =>
  ctx.tx.many<CandidateRow>(sql`
    select l.entity_id as id, l.name, l.locality, l.confirmed_on as "confirmedOn", (n.email <> '' or n.institution_id is not null) as reachable,
      case when ${e.lat}::float8 is null then null else directory.km(${e.lat}::float8, ${e.lon}::float8, l.lat, l.lon) end as km,
      coalesce(${e.countyCode}::text = any(l.counties), false) as serves, m.offers, m.by_category as "byCategory", m.by_cpv as "byCpv",
      m.range_km as "rangeKm", m.capacity, m.reserved
    from directory.listing l join directory.entity n on n.id = l.entity_id
    left join lateral (
      select string_agg(o.name, ', ' order by o.name) as offers, bool_or(o.category = ${e.category}) as by_category, bool_or(c.fits) as by_cpv,
        max(o.range_km) as range_km, max(o.capacity) as capacity,
        bool_or(case when ${e.reservedBasis}::text is null then o.reserved_basis <> '{}' else ${e.reservedBasis}::text = any(o.reserved_basis) end) as reserved
      from directory.offer o cross join lateral (
        select exists (select from directory.offer_code c, unnest(${e.cpv}::text[]) as asked (code)
          where c.offer_id = o.id and c.taxonomy = 'cpv'
            and (starts_with(c.code, rtrim(asked.code, '0')) or starts_with(asked.code, rtrim(c.code, '0')))) as fits
      ) c
      where o.entity_id = l.entity_id and o.active and (o.category = ${e.category} or c.fits)
    ) m on true
    where l.state = 'active' and (l.entity_id = any(${e.wanted}::uuid[])
      or (m.offers is not null and (${e.countyCode}::text = any(l.counties)
        or ${e.lat}::float8 is not null or ${e.countyCode}::text is null or left(${e.countyCode}::text, 2) = l.voivodeship_code)))
    order by l.entity_id = any(${e.wanted}::uuid[]) desc,
      coalesce(directory.km(${e.lat}::float8, ${e.lon}::float8, l.lat, l.lon), 1000), l.confirmed_on desc nulls last, l.entity_id
    limit ${limit}`);

export const dropUnsent = (ctx: Ctx, enquiryId: string): Promise<number> =>
  ctx.tx.run(
    sql`delete from directory.enquiry_recipient where enquiry_id = ${enquiryId} and sent_at is null`,
  );

export const addRecipients = (
  ctx: Ctx,
  enquiryId: string,
  ids: readonly string[],
  entities: readonly string[],
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.enquiry_recipient (id, enquiry_id, entity_id)
    select g.id, ${enquiryId}, g.entity_id from unnest(${ids}::uuid[], ${entities}::uuid[]) as g (id, entity_id)`);

export const findRecipients = (ctx: Ctx, enquiryId: string): Promise<{ id: string; entity_id: string }[]> =>
  ctx.tx.many<{ id: string; entity_id: string }>(
    sql`select id, entity_id from directory.enquiry_recipient where enquiry_id = ${enquiryId} order by id`,
  );

/** @returns 1 when this call moved it on, 0 when somebody had before */
export const setConfirming = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`update directory.enquiry set state = 'confirming' where id = ${id} and state = 'draft'`);

export const setSent = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update directory.enquiry set state = 'sent', sent_at = kernel.instant() where id = ${id} and state in ('draft', 'confirming')`);

export const sendRecipients = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(
    sql`update directory.enquiry_recipient set sent_at = kernel.instant() where enquiry_id = ${id} and sent_at is null`,
  );

export const dropRefused = (ctx: Ctx, id: string, entities: readonly string[]): Promise<number> =>
  ctx.tx.run(sql`
    delete from directory.enquiry_recipient where enquiry_id = ${id} and sent_at is null and entity_id = any(${entities}::uuid[])`);
