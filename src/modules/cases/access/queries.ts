import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** The facts of the rule that concern the asker: own institution's grants, own assignments, own locks. */
export const findOwnGrants = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    institution_id: string;
    data_class: string;
    purposes: string[];
    can_write: boolean;
    article: string;
    valid_from: Date;
    valid_to: Date | null;
  }>(sql`
    select g.institution_id, g.data_class, g.purposes, g.can_write, b.article, g.valid_from, g.valid_to
    from cases.access_grant g join cases.legal_basis b on b.code = g.basis_code
    where g.case_id = ${caseId} and g.institution_id = ${ctx.actor.institutionId}
    order by g.valid_from`);

export const findOwnAssignments = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ worker_id: string; valid_from: Date; valid_to: Date | null }>(sql`
    select worker_id, valid_from, valid_to from cases.assignment
    where case_id = ${caseId} and worker_id = ${ctx.actor.subjectId}`);

export const findLocks = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    worker_id: string;
    worker_name: string | null;
    reason: string;
    valid_from: Date;
    valid_to: Date | null;
  }>(sql`
    select l.id, l.worker_id, w.name as worker_name, l.reason, l.valid_from, l.valid_to
    from cases.case_lock l left join organisations.api_worker w on w.id = l.worker_id
    where l.case_id = ${caseId} and l.institution_id = ${ctx.actor.institutionId} order by l.valid_from desc`);

export const findEndedAccess = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    data_class: string | null;
    article: string | null;
    valid_from: Date | null;
    valid_to: Date | null;
    ended_reason: string | null;
  }>(sql`
    select data_class, article, valid_from, valid_to, ended_reason from cases.api_ended_access(${caseId}::uuid)`);

export const findColleagues = (ctx: Ctx) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(sql`
    select id, name from organisations.api_worker
    where institution_id = ${ctx.actor.institutionId} and (employed_to is null or employed_to >= kernel.today())
    order by family_name, given_name`);

export const insertLock = (ctx: Ctx, id: string, caseId: string, workerId: string, reason: string) =>
  ctx.tx.run(sql`
    insert into cases.case_lock (id, case_id, institution_id, worker_id, reason, valid_from)
    values (${id}, ${caseId}, ${ctx.actor.institutionId}, ${workerId}, ${reason}, ${ctx.now})`);

export const endLock = (ctx: Ctx, caseId: string, lockId: string) =>
  ctx.tx.run(sql`
    update cases.case_lock set valid_to = ${ctx.now}
    where id = ${lockId} and case_id = ${caseId} and institution_id = ${ctx.actor.institutionId} and valid_to is null`);
