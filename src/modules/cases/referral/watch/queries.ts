import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';

export interface OpenRow {
  id: string;
  state: string;
  sent_at: Date | null;
  due_on: string | null;
  reminded_at: Date | null;
  escalated_at: Date | null;
}
/** Open referrals, one batch after another by id: the job sees dates and states, never content. */
export const findOpen = (ctx: Ctx, after: string, limit: number): Promise<OpenRow[]> =>
  ctx.tx.many<OpenRow>(sql`
    select id, state, sent_at, due_on, reminded_at, escalated_at from cases.referral
    where state in ('sent', 'seen', 'needs_info') and id > ${after}
    order by id limit ${limit}`);

export const setReminded = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`update cases.referral set reminded_at = ${ctx.now} where id = ${id}`);

export const setEscalated = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`update cases.referral set escalated_at = ${ctx.now} where id = ${id}`);

export const expire = (ctx: Ctx, id: string): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(
    sql`select cases.api_expire_referral(${id}::uuid, ${newId()}::uuid) as done`,
  );

export interface WatcherRow {
  email: string | null;
  role: string | null;
}
/** Whom to write to: the worker who handles it or the stand-in of the day, the sender, the heads, everybody who may answer. */
export const findWatchers = (ctx: Ctx, id: string, today: string): Promise<WatcherRow[]> =>
  ctx.tx.many<WatcherRow>(
    sql`select email, role from cases.api_referral_watchers(${id}::uuid, ${today}::date)`,
  );

/** The common mailbox of the recipient, where it has one. */
export const findOfficeMail = (ctx: Ctx, id: string): Promise<{ email: string | null } | null> =>
  ctx.tx.maybe<{ email: string | null }>(sql`
    select i.email from cases.referral r join organisations.api_institution i on i.id = r.recipient_institution_id
    where r.id = ${id} and i.email <> ''`);

/** The coordinator of a case or their stand-in; without one the heads of the institution that leads it. */
export const findCoordinatorMail = (
  ctx: Ctx,
  caseId: string,
  today: string,
): Promise<{ email: string | null }[]> =>
  ctx.tx.many<{ email: string | null }>(sql`
    select w.email from cases.shared_case c
    left join organisations.api_absence a on a.worker_id = c.coordinator_id and ${today}::date between a.from_on and a.to_on
    join organisations.api_worker w on w.id = coalesce(a.stand_in_id, c.coordinator_id)
    where c.id = ${caseId}
    union
    select w.email from cases.shared_case c
    join organisations.api_function f on f.institution_id = c.lead_institution_id and f.function = 'head'
      and f.valid_from <= ${today}::date and (f.valid_to is null or f.valid_to >= ${today}::date)
    join organisations.api_worker w on w.id = f.worker_id
    where c.id = ${caseId} and c.coordinator_id is null`);

/** Counts of searches older than a day limit nobody any more. */
export const forgetSearches = (ctx: Ctx): Promise<number> =>
  ctx.tx.run(sql`delete from cases.search_made where at < ${ctx.now}::timestamptz - interval '1 day'`);
