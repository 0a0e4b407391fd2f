import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { ListQuery } from './schema.ts';
import { PAGE_SIZE } from './schema.ts';

/** Whom the list is for: everything of the institution for those who oversee it, otherwise what is assigned. */
const audience = (ctx: Ctx): string => (ctx.actor.wide ? ctx.actor.institutionId : ctx.actor.subjectId);

export interface LineRow {
  id: string;
  number: string;
  state: string;
  waits_for: string;
  waits_until: string | null;
  institution_name: string | null;
  institution_type: string | null;
  worker_name: string | null;
  given_name: string | null;
  family_name: string | null;
  unidentified_label: string | null;
}

/**
 * One page of the list. The counter below has the very same conditions. The page is cut before names are looked up, so
 * that the head of a large office does not pay for thousands of them.
 */
export const findLines = (ctx: Ctx, q: ListQuery, today: LocalDate): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select c.id, c.number, c.state, c.waits_for, c.waits_until, i.short_name as institution_name, i.type as institution_type,
      w.name as worker_name, p.given_name, p.family_name, p.unidentified_label
    from (
      select c.id, c.number, c.state, c.waits_for, c.waits_until, c.person_id, c.waits_institution_id, c.waits_worker_id,
        row_number() over (order by
          case when ${q.sort}::text = 'until' then c.waits_until end asc nulls last,
          case when ${q.sort}::text = '-until' then c.waits_until end desc nulls last,
          case when ${q.sort}::text = 'number' then c.number end asc,
          case when ${q.sort}::text = '-number' then c.number end desc,
          case when ${q.sort}::text = 'state' then c.state end asc,
          case when ${q.sort}::text = '-state' then c.state end desc,
          c.number desc, c.id) as position
      from cases.shared_case c
      where c.audience @> array[${audience(ctx)}]::uuid[]
        and (${q.state}::text = '' or c.state = ${q.state}::text)
        and (${q.state}::text <> '' or c.state not in ('archived', 'rejected', 'withdrawn', 'erased'))
        and (${q.q}::text = '' or c.number like '%' || ${q.q}::text || '%'
          or exists (select from cases.person p where p.id = c.person_id and p.search like '%' || kernel.plain(${q.q}::text) || '%'))
        and (${q.view}::text <> 'late' or c.waits_until < ${today}::date)
        and (${q.view}::text not in ('mine', 'others') or c.waits_for <> 'nothing')
        and (${q.view}::text not in ('mine', 'others') or (${q.view}::text = 'mine') = (coalesce(c.waits_worker_id = ${ctx.actor.subjectId}::uuid, false)
          or (${ctx.actor.wide}::boolean and c.waits_worker_id is null and coalesce(c.waits_institution_id = ${ctx.actor.institutionId}::uuid, false))))
      order by position limit ${q.size ?? PAGE_SIZE} offset ${(q.page - 1) * PAGE_SIZE}
    ) c
    left join cases.person p on p.id = c.person_id
    left join organisations.api_institution i on i.id = c.waits_institution_id
    left join organisations.api_worker w on w.id = c.waits_worker_id
    order by c.position`);

export const countLines = (ctx: Ctx, q: ListQuery, today: LocalDate): Promise<{ total: number | null }> =>
  ctx.tx.one<{ total: number | null }>(sql`
    select count(*)::int as total
    from cases.shared_case c
    where c.audience @> array[${audience(ctx)}]::uuid[]
      and (${q.state}::text = '' or c.state = ${q.state}::text)
      and (${q.state}::text <> '' or c.state not in ('archived', 'rejected', 'withdrawn', 'erased'))
      and (${q.q}::text = '' or c.number like '%' || ${q.q}::text || '%'
        or exists (select from cases.person p where p.id = c.person_id and p.search like '%' || kernel.plain(${q.q}::text) || '%'))
      and (${q.view}::text <> 'late' or c.waits_until < ${today}::date)
      and (${q.view}::text not in ('mine', 'others') or c.waits_for <> 'nothing')
      and (${q.view}::text not in ('mine', 'others') or (${q.view}::text = 'mine') = (coalesce(c.waits_worker_id = ${ctx.actor.subjectId}::uuid, false)
        or (${ctx.actor.wide}::boolean and c.waits_worker_id is null and coalesce(c.waits_institution_id = ${ctx.actor.institutionId}::uuid, false))))`);

export interface CountsRow {
  open: number | null;
  mine: number | null;
  late: number | null;
}
export const countWork = (ctx: Ctx, today: LocalDate): Promise<CountsRow> =>
  ctx.tx.one<CountsRow>(sql`
    select count(*)::int as open,
      count(*) filter (where waits_for <> 'nothing' and (waits_worker_id = ${ctx.actor.subjectId}::uuid
        or (${ctx.actor.wide}::boolean and waits_worker_id is null and waits_institution_id = ${ctx.actor.institutionId}::uuid)))::int as mine,
      count(*) filter (where waits_until < ${today}::date)::int as late
    from cases.shared_case
    where audience @> array[${audience(ctx)}]::uuid[] and state not in ('archived', 'rejected', 'withdrawn', 'erased')`);

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
    from cases.session s left join cases.attendance a on a.session_id = s.id and a.dropped_at is null
    where s.institution_id = ${ctx.actor.institutionId} and s.starts_at >= ${from} and s.starts_at < ${to} and s.cancelled_at is null
      and (${ctx.actor.wide}::boolean or s.worker_id = ${ctx.actor.subjectId}::uuid)
    group by s.id order by s.starts_at limit 12`);

export const countInbox = (ctx: Ctx): Promise<{ total: number | null }> =>
  ctx.tx.one<{ total: number | null }>(sql`
    select count(*)::int as total from cases.referral
    where recipient_institution_id = ${ctx.actor.institutionId} and state in ('sent', 'seen')`);

export const findAnswers = (
  ctx: Ctx,
  since: Date,
): Promise<{ name: string | null; type: string | null; sent_at: Date | null; answered_at: Date | null }[]> =>
  ctx.tx.many<{
    name: string | null;
    type: string | null;
    sent_at: Date | null;
    answered_at: Date | null;
  }>(sql`
    select i.short_name as name, i.type, r.sent_at, r.answered_at
    from cases.referral r join organisations.api_institution i on i.id = r.recipient_institution_id
    where r.sender_institution_id = ${ctx.actor.institutionId} and r.answered_at >= ${since}
    order by r.answered_at desc limit 400`);

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
