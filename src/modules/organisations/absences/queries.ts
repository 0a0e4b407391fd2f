import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface AbsenceRow {
  id: string;
  worker_id: string;
  institution_id: string;
  stand_in_id: string;
  from_on: string;
  to_on: string;
}
export const findAbsences = (ctx: Ctx, workerId: string): Promise<(AbsenceRow & { stand_in: string })[]> =>
  ctx.tx.many<AbsenceRow & { stand_in: string }>(sql`
    select a.id, a.worker_id, a.institution_id, a.stand_in_id, a.from_on, a.to_on, s.given_name || ' ' || s.family_name as stand_in
    from organisations.absence a join organisations.worker s on s.id = a.stand_in_id
    where a.worker_id = ${workerId} and a.cancelled_at is null order by a.from_on desc`);

export const findStarting = (ctx: Ctx, day: string): Promise<AbsenceRow[]> =>
  ctx.tx.many<AbsenceRow>(sql`
    select id, worker_id, institution_id, stand_in_id, from_on, to_on from organisations.absence
    where from_on = ${day}::date and cancelled_at is null order by id`);

export const findRunning = (ctx: Ctx, day: string): Promise<AbsenceRow[]> =>
  ctx.tx.many<AbsenceRow>(sql`
    select id, worker_id, institution_id, stand_in_id, from_on, to_on from organisations.absence
    where from_on <= ${day}::date and to_on >= ${day}::date and cancelled_at is null order by id`);

export const findStandIn = (
  ctx: Ctx,
  workerId: string,
  day: string,
): Promise<{ stand_in_id: string } | null> =>
  ctx.tx.maybe<{ stand_in_id: string }>(sql`
    select stand_in_id from organisations.absence
    where worker_id = ${workerId} and from_on <= ${day}::date and to_on >= ${day}::date and cancelled_at is null`);

export const insertAbsence = (ctx: Ctx, a: AbsenceRow): Promise<number> =>
  ctx.tx.run(sql`
    insert into organisations.absence (id, worker_id, institution_id, stand_in_id, from_on, to_on)
    values (${a.id}, ${a.worker_id}, ${a.institution_id}, ${a.stand_in_id}, ${a.from_on}, ${a.to_on})`);

/** Absences of these workers that share a day with the period. */
export const findOverlapping = (
  ctx: Ctx,
  workerId: string,
  from: string,
  to: string,
): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select id from organisations.absence
    where worker_id = ${workerId} and from_on <= ${to}::date and to_on >= ${from}::date and cancelled_at is null`);

export const findStandingIn = (
  ctx: Ctx,
  workerId: string,
  from: string,
  to: string,
): Promise<{ name: string }[]> =>
  ctx.tx.many<{ name: string }>(sql`
    select w.given_name || ' ' || w.family_name as name from organisations.absence a join organisations.worker w on w.id = a.worker_id
    where a.stand_in_id = ${workerId} and a.from_on <= ${to}::date and a.to_on >= ${from}::date and a.cancelled_at is null`);

export interface CandidateRow {
  id: string;
  name: string;
  functions: string[] | null;
  scope: string[] | null;
  until: string | null;
}
/** Colleagues employed on the day with their functions, and the authorisation in force then. */
export const findColleagues = (ctx: Ctx, except: string, day: string): Promise<CandidateRow[]> =>
  ctx.tx.many<CandidateRow>(sql`
    select w.id, w.given_name || ' ' || w.family_name as name,
      array(select f.function from organisations.worker_function f where f.worker_id = w.id and f.valid_from <= ${day}::date
        and (f.valid_to is null or f.valid_to >= ${day}::date) order by 1) as functions,
      a.scope, a.valid_to as until
    from organisations.worker w
    left join organisations.authorisation a on a.worker_id = w.id and a.valid_from <= ${day}::date and a.valid_to >= ${day}::date
      and (a.revoked_on is null or a.revoked_on > ${day}::date)
    where w.institution_id = ${ctx.actor.institutionId} and w.id <> ${except} and w.account_id is not null
      and w.employed_from <= ${day}::date and (w.employed_to is null or w.employed_to >= ${day}::date)
    order by w.family_name collate "pl-x-icu", w.given_name collate "pl-x-icu"`);

export const endAbsence = (ctx: Ctx, id: string, to: string): Promise<number> =>
  ctx.tx.run(sql`update organisations.absence set to_on = ${to} where id = ${id}`);

export const cancelAbsence = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(
    sql`update organisations.absence set cancelled_at = ${ctx.now} where id = ${id} and cancelled_at is null`,
  );
