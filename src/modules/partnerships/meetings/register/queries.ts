import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface DecisionRow {
  id: string;
  year: number;
  number: number;
  body: string;
  body_kind: string;
  meeting_id: string;
  meeting: string;
  held_at: Date;
  votes_for: number | null;
  votes_against: number | null;
  abstained: number | null;
  valid_from: string;
  check_on: string | null;
  state: string;
  settled_on: string | null;
  revoked_by: string | null;
  signed: boolean | null;
  row_version: number;
}
interface Wanted {
  bodies: readonly string[];
  id: string | null;
  /** Stems of what was typed, as a tsquery; null for everything. */
  words: string | null;
  state: string | null;
  year: number | null;
}
/** Decisions whose minutes went round at least, and those the reader writes; newest first. */
export const findDecisions = (ctx: Ctx, of: Wanted & { limit: number; offset: number }) =>
  ctx.tx.many<DecisionRow>(sql`
    select d.id, d.year, d.number, d.body, b.kind as body_kind, d.meeting_id, m.title as meeting, m.starts_at as held_at, d.votes_for,
      d.votes_against, d.abstained, d.valid_from, d.check_on, d.state, d.settled_on,
      (select r.number || '/' || r.year from partnerships.decision r where r.id = d.revoked_by) as revoked_by,
      n.state = 'signed' as signed, d.row_version
    from partnerships.decision d join partnerships.meeting m on m.id = d.meeting_id join partnerships.body b on b.id = d.body_id
      join partnerships.minutes n on n.meeting_id = d.meeting_id
    where d.body_id = any (${of.bodies}::uuid[]) and (${of.id}::uuid is null or d.id = ${of.id})
      and (${of.words}::text is null or d.words @@ ${of.words}::tsquery) and (${of.state}::text is null or d.state = ${of.state})
      and (${of.year}::int is null or d.year = ${of.year})
    order by d.year desc, m.starts_at desc, d.number desc, d.id limit ${of.limit} offset ${of.offset}`);
export const countDecisions = (ctx: Ctx, of: Wanted) =>
  ctx.tx.one<{ count: number | null }>(sql`
    select count(*)::int as count from partnerships.decision d join partnerships.minutes n on n.meeting_id = d.meeting_id
    where d.body_id = any (${of.bodies}::uuid[]) and (${of.words}::text is null or d.words @@ ${of.words}::tsquery)
      and (${of.state}::text is null or d.state = ${of.state}) and (${of.year}::int is null or d.year = ${of.year})`);
export const findYears = (ctx: Ctx, bodies: readonly string[]) =>
  ctx.tx.many<{ year: number }>(sql`
    select distinct year from partnerships.decision where body_id = any (${bodies}::uuid[]) order by year desc`);
export const findByNumber = (ctx: Ctx, decisionId: string, year: number, number: number) =>
  ctx.tx.maybe<{ id: string }>(sql`
    select r.id from partnerships.decision d join partnerships.decision r on r.body_id = d.body_id and r.year = ${year} and r.number = ${number}
    where d.id = ${decisionId} and r.id <> d.id`);
export const settle = (
  ctx: Ctx,
  d: { id: string; state: string; on: LocalDate | null; revokedBy: string | null; version: number },
) =>
  ctx.tx.run(sql`
    update partnerships.decision set state = ${d.state}, settled_on = ${d.on}::date, revoked_by = ${d.revokedBy}::uuid, row_version = row_version + 1
    where id = ${d.id} and row_version = ${d.version}`);
export const setCheck = (ctx: Ctx, id: string, on: LocalDate | null) =>
  ctx.tx.run(sql`update partnerships.decision set check_on = ${on}::date where id = ${id}`);

export interface TaskRow {
  id: string;
  what: string;
  institution_id: string;
  institution: string | null;
  worker: string | null;
  meeting_id: string;
  meeting: string;
  due_on: string;
  state: string;
  remark: string;
  settled_on: string | null;
  row_version: number;
}
export const findTasks = (
  ctx: Ctx,
  of: {
    bodies: readonly string[];
    id: string | null;
    open: boolean;
    institution: string | null;
    limit: number;
    offset: number;
  },
) =>
  ctx.tx.many<TaskRow>(sql`
    select t.id, t.what, t.institution_id, (select i.short_name from organisations.api_institution i where i.id = t.institution_id) as institution,
      (select w.name from organisations.api_worker w where w.id = t.worker_id) as worker, t.meeting_id, m.title as meeting, t.due_on, t.state,
      t.remark, t.settled_on, t.row_version
    from partnerships.meeting_task t join partnerships.meeting m on m.id = t.meeting_id
    where t.body_id = any (${of.bodies}::uuid[]) and (${of.id}::uuid is null or t.id = ${of.id})
      and (not ${of.open} or t.state in ('open', 'started')) and (${of.institution}::uuid is null or t.institution_id = ${of.institution})
    order by t.state in ('done', 'dropped'), t.due_on, t.id limit ${of.limit} offset ${of.offset}`);
export const countTasks = (
  ctx: Ctx,
  of: { bodies: readonly string[]; open: boolean; institution: string | null },
) =>
  ctx.tx.one<{ count: number | null }>(sql`
    select count(*)::int as count from partnerships.meeting_task
    where body_id = any (${of.bodies}::uuid[]) and (not ${of.open} or state in ('open', 'started'))
      and (${of.institution}::uuid is null or institution_id = ${of.institution})`);
export const setTask = (
  ctx: Ctx,
  t: { id: string; state: string; remark: string; on: LocalDate | null; version: number },
) =>
  ctx.tx.run(sql`
    update partnerships.meeting_task set state = ${t.state}, remark = ${t.remark}, settled_on = ${t.on}::date, row_version = row_version + 1
    where id = ${t.id} and row_version = ${t.version}`);
