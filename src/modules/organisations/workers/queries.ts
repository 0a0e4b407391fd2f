import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findByEmail = (ctx: Ctx, email: string): Promise<{ id: string } | null> =>
  ctx.tx.maybe<{ id: string }>(sql`
    select id from organisations.worker where institution_id = ${ctx.actor.institutionId} and email = ${email}`);

export const insertWorker = (
  ctx: Ctx,
  w: { id: string; given: string; family: string; email: string; phone: string; from: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.worker (id, institution_id, given_name, family_name, email, phone, employed_from)
    values (${w.id}, ${ctx.actor.institutionId}, ${w.given}, ${w.family}, ${w.email}, ${w.phone}, ${w.from})`);

export const updateWorker = (
  ctx: Ctx,
  w: { id: string; given: string; family: string; phone: string },
): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.worker set given_name = ${w.given}, family_name = ${w.family}, phone = ${w.phone}, row_version = row_version + 1
    where id = ${w.id}`);

/** The worker of the own institution, held until the end of the transaction. */
export const lockWorker = (ctx: Ctx, id: string): Promise<{ id: string; row_version: number } | null> =>
  ctx.tx.maybe<{ id: string; row_version: number }>(sql`
    select id, row_version from organisations.worker where id = ${id} and institution_id = ${ctx.actor.institutionId} for update`);

export const findFunctions = (
  ctx: Ctx,
  workerId: string,
): Promise<{ id: string; function: string; valid_from: string; valid_to: string | null }[]> =>
  ctx.tx.many<{ id: string; function: string; valid_from: string; valid_to: string | null }>(sql`
    select id, function, valid_from, valid_to from organisations.worker_function
    where worker_id = ${workerId} order by valid_to desc nulls first, valid_from desc, function`);

export const insertFunction = (
  ctx: Ctx,
  f: { id: string; workerId: string; function: string; from: string; to: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.worker_function (id, worker_id, institution_id, function, valid_from, valid_to)
    values (${f.id}, ${f.workerId}, ${ctx.actor.institutionId}, ${f.function}, ${f.from}, ${f.to})`);

export const endFunction = (ctx: Ctx, id: string, to: string): Promise<number> =>
  ctx.tx.run(sql`update organisations.worker_function set valid_to = ${to} where id = ${id}`);

/** Ends everything the worker may do with the last day; what begins later is ended on the day it begins. */
export const endFunctions = (ctx: Ctx, workerId: string, lastDay: string): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.worker_function set valid_to = greatest(valid_from, ${lastDay}::date)
    where worker_id = ${workerId} and (valid_to is null or valid_to > ${lastDay}::date)`);

export const endAuthorisations = (ctx: Ctx, workerId: string, today: string): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.authorisation set revoked_on = greatest(valid_from, ${today}::date), revoked_by = ${ctx.actor.subjectId}
    where worker_id = ${workerId} and revoked_on is null and valid_to >= ${today}::date`);

export const setEmployedTo = (ctx: Ctx, workerId: string, to: string | null): Promise<number> =>
  ctx.tx.run(sql`
    update organisations.worker set employed_to = ${to}, row_version = row_version + 1 where id = ${workerId}`);

/** Who else runs the institution without an end in sight, with an account to do it. */
export const countOtherManagers = (
  ctx: Ctx,
  functions: readonly string[],
  exceptFunction: string | null,
  exceptWorker: string | null,
  day: string,
): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(distinct w.id)::int as n from organisations.worker_function f join organisations.worker w on w.id = f.worker_id
    where f.institution_id = ${ctx.actor.institutionId} and f.function = any(${functions})
      and (${exceptFunction}::uuid is null or f.id <> ${exceptFunction}) and (${exceptWorker}::uuid is null or w.id <> ${exceptWorker})
      and f.valid_from <= ${day}::date and f.valid_to is null and w.employed_to is null and w.account_id is not null`);

export const insertInvitation = (ctx: Ctx, id: string, workerId: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.invitation (id, worker_id, institution_id, sent_at)
    values (${id}, ${workerId}, ${ctx.actor.institutionId}, ${ctx.now})`);

export const findInvitations = (ctx: Ctx, workerId: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from organisations.invitation where worker_id = ${workerId} and accepted_at is null`);

export const joinInvited = (
  ctx: Ctx,
  invitationId: string,
  accountId: string,
): Promise<{ worker_id: string | null }> =>
  ctx.tx.one<{ worker_id: string | null }>(sql`
    select organisations.api_join_invited(${invitationId}::uuid, ${accountId}::uuid) as worker_id`);

/** People who act for others on this day or later, by whom they act for. */
export const findStandingIn = (ctx: Ctx, workerId: string, today: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from organisations.absence where stand_in_id = ${workerId} and to_on >= ${today}::date and cancelled_at is null`);
