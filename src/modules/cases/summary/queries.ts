import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface EventRow {
  at: Date;
  kind: string;
  institution_id: string | null;
  institution_name: string | null;
  institution_type: string | null;
  worker_name: string | null;
  data: unknown;
}
export const findEvents = (ctx: Ctx, caseId: string): Promise<EventRow[]> =>
  ctx.tx.many<EventRow>(sql`
    select e.at, e.kind, e.institution_id, i.short_name as institution_name, i.type as institution_type, w.name as worker_name, e.data
    from cases.event e
    left join organisations.api_institution i on i.id = e.institution_id
    left join organisations.api_worker w on w.id = e.worker_id
    where e.case_id = ${caseId} order by e.at, e.id limit 2000`);

export interface GoalRow {
  goal_id: string;
  title: string;
  item_id: string | null;
  service_code: string | null;
  institution_name: string | null;
  institution_type: string | null;
  worker_name: string | null;
  due_on: string | null;
  progress: string | null;
}
/** Goals and items of the plan in force, or of the one being prepared when none is signed. */
export const findGoals = (ctx: Ctx, caseId: string): Promise<GoalRow[]> =>
  ctx.tx.many<GoalRow>(sql`
    select g.id as goal_id, g.title, t.id as item_id, t.service_code, i.short_name as institution_name, i.type as institution_type,
      w.name as worker_name, t.due_on, p.state as progress
    from cases.goal g
    left join cases.plan_item t on t.goal_id = g.id
    left join cases.item_progress p on p.lineage_id = t.lineage_id
    left join organisations.api_institution i on i.id = t.institution_id
    left join organisations.api_worker w on w.id = t.worker_id
    where g.plan_id = (select id from cases.plan where case_id = ${caseId} and state in ('signed', 'signing', 'draft')
      order by (state = 'signed') desc, version desc limit 1)
    order by g.position, t.position`);

export interface PersonRow {
  given_name: string;
  family_name: string;
  unidentified_label: string | null;
  birth_date: string | null;
  locality: string;
}
export const findPerson = (ctx: Ctx, personId: string): Promise<PersonRow | null> =>
  ctx.tx.maybe<PersonRow>(
    sql`select given_name, family_name, unidentified_label, birth_date, locality from cases.person where id = ${personId}`,
  );

export const findOwnView = (ctx: Ctx, caseId: string): Promise<{ own_view: string } | null> =>
  ctx.tx.maybe<{ own_view: string }>(
    sql`select own_view from cases.diagnosis where case_id = ${caseId} order by number desc limit 1`,
  );

export interface MarkRow {
  institution_id: string;
  starts_at: Date;
  mark: string;
}
export const findMarks = (ctx: Ctx, caseId: string): Promise<MarkRow[]> =>
  ctx.tx
    .many<{ institution_id: string; starts_at: Date; mark: string | null }>(sql`
    select s.institution_id, s.starts_at, a.mark from cases.attendance a join cases.session s on s.id = a.session_id
    where a.case_id = ${caseId} and a.mark is not null and a.dropped_at is null order by s.starts_at limit 1000`)
    .then((rows) => rows.flatMap((row) => (row.mark ? [{ ...row, mark: row.mark }] : [])));

export const findNext = (
  ctx: Ctx,
  caseId: string,
): Promise<{ id: string; starts_at: Date; title: string; place: string }[]> =>
  ctx.tx.many<{ id: string; starts_at: Date; title: string; place: string }>(sql`
    select s.id, s.starts_at, s.title, s.place from cases.expected a join cases.session s on s.id = a.session_id
    where a.case_id = ${caseId} and s.starts_at >= ${ctx.now} and s.cancelled_at is null
    order by s.starts_at limit 4`);

/** Finds a case by its number among those the reader may see. */
export const findByNumber = (ctx: Ctx, number: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`select id from cases.shared_case where number = ${number} limit 2`);
