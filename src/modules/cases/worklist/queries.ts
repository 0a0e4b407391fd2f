import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ListQuery } from './schema.ts';
import { PAGE_SIZE } from './schema.ts';

/** Whom the list is for: everything of the institution for those who oversee it, otherwise what is assigned. */
const audience = (ctx: Ctx): string => (ctx.actor.wide ? ctx.actor.institutionId : ctx.actor.subjectId);

export interface LineRow {
  /** Of everything the filters leave, not of the page alone: so many, so many that wait for the actor, so many late. */
  total: number | null;
  mine: number | null;
  late: number | null;
  /** Null in the one row that a page beyond the last has. */
  id: string | null;
  number: string | null;
  state: string | null;
  waits_for: string | null;
  waits_until: string | null;
  institution_name: string | null;
  institution_type: string | null;
  worker_name: string | null;
  given_name: string | null;
  family_name: string | null;
  unidentified_label: string | null;
  /** Where the list has the number twice: each partnership counts its own cases. */
  partnership_name: string | null;
}

/**
 * One page of the list, and its counters in every row. The cases are gone through once, because for each of them the
 * database decides anew whether it may be seen: the head of a large office has thousands. Names are looked up for the
 * page alone.
 */
export const findLines = (ctx: Ctx, q: ListQuery, today: LocalDate): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    with found as materialized (
      select c.id, c.number, c.partnership_id, c.state, c.waits_for, c.waits_until, c.person_id, c.waits_institution_id, c.waits_worker_id, m.mine
      from cases.shared_case c
      cross join lateral (select c.waits_for <> 'nothing' and coalesce(c.waits_worker_id = ${ctx.actor.subjectId}::uuid
        or (${ctx.actor.wide}::boolean and c.waits_worker_id is null and c.waits_institution_id = ${ctx.actor.institutionId}::uuid), false) as mine) m
      where c.audience @> array[${audience(ctx)}]::uuid[]
        and (${q.state}::text = '' or c.state = ${q.state}::text)
        and (${q.state}::text <> '' or c.state not in ('archived', 'rejected', 'withdrawn', 'erased'))
        and (${q.q}::text = '' or c.number like '%' || ${q.q}::text || '%' or c.id in (select cases.api_named(${q.q}::text)))
        and (${q.view}::text <> 'late' or c.waits_until < ${today}::date)
        and (${q.view}::text <> 'mine' or m.mine)
        and (${q.view}::text <> 'others' or (c.waits_for <> 'nothing' and not m.mine))
    ), page as (
      select found.*, row_number() over (order by
          case when ${q.sort}::text = 'until' then waits_until end asc nulls last,
          case when ${q.sort}::text = '-until' then waits_until end desc nulls last,
          case when ${q.sort}::text = 'number' then number end asc,
          case when ${q.sort}::text = '-number' then number end desc,
          case when ${q.sort}::text = 'state' then state end asc,
          case when ${q.sort}::text = '-state' then state end desc,
          number desc, id) as position, count(*) over (partition by number) > 1 as repeated
      from found order by position limit ${q.size ?? PAGE_SIZE} offset ${(q.page - 1) * PAGE_SIZE}
    )
    select n.total, n.mine, n.late, l.id, l.number, l.state, l.waits_for, l.waits_until, i.short_name as institution_name,
      i.type as institution_type, w.name as worker_name, p.given_name, p.family_name, p.unidentified_label,
      case when l.repeated then (select m.partnership_name from partnerships.api_membership m
        where m.partnership_id = l.partnership_id limit 1) end as partnership_name
    from (
      select count(*)::int as total, (count(*) filter (where mine))::int as mine,
        (count(*) filter (where waits_until < ${today}::date))::int as late
      from found
    ) n
    left join page l on true
    left join cases.person p on p.id = l.person_id
    left join organisations.api_institution i on i.id = l.waits_institution_id
    left join organisations.api_worker w on w.id = l.waits_worker_id
    order by l.position`);

export interface SessionRow {
  id: string;
  title: string;
  starts_at: Date;
  place: string;
  expected: number | null;
  unmarked: number | null;
}
/** Sessions of the institution between two instants: the worker's own, or all for those who oversee. */
export const findSessions = (ctx: Ctx, from: Date, to: Date): Promise<SessionRow[]> =>
  ctx.tx.many<SessionRow>(sql`
    select s.id, s.title, s.starts_at, s.place, count(a.id)::int as expected, (count(a.id) filter (where a.mark is null))::int as unmarked
    from cases.session s left join cases.expected a on a.session_id = s.id
    where s.institution_id = ${ctx.actor.institutionId} and s.starts_at >= ${from} and s.starts_at < ${to} and s.cancelled_at is null
      and (${ctx.actor.wide}::boolean or s.worker_id = ${ctx.actor.subjectId}::uuid)
    group by s.id having s.group_id is not null or count(a.id) > 0 order by s.starts_at limit 12`);

export const countInbox = (ctx: Ctx): Promise<{ total: number | null }> =>
  ctx.tx.one<{ total: number | null }>(sql`
    select count(*)::int as total from cases.referral
    where recipient_institution_id = ${ctx.actor.institutionId} and state in ('sent', 'seen')`);

export interface AnswersRow {
  name: string | null;
  type: string | null;
  sent_on: string | null;
  answered_on: string | null;
  times: number | null;
}
/**
 * The latest referrals answered, by institution and the days (in Warsaw) between which they waited: the office's for
 * those who oversee it, otherwise one's own. The sender is compared before row-level security decides about the rest.
 */
export const findAnswers = (ctx: Ctx, since: Date): Promise<AnswersRow[]> =>
  ctx.tx.many<AnswersRow>(sql`
    select i.short_name as name, i.type, r.sent_on, r.answered_on, count(*)::int as times
    from (
      select recipient_institution_id, (sent_at at time zone 'Europe/Warsaw')::date as sent_on,
        (answered_at at time zone 'Europe/Warsaw')::date as answered_on
      from cases.referral
      where sender_institution_id = ${ctx.actor.institutionId} and answered_at >= ${since}
        and (${ctx.actor.wide}::boolean or sender_worker_id = ${ctx.actor.subjectId}::uuid)
      order by answered_at desc limit 200
    ) r join organisations.api_institution i on i.id = r.recipient_institution_id
    group by i.id, i.short_name, i.type, r.sent_on, r.answered_on`);

export interface ProcessRow {
  id: string | null;
  number: string | null;
  state: string | null;
  state_since: Date | null;
  waits_for: string | null;
  waits_until: string | null;
  institution_name: string | null;
  institution_type: string | null;
}
export const findProcess = (ctx: Ctx, partnershipId: string): Promise<ProcessRow[]> =>
  ctx.tx.many<ProcessRow>(sql`
    select p.id, p.number, p.state, p.state_since, p.waits_for, p.waits_until, i.short_name as institution_name, i.type as institution_type
    from cases.api_process(${partnershipId}::uuid) p
    left join organisations.api_institution i on i.id = p.waits_institution_id
    order by p.waits_until nulls last, p.number limit 2000`);
