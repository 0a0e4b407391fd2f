import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findFollowUps = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{
    id: string;
    stage: string;
    opens_on: string;
    due_on: string;
    done_on: string | null;
    result: string | null;
    channel: string | null;
    informant: string | null;
    employment_status: string | null;
    employment_kind: string | null;
    same_job: boolean | null;
    income_change: string | null;
    needs_help: boolean | null;
    note: string;
    row_version: number;
  }>(sql`
    select id, stage, opens_on, due_on, done_on, result, channel, informant, employment_status, employment_kind, same_job,
      income_change, needs_help, note, row_version
    from cases.follow_up where case_id = ${caseId} order by due_on`);

export const findTries = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ follow_up_id: string; tried_on: string; channel: string }>(sql`
    select follow_up_id, tried_on, channel from cases.contact_try where case_id = ${caseId} order by tried_on, id`);

export interface FollowUpRow {
  readonly id: string;
  readonly doneOn: LocalDate;
  readonly channel: string;
  readonly informant: string;
  readonly employmentStatus: string;
  readonly employmentKind: string | null;
  readonly sameJob: boolean | null;
  readonly incomeChange: string;
  readonly needsHelp: boolean;
  readonly note: string;
}
export const saveReached = (ctx: Ctx, f: FollowUpRow) =>
  ctx.tx.run(sql`
    update cases.follow_up set done_on = ${f.doneOn}, result = 'reached', channel = ${f.channel}, informant = ${f.informant},
      employment_status = ${f.employmentStatus}, employment_kind = ${f.employmentKind}, same_job = ${f.sameJob},
      income_change = ${f.incomeChange}, needs_help = ${f.needsHelp}, note = ${f.note},
      recorded_by = ${ctx.actor.subjectId}, row_version = row_version + 1
    where id = ${f.id} and done_on is null`);

export const saveUnreachable = (ctx: Ctx, id: string, on: LocalDate) =>
  ctx.tx.run(sql`
    update cases.follow_up set done_on = ${on}, result = 'unreachable', recorded_by = ${ctx.actor.subjectId},
      row_version = row_version + 1
    where id = ${id} and done_on is null`);

export const insertTry = (
  ctx: Ctx,
  t: { id: string; followUpId: string; caseId: string; triedOn: LocalDate; channel: string },
) =>
  ctx.tx.run(sql`
    insert into cases.contact_try (id, follow_up_id, case_id, tried_on, channel, worker_id)
    values (${t.id}, ${t.followUpId}, ${t.caseId}, ${t.triedOn}, ${t.channel}, ${ctx.actor.subjectId})`);

/** What the case waits for next, or the archive. */
export const settle = (ctx: Ctx, caseId: string) =>
  ctx.tx.one<{ answer: string | null }>(sql`select cases.api_settle_follow_ups(${caseId}::uuid) as answer`);
