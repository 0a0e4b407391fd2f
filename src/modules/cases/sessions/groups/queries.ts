import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findGroups = (ctx: Ctx) =>
  ctx.tx.many<{
    id: string;
    name: string;
    place: string;
    worker_name: string;
    service_code: string;
    active: boolean;
    members: number | null;
  }>(sql`
    select g.id, g.name, g.place, w.name as worker_name, g.service_code, g.active,
      (select count(*)::int from cases.group_member m where m.group_id = g.id and m.left_on is null) as members
    from cases.activity_group g join organisations.api_worker w on w.id = g.worker_id
    where g.institution_id = ${ctx.actor.institutionId} order by g.active desc, g.name`);

export const findGroup = (ctx: Ctx, id: string) =>
  ctx.tx.maybe<{
    id: string;
    name: string;
    place: string;
    worker_id: string;
    worker_name: string;
    service_code: string;
    active: boolean;
    row_version: number;
  }>(sql`
    select g.id, g.name, g.place, g.worker_id, w.name as worker_name, g.service_code, g.active, g.row_version
    from cases.activity_group g join organisations.api_worker w on w.id = g.worker_id
    where g.id = ${id} and g.institution_id = ${ctx.actor.institutionId}`);

export const findMembers = (ctx: Ctx, groupId: string) =>
  ctx.tx.many<{
    id: string;
    case_id: string;
    number: string;
    person_id: string;
    name: string | null;
    lineage_id: string;
    joined_on: string;
    row_version: number;
  }>(sql`
    select m.id, m.case_id, c.number, c.person_id,
      case when p.unidentified_label is not null then p.unidentified_label else p.family_name || ' ' || p.given_name end as name,
      m.lineage_id, m.joined_on, m.row_version
    from cases.group_member m
    join cases.shared_case c on c.id = m.case_id
    join cases.person p on p.id = c.person_id
    where m.group_id = ${groupId} and m.left_on is null order by name, c.number`);

export interface GroupFields {
  readonly name: string;
  readonly place: string;
  readonly workerId: string;
  readonly serviceCode: string;
}
export const insertGroup = (ctx: Ctx, id: string, g: GroupFields): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.activity_group (id, institution_id, name, place, worker_id, service_code)
    values (${id}, ${ctx.actor.institutionId}, ${g.name}, ${g.place}, ${g.workerId}, ${g.serviceCode})`);

export const updateGroup = (
  ctx: Ctx,
  id: string,
  version: number,
  g: GroupFields & { active: boolean },
): Promise<number> =>
  ctx.tx.run(sql`
    update cases.activity_group set name = ${g.name}, place = ${g.place}, worker_id = ${g.workerId},
      service_code = ${g.serviceCode}, active = ${g.active}, row_version = row_version + 1
    where id = ${id} and row_version = ${version}`);

export const insertMember = (
  ctx: Ctx,
  m: { id: string; groupId: string; caseId: string; lineageId: string; joinedOn: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into cases.group_member (id, group_id, case_id, lineage_id, joined_on)
    values (${m.id}, ${m.groupId}, ${m.caseId}, ${m.lineageId}, ${m.joinedOn})`);

export const endMember = (ctx: Ctx, id: string, on: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update cases.group_member set left_on = greatest(joined_on, ${on}::date), row_version = row_version + 1
    where id = ${id} and left_on is null`);

/** Sessions of the group still ahead and not cancelled. */
export const findAhead = (ctx: Ctx, groupId: string, from: Date) =>
  ctx.tx.many<{ id: string; starts_at: Date }>(sql`
    select id, starts_at from cases.session
    where group_id = ${groupId} and cancelled_at is null and starts_at >= ${from} order by starts_at`);

/** Workers of the own institution who may run a group. */
export const findWorkers = (ctx: Ctx, on: LocalDate) =>
  ctx.tx.many<{ id: string | null; name: string | null }>(sql`
    select id, name from organisations.api_worker
    where institution_id = ${ctx.actor.institutionId} and employed_from <= ${on}::date and (employed_to is null or employed_to >= ${on}::date)
    order by family_name, given_name`);

/** Lines of lists ahead that nobody has marked no longer count. */
export const dropAhead = (ctx: Ctx, groupId: string, caseId: string, from: Date): Promise<number> =>
  ctx.tx.run(sql`
    update cases.attendance a set dropped_at = ${ctx.now}, row_version = a.row_version + 1
    from cases.session s
    where s.id = a.session_id and s.group_id = ${groupId} and a.case_id = ${caseId} and a.mark is null
      and a.dropped_at is null and s.starts_at >= ${from}`);
