import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface LineRow {
  cardId: string | null;
  number: string | null;
  on: string | null;
  typePl: string;
  typeEn: string;
  hours: number | null;
  channel: string | null;
  state: string | null;
  clientKind: string | null;
  client: string | null;
  valueGrosze: number | null;
}
export const findLines = (ctx: Ctx, desk: string, worker: string, month: string): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    select c.id as "cardId", m.number, m.on_date as "on", t.name_pl as "typePl", t.name_en as "typeEn", m.hours::float8 as hours, m.channel, m.state,
      m.client_kind as "clientKind", m.client, m.value_grosze::float8 as "valueGrosze"
    from advice.month_cards(${desk}::uuid, ${worker}::uuid, ${month}::date) m join advice.advice_type t on t.code = m.type_code
    left join advice.card c on c.id = m.card_id order by m.on_date, m.number`);

export const findStatement = (
  ctx: Ctx,
  desk: string,
  worker: string,
  month: string,
): Promise<{
  id: string;
  state: string;
  note: string;
  decidedBy: string | null;
  decidedAt: Date | null;
} | null> =>
  ctx.tx.maybe<{
    id: string;
    state: string;
    note: string;
    decidedBy: string | null;
    decidedAt: Date | null;
  }>(sql`
    select s.id, s.state, s.note, w.name as "decidedBy", s.decided_at as "decidedAt" from advice.statement s
    left join organisations.api_worker w on w.id = s.decided_by where s.desk_id = ${desk} and s.worker_id = ${worker} and s.month = ${month}::date`);
export const findDesk = (
  ctx: Ctx,
  id: string,
): Promise<{ namePl: string; nameEn: string; institution: string | null } | null> =>
  ctx.tx.maybe<{ namePl: string; nameEn: string; institution: string | null }>(sql`
    select d.name_pl as "namePl", d.name_en as "nameEn", i.name as institution from advice.desk d
    left join organisations.api_institution i on i.id = d.institution_id where d.id = ${id}`);
export const findWorker = (ctx: Ctx, id: string): Promise<{ name: string | null } | null> =>
  ctx.tx.maybe<{ name: string | null }>(sql`select name from organisations.api_worker where id = ${id}`);

export interface AdviserRow {
  deskId: string | null;
  deskPl: string;
  deskEn: string;
  workerId: string | null;
  worker: string | null;
  cards: number | null;
  hours: number | null;
  valueGrosze: number | null;
  drafts: number | null;
  waiting: number | null;
  disputed: number | null;
  state: string | null;
}
/** Who advised in a month at the desks the actor oversees, and the actor's own month. */
export const findAdvisers = (ctx: Ctx, month: string): Promise<AdviserRow[]> =>
  ctx.tx.many<AdviserRow>(sql`
    with own as (
      select c.desk_id, c.worker_id, ${ctx.actor.name}::text as worker, count(*)::int as cards, sum(c.hours) as hours, coalesce(sum(c.value_grosze), 0)::bigint as value_grosze,
        (count(*) filter (where c.state = 'draft'))::int as drafts, (count(*) filter (where c.state = 'waiting'))::int as waiting,
        (count(*) filter (where c.state = 'disputed'))::int as disputed
      from advice.card c where c.worker_id = kernel.worker() and c.on_date >= ${month}::date and c.on_date < ${month}::date + interval '1 month' group by 1, 2),
    all_of as (select * from own union select * from advice.month_advisers(${month}::date) m where m.worker_id <> kernel.worker())
    select a.desk_id as "deskId", d.name_pl as "deskPl", d.name_en as "deskEn", a.worker_id as "workerId", a.worker, a.cards, a.hours::float8 as hours,
      a.value_grosze::float8 as "valueGrosze", a.drafts, a.waiting, a.disputed, s.state
    from all_of a join advice.desk d on d.id = a.desk_id
    left join advice.statement s on s.desk_id = a.desk_id and s.worker_id = a.worker_id and s.month = ${month}::date order by d.name_pl, a.worker`);

export const insertStatement = (ctx: Ctx, id: string, desk: string, month: string): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.statement (id, desk_id, worker_id, month, state, handed_at)
    values (${id}, ${desk}, kernel.worker(), ${month}::date, 'handed', kernel.instant())`);
export const handAgain = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.statement set state = 'handed', handed_at = kernel.instant(), note = '', decided_by = null, decided_at = null, row_version = row_version + 1
    where id = ${id}`);
export const decide = (ctx: Ctx, id: string, state: string, note: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.statement set state = ${state}, note = ${note}, decided_by = kernel.worker(), decided_at = kernel.instant(), row_version = row_version + 1
    where id = ${id}`);
/** Statements of others that wait for the actor. */
export const findHanded = (
  ctx: Ctx,
): Promise<{ desk: string; worker: string; name: string | null; month: string | null; handedAt: Date }[]> =>
  ctx.tx.many<{
    desk: string;
    worker: string;
    name: string | null;
    month: string | null;
    handedAt: Date;
  }>(sql`
    select s.desk_id as desk, s.worker_id as worker, w.name, to_char(s.month, 'YYYY-MM') as month, s.handed_at as "handedAt" from advice.statement s
    left join organisations.api_worker w on w.id = s.worker_id
    where s.state = 'handed' and s.worker_id <> kernel.worker() and s.desk_id = any (coalesce((select advice.led()), '{}'::uuid[])) order by s.handed_at limit 100`);
