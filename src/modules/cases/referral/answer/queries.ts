import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import { newId } from '#kernel/ids.ts';
import type { LocalDate } from '#kernel/time.ts';

export const setTaken = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.referral set state = 'seen', handled_by = ${ctx.actor.subjectId}, row_version = row_version + 1
    where id = ${id}`);

export const setAccepted = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.referral set state = 'accepted', handled_by = coalesce(handled_by, ${ctx.actor.subjectId}),
      answered_by = ${ctx.actor.subjectId}, answered_at = ${ctx.now}, row_version = row_version + 1
    where id = ${id}`);

export const setAsked = (
  ctx: Ctx,
  id: string,
  question: string,
  dueOn: LocalDate,
  daysLeft: number,
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.referral set state = 'needs_info', question = ${question}, question_answer = '', asked_at = ${ctx.now},
      due_on = ${dueOn}::date, days_left = ${daysLeft}, handled_by = coalesce(handled_by, ${ctx.actor.subjectId}),
      reminded_at = null, row_version = row_version + 1
    where id = ${id}`);

export const setAnswered = (ctx: Ctx, id: string, answer: string, dueOn: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update cases.referral set state = 'seen', question_answer = ${answer}, due_on = ${dueOn}::date, days_left = null,
      reminded_at = null, row_version = row_version + 1
    where id = ${id}`);

export const setWithdrawn = (ctx: Ctx, id: string, code: string): Promise<number> =>
  ctx.tx.run(sql`
    update cases.referral set state = 'withdrawn', withdrawn_code = ${code}, answered_at = ${ctx.now},
      row_version = row_version + 1
    where id = ${id}`);

/** Puts what the recipient did on the timeline of a case it has no access to yet. */
export const noteByRecipient = (
  ctx: Ctx,
  id: string,
  what: 'referral.seen' | 'referral.question',
): Promise<number> => ctx.tx.run(sql`select cases.api_note_referral(${id}::uuid, ${newId()}::uuid, ${what})`);

export const decline = (
  ctx: Ctx,
  id: string,
  version: number,
  code: string,
  note: string,
): Promise<{ recorded: boolean | null }> =>
  ctx.tx.one<{ recorded: boolean | null }>(sql`
    select cases.api_decline_referral(${id}::uuid, ${version}::int, ${code}, ${note}, ${newId()}::uuid) as recorded`);

export const insertUnmetNeed = (
  ctx: Ctx,
  n: { partnershipId: string; gminaId: string; need: string; reason: string; on: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.unmet_need (id, partnership_id, gmina_id, need, reason, institution_id, noted_on)
    values (${newId()}, ${n.partnershipId}, nullif(${n.gminaId}, ''), ${n.need}, ${n.reason}, ${ctx.actor.institutionId}, ${n.on}::date)`);

export interface CoordinatorRow {
  worker_id: string | null;
  name: string | null;
}
/** Workers of the actor's institution who may coordinate a case today: by function, and authorised for it. */
export const findOwnCoordinators = (ctx: Ctx): Promise<CoordinatorRow[]> =>
  ctx.tx.many<CoordinatorRow>(sql`
    select worker_id, name from cases.api_assignable()
    where functions && array['social_worker', 'employment_adviser', 'case_coordinator']`);

/** The worker who referred, when their function may coordinate a case. */
export const findSenderCoordinator = (
  ctx: Ctx,
  workerId: string,
  on: LocalDate,
): Promise<CoordinatorRow | null> =>
  ctx.tx.maybe<CoordinatorRow>(sql`
    select w.id as worker_id, w.name
    from organisations.api_worker w
    where w.id = ${workerId} and (w.employed_to is null or w.employed_to >= ${on}::date)
      and exists (select from organisations.api_function f where f.worker_id = w.id
        and f.function in ('social_worker', 'employment_adviser', 'case_coordinator')
        and f.valid_from <= ${on}::date and (f.valid_to is null or f.valid_to >= ${on}::date))`);

export const findTeamTypes = (ctx: Ctx, caseId: string): Promise<{ institution_type: string | null }[]> =>
  ctx.tx.many<{ institution_type: string | null }>(
    sql`select distinct institution_type from cases.api_team(${caseId}::uuid)`,
  );

/** Institutions asked to join the case and not answered yet. */
export const findAskedTypes = (ctx: Ctx, caseId: string): Promise<{ type: string | null }[]> =>
  ctx.tx.many<{ type: string | null }>(sql`
    select distinct i.type from cases.referral r join organisations.api_institution i on i.id = r.recipient_institution_id
    where r.case_id = ${caseId} and r.state in ('sent', 'seen', 'needs_info')`);
