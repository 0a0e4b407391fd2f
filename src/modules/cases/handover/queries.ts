import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findObligations = (ctx: Ctx, workerId: string) =>
  ctx.tx.many<{
    kind: string | null;
    object_id: string | null;
    case_id: string | null;
    number: string | null;
    state: string | null;
    until: string | null;
  }>(sql`
    select kind, object_id, case_id, number, state, until from cases.api_obligations(${workerId}::uuid)
    order by until nulls last, number`);

export const handOver = (ctx: Ctx, from: string, to: string) =>
  ctx.tx.one<{ n: number | null }>(sql`select cases.api_hand_over(${from}::uuid, ${to}::uuid) as n`);

export const findAssignable = (ctx: Ctx) =>
  ctx.tx.many<{ worker_id: string | null; name: string | null; functions: string[] | null }>(
    sql`select worker_id, name, functions from cases.api_assignable()`,
  );

export const findAssigned = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ worker_id: string; name: string | null; role: string }>(sql`
    select a.worker_id, w.name, a.role from cases.assignment a left join organisations.api_worker w on w.id = a.worker_id
    where a.case_id = ${caseId} and a.institution_id = ${ctx.actor.institutionId}
      and a.valid_from <= ${ctx.now} and (a.valid_to is null or a.valid_to > ${ctx.now})
    order by a.role, w.name`);

export const findLock = (ctx: Ctx, caseId: string, workerId: string) =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from cases.case_lock where case_id = ${caseId} and worker_id = ${workerId}
      and (valid_to is null or valid_to > ${ctx.now}) limit 1`);

export const endAssignment = (ctx: Ctx, caseId: string, workerId: string) =>
  ctx.tx.run(sql`
    update cases.assignment set valid_to = ${ctx.now}
    where case_id = ${caseId} and worker_id = ${workerId} and institution_id = ${ctx.actor.institutionId}
      and (valid_to is null or valid_to > ${ctx.now})`);

/** The coordinator changes, and with them whoever the case waits for, where it waited for the old one. */
export const setCoordinator = (ctx: Ctx, caseId: string, from: string | null, to: string) =>
  ctx.tx.run(sql`
    update cases.shared_case set coordinator_id = ${to},
      waits_worker_id = case when waits_worker_id = ${from}::uuid then ${to}::uuid else waits_worker_id end,
      updated_at = ${ctx.now}, row_version = row_version + 1
    where id = ${caseId}`);

/** Lets stand-ins of this worker in, and out when the worker is back. */
export const standInFor = (ctx: Ctx, workerId: string) =>
  ctx.tx.one<{ n: number | null }>(sql`select cases.api_stand_in_for(${workerId}::uuid) as n`);
