import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface TaskRow {
  id: string;
  code: string | null;
  what: string;
  institution_id: string;
  institution: string;
  due_on: string;
  state: string;
  note: string;
  row_version: number;
}
export const findTasks = (ctx: Ctx, roundId: string): Promise<TaskRow[]> =>
  ctx.tx.many<TaskRow>(sql`
    select t.id, t.code, t.what, t.institution_id, i.short_name as institution, t.due_on, t.state, t.note, t.row_version
    from partnerships.standard_task t join organisations.api_institution i on i.id = t.institution_id
    where t.round_id = ${roundId} order by t.state in ('done', 'dropped'), t.due_on, t.id limit 200`);

export const insertTask = (
  ctx: Ctx,
  t: {
    id: string;
    roundId: string;
    partnershipId: string;
    code: string | null;
    what: string;
    institutionId: string;
    dueOn: LocalDate;
    today: LocalDate;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.standard_task (id, round_id, partnership_id, code, what, institution_id, due_on, changed_on)
    values (${t.id}, ${t.roundId}, ${t.partnershipId}, ${t.code}, ${t.what}, ${t.institutionId}, ${t.dueOn}, ${t.today})`);

export const changeTask = (
  ctx: Ctx,
  t: { id: string; state: string; dueOn: LocalDate; note: string; version: number; today: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.standard_task set state = ${t.state}, due_on = ${t.dueOn}, note = ${t.note}, changed_on = ${t.today}, row_version = row_version + 1
    where id = ${t.id} and row_version = ${t.version}`);

/** Open tasks of the actor's institution in all its partnerships. */
export const findOwn = (ctx: Ctx) =>
  ctx.tx.many<{ partnership_id: string; year: number; id: string; what: string; due_on: string }>(sql`
    select t.partnership_id, r.year, t.id, t.what, t.due_on from partnerships.standard_task t
    join partnerships.standard_round r on r.id = t.round_id
    where t.institution_id = ${ctx.actor.institutionId} and t.state in ('open', 'doing') order by t.due_on limit 50`);
