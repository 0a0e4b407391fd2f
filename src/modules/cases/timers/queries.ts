import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Cases whose day has come and that were not reminded of for this kind yet. Referrals remind by themselves. */
export const findDue = (ctx: Ctx, kind: string, until: LocalDate) =>
  ctx.tx.many<{ id: string; waits_for: string; waits_until: string | null }>(sql`
    select c.id, c.waits_for, c.waits_until from cases.shared_case c
    where c.waits_until <= ${until}::date
      and c.waits_for not in ('nothing', 'send_referral', 'answer_referral', 'answer_question', 'start')
      and c.state not in ('draft', 'archived', 'rejected', 'withdrawn', 'erased')
      and not exists (select from cases.reminder r where r.case_id = c.id and r.waits_for = c.waits_for
        and r.waits_until = c.waits_until and r.kind = ${kind})
    order by c.waits_until, c.id`);

/** True when it was not there before: two runs at once remind once. */
export const noteReminder = (
  ctx: Ctx,
  r: { caseId: string; waitsFor: string; waitsUntil: LocalDate; kind: string },
) =>
  ctx.tx.run(sql`
    insert into cases.reminder (case_id, waits_for, waits_until, kind, at)
    values (${r.caseId}, ${r.waitsFor}, ${r.waitsUntil}, ${r.kind}, ${ctx.now}) on conflict do nothing`);

export const findTargets = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ worker_id: string | null; email: string | null; role: string | null }>(
    sql`select worker_id, email, role from cases.api_reminder_targets(${caseId}::uuid)`,
  );

export const closeDue = (ctx: Ctx) =>
  ctx.tx.one<{ n: number | null }>(sql`select cases.api_close_due() as n`);
export const missFollowUps = (ctx: Ctx) =>
  ctx.tx.one<{ n: number | null }>(sql`select cases.api_miss_follow_ups() as n`);
export const standIn = (ctx: Ctx) => ctx.tx.one<{ n: number | null }>(sql`select cases.api_stand_in() as n`);

export const eraseDue = (ctx: Ctx) =>
  ctx.tx.many<{ case_id: string | null }>(sql`select case_id from cases.api_erase_due()`);
export const eraseContent = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ done: string | null }>(sql`select cases.erase_content(${caseId}::uuid)::text as done`);

/** Workers of partners who were on the case when it was withdrawn. */
export const findPartners = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ email: string | null }>(sql`
    select distinct w.email from cases.assignment a
    join cases.shared_case c on c.id = a.case_id and c.lead_institution_id <> a.institution_id
    join organisations.api_worker w on w.id = a.worker_id and (w.employed_to is null or w.employed_to >= kernel.today())
    where a.case_id = ${caseId} and (a.valid_to is null or a.valid_to > kernel.instant())`);
