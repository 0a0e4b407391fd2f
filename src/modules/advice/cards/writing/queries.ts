import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface Written {
  readonly clientId: string;
  readonly clientKind: string;
  readonly typeCode: string;
  readonly topicCode: string | null;
  readonly poolId: string | null;
  readonly on: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly hours: number;
  readonly channel: string;
  readonly problem: string;
  readonly advice: string;
  readonly nextSteps: string;
}
/** The number, the rate and the value are made by the database. */
export const insertCard = (
  ctx: Ctx,
  id: string,
  deskId: string,
  questionId: string | null,
  c: Written,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.card (id, desk_id, client_id, client_kind, worker_id, type_code, topic_code, question_id, pool_id, on_date, from_time, to_time, hours,
      channel, problem, advice, next_steps, created_at, updated_at)
    values (${id}, ${deskId}, ${c.clientId}, ${c.clientKind}, kernel.worker(), ${c.typeCode}, ${c.topicCode}, ${questionId}, ${c.poolId}, ${c.on}, ${c.from},
      ${c.to}, ${c.hours}, ${c.channel}, ${c.problem}, ${c.advice}, ${c.nextSteps}, kernel.instant(), kernel.instant())`);

/** What waited for an answer is a draft again. */
export const updateCard = (ctx: Ctx, id: string, c: Written): Promise<number> =>
  ctx.tx.run(sql`
    update advice.card set client_id = ${c.clientId}, client_kind = ${c.clientKind}, type_code = ${c.typeCode}, topic_code = ${c.topicCode},
      pool_id = ${c.poolId}, on_date = ${c.on}, from_time = ${c.from}, to_time = ${c.to}, hours = ${c.hours}, channel = ${c.channel}, problem = ${c.problem},
      advice = ${c.advice}, next_steps = ${c.nextSteps}, state = 'draft', asked_at = null, updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id}`);

export const markAsked = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.card set state = 'waiting', asked_at = kernel.instant(), updated_at = kernel.instant(), row_version = row_version + 1 where id = ${id}`);
export const markSigned = (ctx: Ctx, id: string, who: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.card set state = 'confirmed', answered_at = kernel.instant(), answered_how = 'paper', answered_by = ${who}, updated_at = kernel.instant(),
      row_version = row_version + 1 where id = ${id}`);
export const markReopened = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.card set state = 'draft', asked_at = null, answered_at = null, answered_how = null, answered_by = '', dispute = '',
      updated_at = kernel.instant(), row_version = row_version + 1 where id = ${id}`);

/** The pool of the client's path for a type of advice, held until the end of the transaction. */
export const lockPool = (
  ctx: Ctx,
  clientId: string,
  typeCode: string,
): Promise<{ id: string; left: number | null } | null> =>
  ctx.tx.maybe<{ id: string; left: number | null }>(sql`
    select p.id, (p.planned - p.used)::float8 as left from advice.pool p join advice.path t on t.id = p.path_id
    where p.client_id = ${clientId} and p.type_code = ${typeCode} and t.closed_on is null for update of p`);
/** The state in which a month of the actor at a desk stands. */
export const findMonth = (ctx: Ctx, deskId: string, on: string): Promise<{ state: string | null }> =>
  ctx.tx.one<{ state: string | null }>(
    sql`select advice.month_state(${deskId}::uuid, kernel.worker(), ${on}::date) as state`,
  );

/** What a question of the desk gives to a card: its words, its answer, how to reach who asked. */
export const findAsked = (
  ctx: Ctx,
  id: string,
): Promise<{
  problem: string | null;
  answer: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
} | null> =>
  ctx.tx.maybe<{
    problem: string | null;
    answer: string | null;
    name: string | null;
    email: string | null;
    phone: string | null;
  }>(sql`
    select (select string_agg(m.body, E'\n\n' order by m.written_at) from advice.message m where m.question_id = q.id and m.direction = 'in') as problem,
      (select string_agg(m.body, E'\n\n' order by m.written_at) from advice.message m where m.question_id = q.id and m.direction = 'out' and m.state = 'sent') as answer,
      a.name, a.email, a.phone
    from advice.question q left join advice.asker a on a.question_id = q.id where q.id = ${id}`);
