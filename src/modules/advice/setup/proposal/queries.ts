import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface CandidateRow {
  workerId: string;
  name: string | null;
  institution: string | null;
  open: number | null;
}
/** Who may answer at the desk today: everybody there who advises, with the questions that wait for them. */
export const findCandidates = (ctx: Ctx, deskId: string): Promise<CandidateRow[]> =>
  ctx.tx.many<CandidateRow>(sql`
    select w.id as "workerId", w.name, i.short_name as institution, (select count(*)::int from advice.question q
      where q.assigned_to = w.id and q.due_on is not null and q.desk_id = ${deskId}) as open
    from organisations.api_worker w join organisations.api_institution i on i.id = w.institution_id
    where w.id in (select d.worker_id from advice.desk_worker d where d.desk_id = ${deskId} and d.role in ('adviser', 'reviewer', 'lead')
        and d.valid_from <= kernel.today() and (d.valid_to is null or d.valid_to >= kernel.today()))
      and w.employed_from <= kernel.today() and (w.employed_to is null or w.employed_to >= kernel.today())
      and exists (select from organisations.api_function f where f.worker_id = w.id and f.function = 'adviser'
        and f.valid_from <= kernel.today() and (f.valid_to is null or f.valid_to >= kernel.today()))
    order by w.id limit 300`);
export const findExpertise = (
  ctx: Ctx,
  deskId: string,
): Promise<{ workerId: string; topicCode: string | null; counties: string[] }[]> =>
  ctx.tx.many<{ workerId: string; topicCode: string | null; counties: string[] }>(sql`
    select d.worker_id as "workerId", e.topic_code as "topicCode", e.counties from advice.expertise e
      join advice.desk_worker d on d.id = e.desk_worker_id
    where e.desk_id = ${deskId} and d.valid_from <= kernel.today() and (d.valid_to is null or d.valid_to >= kernel.today())`);
export const findAutomatic = (
  ctx: Ctx,
  questionId: string,
): Promise<{ deskId: string; topicCode: string | null; countyCode: string | null } | null> =>
  ctx.tx.maybe<{ deskId: string; topicCode: string | null; countyCode: string | null }>(sql`
    select q.desk_id as "deskId", q.topic_code as "topicCode", q.county_code as "countyCode"
    from advice.question q join advice.desk d on d.id = q.desk_id
    where q.id = ${questionId} and q.state = 'new' and q.assigned_to is null and d.assigns_itself for update of q`);
export const assign = (ctx: Ctx, questionId: string, workerId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.question set assigned_to = ${workerId}, state = 'assigned', row_version = row_version + 1 where id = ${questionId}`);
