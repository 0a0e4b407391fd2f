import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export const findTypes = (ctx: Ctx): Promise<{ code: string; namePl: string; nameEn: string }[]> =>
  ctx.tx.many<{ code: string; namePl: string; nameEn: string }>(sql`
    select code, name_pl as "namePl", name_en as "nameEn" from advice.advice_type
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today()) order by position`);

export interface ClientRow {
  id: string;
  deskId: string;
  kind: string;
  name: string;
  entityId: string | null;
  nip: string;
  undertaking: boolean;
  email: string;
  phone: string;
  erasedAt: Date | null;
  rowVersion: number;
}
export const findClient = (ctx: Ctx, id: string): Promise<ClientRow | null> =>
  ctx.tx.maybe<ClientRow>(sql`
    select id, desk_id as "deskId", kind, name, entity_id as "entityId", nip, undertaking, email, phone, erased_at as "erasedAt", row_version as "rowVersion"
    from advice.client where id = ${id}`);

/** Whom the desks advise, by name: those the acting worker may see. */
export const findClients = (
  ctx: Ctx,
): Promise<{ id: string; deskId: string; kind: string; name: string }[]> =>
  ctx.tx.many<{ id: string; deskId: string; kind: string; name: string }>(sql`
    select id, desk_id as "deskId", kind, name from advice.client
    where desk_id = any (coalesce((select advice.mine()), '{}'::uuid[])) and erased_at is null order by name limit 500`);

