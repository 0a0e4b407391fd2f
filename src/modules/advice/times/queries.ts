import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface RuleRow {
  id: string;
  deskId: string | null;
  topicId: string | null;
  channel: string | null;
  firstDays: number | null;
  closingDays: number;
  validFrom: string;
  validTo: string | null;
  source: string;
}
/** Rules of a desk and of all, in force or to come. */
export const findRules = (ctx: Ctx, deskId: string | null): Promise<RuleRow[]> =>
  ctx.tx.many<RuleRow>(sql`
    select id, desk_id as "deskId", topic_code as "topicId", channel, first_days as "firstDays", closing_days as "closingDays",
      valid_from as "validFrom", valid_to as "validTo", source
    from advice.answer_time where (desk_id is null or desk_id = ${deskId}::uuid)
    order by desk_id nulls last, topic_code nulls first, channel nulls first, valid_from desc limit 500`);
export const findTopicTree = (ctx: Ctx): Promise<{ code: string; parentCode: string | null }[]> =>
  ctx.tx.many<{ code: string; parentCode: string | null }>(
    sql`select code, parent_code as "parentCode" from advice.topic`,
  );
export const findGeneral = (
  ctx: Ctx,
  code: 'first_answer_days' | 'urgent_answer_days',
  deskId: string,
): Promise<{ value: number | null }> =>
  ctx.tx.one<{ value: number | null }>(sql`select advice.value_of(${code}, ${deskId}::uuid) as value`);
export interface NewRule {
  readonly deskId: string;
  readonly topicCode: string | null;
  readonly channel: string | null;
  readonly firstDays: number | null;
  readonly closingDays: number;
  readonly from: LocalDate;
  readonly source: string;
}
export const insertRule = (ctx: Ctx, r: NewRule): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.answer_time (desk_id, topic_code, channel, first_days, closing_days, valid_from, source)
    values (${r.deskId}, ${r.topicCode}, ${r.channel}, ${r.firstDays}, ${r.closingDays}, ${r.from}, ${r.source})`);
export const endRule = (ctx: Ctx, deskId: string, id: string, to: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update advice.answer_time set valid_to = greatest(valid_from, ${to}::date) where id = ${id} and desk_id = ${deskId}
      and (valid_to is null or valid_to > ${to}::date)`);

export interface TimesRow {
  id: string;
  deskId: string;
  channel: string;
  state: string;
  topicCode: string | null;
  urgent: boolean;
  askedAt: Date;
  firstAnsweredAt: Date | null;
  firstDueOn: string;
  dueOn: string | null;
  closingDueOn: string | null;
}
export const holdTimes = (ctx: Ctx, id: string): Promise<TimesRow | null> =>
  ctx.tx.maybe<TimesRow>(sql`
    select id, desk_id as "deskId", channel, state, topic_code as "topicCode", urgent, asked_at as "askedAt",
      first_answered_at as "firstAnsweredAt", first_due_on as "firstDueOn", due_on as "dueOn", closing_due_on as "closingDueOn"
    from advice.question where id = ${id} for update`);
export const setTimes = (
  ctx: Ctx,
  id: string,
  t: { firstDueOn: LocalDate; dueOn: LocalDate | null; closingDueOn: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set first_due_on = ${t.firstDueOn}, due_on = ${t.dueOn}, closing_due_on = ${t.closingDueOn} where id = ${id}`);
/** Open questions whose days were never counted: those that came while no job ran. */
export const findUncounted = (ctx: Ctx, limit: number): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from advice.question where closing_due_on is null and state <> 'closed' order by asked_at limit ${limit}`);

export const findPauses = (
  ctx: Ctx,
  questionId: string,
): Promise<{ id: string; from: string; to: string | null; settled: boolean }[]> =>
  ctx.tx.many<{ id: string; from: string; to: string | null; settled: boolean }>(sql`
    select id, from_on as "from", to_on as "to", settled from advice.pause where question_id = ${questionId} order by from_on, id`);
export const insertPause = (
  ctx: Ctx,
  p: { id: string; questionId: string; deskId: string; from: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.pause (id, question_id, desk_id, from_on) values (${p.id}, ${p.questionId}, ${p.deskId}, ${p.from})
    on conflict (question_id) where to_on is null do nothing`);
export const endPause = (ctx: Ctx, questionId: string, to: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update advice.pause set to_on = greatest(from_on, ${to}::date) where question_id = ${questionId} and to_on is null`);
export const settlePauses = (ctx: Ctx, questionId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.pause set settled = true where question_id = ${questionId} and to_on is not null and not settled`);

export interface DueRow {
  id: string;
  deskId: string;
  number: string;
  askedAt: Date;
  firstAnsweredAt: Date | null;
  dueOn: string | null;
  closingDueOn: string | null;
  assignee: string | null;
}
/**
 * Open questions of which something may be said on the day: what is awaited falls on it or fell before, or half of the
 * time may be over. Those that wait for the person, and joined ones, are left out; so is an assignee who left the desk.
 */
export const findDue = (ctx: Ctx, today: LocalDate, horizon: LocalDate): Promise<DueRow[]> =>
  ctx.tx.many<DueRow>(sql`
    select q.id, q.desk_id as "deskId", q.number, q.asked_at as "askedAt", q.first_answered_at as "firstAnsweredAt", q.due_on as "dueOn",
      q.closing_due_on as "closingDueOn", w.worker_id as assignee
    from advice.question q left join lateral (select d.worker_id from advice.desk_worker d where d.desk_id = q.desk_id
      and d.worker_id = q.assigned_to and d.valid_from <= ${today}::date and (d.valid_to is null or d.valid_to >= ${today}::date) limit 1) w on true
    where q.state <> 'closed' and q.merged_into is null and not q.is_demo
      and (q.due_on <= ${horizon}::date and not exists (select from advice.reminder r where r.question_id = q.id and r.target = 'first' and r.stage = 'late')
        or q.closing_due_on <= ${horizon}::date and not exists (select from advice.reminder r where r.question_id = q.id and r.target = 'closing' and r.stage = 'late'))
      and not exists (select from advice.pause p where p.question_id = q.id and p.to_on is null)
    order by q.due_on, q.id limit 5000`);
export const findSaid = (
  ctx: Ctx,
  ids: readonly string[],
): Promise<{ questionId: string; target: string; stage: string }[]> =>
  ctx.tx.many<{ questionId: string; target: string; stage: string }>(sql`
    select question_id as "questionId", target, stage from advice.reminder where question_id = any(${ids}::uuid[])`);
export const insertSaid = (
  ctx: Ctx,
  s: { questionId: string; deskId: string; target: string; stage: string; workerId: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.reminder (question_id, desk_id, target, stage, worker_id, sent_at)
    values (${s.questionId}, ${s.deskId}, ${s.target}, ${s.stage}, ${s.workerId}, ${ctx.now}) on conflict do nothing`);
/** Addresses of those at a desk who lead it, or of these workers. */
export const findAddresses = (
  ctx: Ctx,
  today: LocalDate,
): Promise<{ deskId: string; workerId: string; role: string; email: string | null }[]> =>
  ctx.tx.many<{ deskId: string; workerId: string; role: string; email: string | null }>(sql`
    select d.desk_id as "deskId", d.worker_id as "workerId", d.role, w.email from advice.desk_worker d
      join organisations.api_worker w on w.id = d.worker_id
    where d.valid_from <= ${today}::date and (d.valid_to is null or d.valid_to >= ${today}::date)`);
