import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface LookRow {
  day: string | null;
  first_at: Date | null;
  last_at: Date | null;
  worker_name: string | null;
  institution_name: string | null;
  institution_type: string | null;
  kind: string | null;
  purpose: string | null;
  classes: string[] | null;
  objects: string[] | null;
  emergency: boolean | null;
  total: number | null;
}

/** By day, worker, purpose and kind, newest first. The same conditions count and list. */
export const findLooks = (
  ctx: Ctx,
  f: {
    institution: string | null;
    kind: string | null;
    from: LocalDate | null;
    to: LocalDate | null;
    limit: number;
    offset: number;
  },
) =>
  ctx.tx.many<LookRow>(sql`
    with entry as (
      select e.id, e.day, e.at, e.object_type = 'emergency' as emergency, e.worker_id, e.institution_id, e.purpose, e.classes, e.object_type,
        case when e.action in ('export', 'print') then 'taken' when e.action like 'view%' then 'seen' else 'changed' end as kind
      from participant.access_log e
    ), grouped as (
      select e.day, e.worker_id, e.institution_id, e.purpose, e.kind, e.emergency, min(e.at) as first_at, max(e.at) as last_at,
        array_remove(array_agg(distinct e.class), null) as classes, array_agg(distinct e.object_type) as objects
      from (select entry.*, unnest(case when entry.classes = '{}' then array[null] else entry.classes end) as class from entry) e
      where (${f.institution}::uuid is null or e.institution_id = ${f.institution}::uuid)
        and (${f.kind}::text is null or e.kind = ${f.kind}::text)
        and (${f.from}::date is null or e.day >= ${f.from}::date)
        and (${f.to}::date is null or e.day <= ${f.to}::date)
      group by e.day, e.worker_id, e.institution_id, e.purpose, e.kind, e.emergency
    )
    select g.day, g.first_at, g.last_at, v.name as worker_name, i.short_name as institution_name, i.type as institution_type,
      g.kind, g.purpose, g.classes, g.objects, g.emergency, count(*) over ()::int as total
    from grouped g
    left join (select w.worker_id, w.name from participant.api_viewers() w) v on v.worker_id = g.worker_id
    left join organisations.api_institution i on i.id = g.institution_id
    order by g.last_at desc, g.kind limit ${f.limit} offset ${f.offset}`);

/** Institutions that stand in the log, for the filter. */
export const findLookers = (ctx: Ctx) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(sql`
    select i.id, i.short_name as name from organisations.api_institution i
    where i.id in (select e.institution_id from participant.access_log e) order by i.short_name`);

export const findRights = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    institution_name: string | null;
    institution_type: string | null;
    data_class: string | null;
    article: string | null;
    consent_id: string | null;
    valid_from: Date | null;
    valid_to: Date | null;
  }>(sql`
    select institution_name, institution_type, data_class, article, consent_id, valid_from, valid_to
    from cases.api_grants(${caseId}::uuid)`);