export const insertClient = (
  ctx: Ctx,
  c: {
    id: string;
    deskId: string;
    kind: string;
    name: string;
    entityId: string | null;
    nip: string;
    undertaking: boolean;
    email: string;
    phone: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.client (id, desk_id, kind, name, entity_id, nip, undertaking, email, phone, created_at, created_by)
    values (${c.id}, ${c.deskId}, ${c.kind}, ${c.name}, ${c.entityId}, ${c.nip}, ${c.undertaking}, ${c.email}, ${c.phone}, kernel.instant(), kernel.worker())`);

export const insertAdviser = (
  ctx: Ctx,
  a: { clientId: string; deskId: string; kind: string; workerId: string; isKey: boolean },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.client_adviser (client_id, desk_id, client_kind, worker_id, is_key, since)
    values (${a.clientId}, ${a.deskId}, ${a.kind}, ${a.workerId}, ${a.isKey}, kernel.today())`);

export const findEntity = (
  ctx: Ctx,
  id: string,
): Promise<{ id: string | null; name: string | null } | null> =>
  ctx.tx.maybe<{ id: string | null; name: string | null }>(
    sql`select id, name from directory.api_entity where id = ${id}`,
  );

export interface LineRow {
  id: string;
  number: string;
  on: string;
  clientId: string;
  client: string;
  clientKind: string;
  worker: string | null;
  typePl: string;
  typeEn: string;
  hours: number;
  state: string;
  valueGrosze: number | null;
}
interface Filter {
  readonly desk: string | null;
  readonly client: string | null;
  readonly state: string | null;
  readonly type: string | null;
  /** First day of a month. */
  readonly month: string | null;
  readonly worker: string | null;
}
export const findCards = (ctx: Ctx, by: Filter, limit: number, offset: number): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select c.id, c.number, c.on_date as "on", c.client_id as "clientId", k.name as client, c.client_kind as "clientKind", w.name as worker,
      t.name_pl as "typePl", t.name_en as "typeEn", c.hours::float8 as hours, c.state, c.value_grosze::float8 as "valueGrosze"
    from advice.card c join advice.client k on k.id = c.client_id join advice.advice_type t on t.code = c.type_code
    left join organisations.api_worker w on w.id = c.worker_id
    where (${by.desk}::uuid is null or c.desk_id = ${by.desk}::uuid) and (${by.client}::uuid is null or c.client_id = ${by.client}::uuid)
      and (${by.state}::text is null or c.state = ${by.state}::text) and (${by.type}::text is null or c.type_code = ${by.type}::text)
      and (${by.worker}::uuid is null or c.worker_id = ${by.worker}::uuid)
      and (${by.month}::date is null or (c.on_date >= ${by.month}::date and c.on_date < ${by.month}::date + interval '1 month'))
    order by c.on_date desc, c.id limit ${limit} offset ${offset}`);

export const countCards = (ctx: Ctx, by: Filter): Promise<{ n: number | null; hours: number | null }> =>
  ctx.tx.one<{ n: number | null; hours: number | null }>(sql`
    select count(*)::int as n, coalesce(sum(c.hours), 0)::float8 as hours from advice.card c
    where (${by.desk}::uuid is null or c.desk_id = ${by.desk}::uuid) and (${by.client}::uuid is null or c.client_id = ${by.client}::uuid)
      and (${by.state}::text is null or c.state = ${by.state}::text) and (${by.type}::text is null or c.type_code = ${by.type}::text)
      and (${by.worker}::uuid is null or c.worker_id = ${by.worker}::uuid)
      and (${by.month}::date is null or (c.on_date >= ${by.month}::date and c.on_date < ${by.month}::date + interval '1 month'))`);

export interface CardRow extends LineRow {
  deskId: string;
  deskPl: string;
  deskEn: string;
  workerId: string;
  typeCode: string;
  topicCode: string | null;
  topicPl: string | null;
  topicEn: string | null;
  questionId: string | null;
  question: string | null;
  poolId: string | null;
  from: string | null;
  to: string | null;
  channel: string;
  problem: string;
  advice: string;
  nextSteps: string;
  askedAt: Date | null;
  answeredAt: Date | null;
  answeredHow: string | null;
  answeredBy: string;
  dispute: string;
  rateGrosze: number | null;
  rateBasis: string | null;
  clientEmail: string;
  month: string | null;
  erasedAt: Date | null;
  rowVersion: number;
}
export const findCard = (ctx: Ctx, id: string): Promise<CardRow | null> =>
  ctx.tx.maybe<CardRow>(sql`
    select c.id, c.number, c.on_date as "on", c.client_id as "clientId", k.name as client, c.client_kind as "clientKind", w.name as worker,
      t.name_pl as "typePl", t.name_en as "typeEn", c.hours::float8 as hours, c.state, c.value_grosze::float8 as "valueGrosze",
      c.desk_id as "deskId", d.name_pl as "deskPl", d.name_en as "deskEn", c.worker_id as "workerId", c.type_code as "typeCode", c.topic_code as "topicCode",
      o.name_pl as "topicPl", o.name_en as "topicEn", c.question_id as "questionId", q.number as question, c.pool_id as "poolId",
      to_char(c.from_time, 'HH24:MI') as "from", to_char(c.to_time, 'HH24:MI') as "to", c.channel, c.problem, c.advice, c.next_steps as "nextSteps",
      c.asked_at as "askedAt", c.answered_at as "answeredAt", c.answered_how as "answeredHow", c.answered_by as "answeredBy", c.dispute,
      c.rate_grosze as "rateGrosze", r.basis as "rateBasis", k.email as "clientEmail", advice.month_state(c.desk_id, c.worker_id, c.on_date) as month,
      c.erased_at as "erasedAt", c.row_version as "rowVersion"
    from advice.card c join advice.client k on k.id = c.client_id join advice.advice_type t on t.code = c.type_code join advice.desk d on d.id = c.desk_id
    left join advice.topic o on o.code = c.topic_code left join advice.question q on q.id = c.question_id left join advice.rate r on r.id = c.rate_id
    left join organisations.api_worker w on w.id = c.worker_id where c.id = ${id}`);

export const lockCard = (ctx: Ctx, id: string): Promise<{ rowVersion: number } | null> =>
  ctx.tx.maybe<{ rowVersion: number }>(
    sql`select row_version as "rowVersion" from advice.card where id = ${id} for update`,
  );
