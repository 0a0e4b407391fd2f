import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { Path } from './schema.ts';

export const findPath = (ctx: Ctx, clientId: string): Promise<Path | null> =>
  ctx.tx.maybe<{
    id: string;
    diagnosis: string;
    nextSteps: string;
    openedOn: string;
    closedOn: string | null;
    outcome: string;
    rowVersion: number;
  }>(sql`
    select id, diagnosis, next_steps as "nextSteps", opened_on as "openedOn", closed_on as "closedOn", outcome, row_version as "rowVersion"
    from advice.path where client_id = ${clientId}`);
export const lockPath = (ctx: Ctx, clientId: string): Promise<{ id: string; rowVersion: number } | null> =>
  ctx.tx.maybe<{ id: string; rowVersion: number }>(
    sql`select id, row_version as "rowVersion" from advice.path where client_id = ${clientId} and closed_on is null for update`,
  );

interface Of {
  readonly clientId: string;
  readonly deskId: string;
  readonly kind: string;
}
export const insertPath = (ctx: Ctx, id: string, of: Of): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.path (id, desk_id, client_id, client_kind, opened_on) values (${id}, ${of.deskId}, ${of.clientId}, ${of.kind}, kernel.today())`);
export const updatePath = (ctx: Ctx, id: string, diagnosis: string, nextSteps: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.path set diagnosis = ${diagnosis}, next_steps = ${nextSteps}, row_version = row_version + 1 where id = ${id}`);
export const closePath = (ctx: Ctx, id: string, outcome: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.path set closed_on = kernel.today(), outcome = ${outcome}, row_version = row_version + 1 where id = ${id}`);

export const findGoals = (
  ctx: Ctx,
  clientId: string,
): Promise<{ id: string; goal: string; dueOn: string | null; reachedOn: string | null }[]> =>
  ctx.tx.many<{ id: string; goal: string; dueOn: string | null; reachedOn: string | null }>(sql`
    select id, goal, due_on as "dueOn", reached_on as "reachedOn" from advice.goal where client_id = ${clientId} order by position, id`);
export const insertGoal = (
  ctx: Ctx,
  id: string,
  pathId: string,
  of: Of,
  goal: string,
  due: string | null,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.goal (id, path_id, desk_id, client_id, client_kind, goal, due_on, position)
    values (${id}, ${pathId}, ${of.deskId}, ${of.clientId}, ${of.kind}, ${goal}, ${due}, (select count(*)::int from advice.goal where path_id = ${pathId}))`);
export const reachGoal = (ctx: Ctx, clientId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.goal set reached_on = kernel.today() where id = ${id} and client_id = ${clientId} and reached_on is null`);

export const findPools = (
  ctx: Ctx,
  clientId: string,
): Promise<
  {
    id: string;
    typeCode: string;
    typePl: string;
    typeEn: string;
    planned: number;
    used: number;
    source: string;
  }[]
> =>
  ctx.tx.many<{
    id: string;
    typeCode: string;
    typePl: string;
    typeEn: string;
    planned: number;
    used: number;
    source: string;
  }>(sql`
    select p.id, p.type_code as "typeCode", t.name_pl as "typePl", t.name_en as "typeEn", p.planned::float8 as planned, p.used::float8 as used, p.source
    from advice.pool p join advice.advice_type t on t.code = p.type_code where p.client_id = ${clientId} order by t.position`);
export const insertPool = (
  ctx: Ctx,
  p: { id: string; pathId: string; of: Of; type: string; planned: number; source: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.pool (id, path_id, desk_id, client_id, client_kind, type_code, planned, source)
    values (${p.id}, ${p.pathId}, ${p.of.deskId}, ${p.of.clientId}, ${p.of.kind}, ${p.type}, ${p.planned}, ${p.source})`);
export const updatePool = (ctx: Ctx, id: string, planned: number, source: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.pool set planned = ${planned}, source = ${source}, row_version = row_version + 1 where id = ${id}`);

export const updateClient = (
  ctx: Ctx,
  id: string,
  c: { name: string; email: string; phone: string; nip: string; undertaking: boolean },
): Promise<number> =>
  ctx.tx.run(sql`
    update advice.client set name = ${c.name}, email = ${c.email}, phone = ${c.phone}, nip = ${c.nip}, undertaking = ${c.undertaking},
      row_version = row_version + 1 where id = ${id}`);

export const findAdvisers = (
  ctx: Ctx,
  clientId: string,
): Promise<{ workerId: string; name: string | null; isKey: boolean }[]> =>
  ctx.tx.many<{ workerId: string; name: string | null; isKey: boolean }>(sql`
    select a.worker_id as "workerId", w.name, a.is_key as "isKey" from advice.client_adviser a left join organisations.api_worker w on w.id = a.worker_id
    where a.client_id = ${clientId} and (a.until is null or a.until >= kernel.today()) order by a.is_key desc, w.name`);
export const endKey = (ctx: Ctx, clientId: string): Promise<number> =>
  ctx.tx.run(
    sql`update advice.client_adviser set is_key = false where client_id = ${clientId} and is_key and until is null`,
  );
export const makeKey = (ctx: Ctx, clientId: string, workerId: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.client_adviser set is_key = true where client_id = ${clientId} and worker_id = ${workerId} and until is null`);
export const findDeskAdvisers = (
  ctx: Ctx,
  deskId: string,
): Promise<{ workerId: string; name: string | null }[]> =>
  ctx.tx.many<{ workerId: string; name: string | null }>(sql`
    select distinct d.worker_id as "workerId", w.name from advice.desk_worker d left join organisations.api_worker w on w.id = d.worker_id
    where d.desk_id = ${deskId} and d.role <> 'reception' and d.valid_from <= kernel.today() and (d.valid_to is null or d.valid_to >= kernel.today()) order by w.name`);
