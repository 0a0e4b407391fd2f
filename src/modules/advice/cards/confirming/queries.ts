import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface LinkedRow {
  cardId: string | null;
  number: string | null;
  desk: string | null;
  deskEmail: string | null;
  deskPhone: string | null;
  adviser: string | null;
  client: string | null;
  typePl: string | null;
  typeEn: string | null;
  on: string | null;
  from: string | null;
  to: string | null;
  hours: number | null;
  channel: string | null;
  problem: string | null;
  advice: string | null;
  nextSteps: string | null;
  state: string | null;
  answeredBy: string | null;
}
export const findLinked = (ctx: Ctx, hash: string): Promise<LinkedRow | null> =>
  ctx.tx.maybe<LinkedRow>(sql`
    select card_id as "cardId", number, desk, desk_email as "deskEmail", desk_phone as "deskPhone", adviser, client, type_pl as "typePl", type_en as "typeEn",
      on_date as "on", to_char(from_time, 'HH24:MI') as "from", to_char(to_time, 'HH24:MI') as "to", hours::float8 as hours, channel, problem, said as advice,
      next_steps as "nextSteps", state, answered_by as "answeredBy"
    from advice.read_card(${hash})`);

export const answer = (
  ctx: Ctx,
  hash: string,
  agrees: boolean,
  who: string,
  words: string,
): Promise<{ done: boolean | null }> =>
  ctx.tx.one<{ done: boolean | null }>(
    sql`select advice.answer_card(${hash}, ${agrees}, ${who}, ${words}) as done`,
  );

/** For the letter: what the system needs to know of a card that waits. */
export const findToAsk = (
  ctx: Ctx,
  id: string,
): Promise<{ email: string; number: string; desk: string; days: number | null } | null> =>
  ctx.tx.maybe<{ email: string; number: string; desk: string; days: number | null }>(sql`
    select k.email, c.number, d.name_pl as desk,
      (select r.value from advice.card_rule r where r.code = 'link_days' and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today())) as days
    from advice.card c join advice.client k on k.id = c.client_id join advice.desk d on d.id = c.desk_id
    where c.id = ${id} and c.state = 'waiting' and k.email <> ''`);
export const insertLink = (ctx: Ctx, hash: string, cardId: string, days: number): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.card_link (hash, card_id, created_at, expires_at)
    values (${hash}, ${cardId}, kernel.instant(), kernel.instant() + make_interval(days => ${days}))`);

/** Cards older than the time of keeping lose their words, and whom they were for their name. */
export const eraseOld = async (ctx: Ctx): Promise<void> => {
  await ctx.tx.run(sql`
    update advice.card c set problem = '', advice = '', next_steps = '', dispute = '', answered_by = '', erased_at = kernel.instant(), row_version = c.row_version + 1
    where c.erased_at is null and c.client_kind = 'person' and make_date(extract(year from c.on_date)::int + 1 + (
      select r.value from advice.card_rule r where r.code = 'keep_years' and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today())), 1, 1) <= kernel.today()`);
  await ctx.tx.run(sql`
    update advice.client k set name = '–', email = '', phone = '', erased_at = kernel.instant(), row_version = k.row_version + 1
    where k.kind = 'person' and k.erased_at is null and not exists (select from advice.card c where c.client_id = k.id and c.erased_at is null)
      and (exists (select from advice.card c where c.client_id = k.id) or make_date(extract(year from k.created_at)::int + 1 + (select r.value from advice.card_rule r where r.code = 'keep_years'
        and r.valid_from <= kernel.today() and (r.valid_to is null or r.valid_to >= kernel.today())), 1, 1) <= kernel.today())`);
  await ctx.tx.run(sql`
    delete from advice.path p using advice.client k where k.id = p.client_id and k.erased_at is not null
      and not exists (select from advice.card c where c.client_id = k.id and c.pool_id is not null)`);
  await ctx.tx.run(sql`
    update advice.path p set diagnosis = '', next_steps = '', outcome = '', row_version = p.row_version + 1
    from advice.client k where k.id = p.client_id and k.erased_at is not null and (p.diagnosis, p.next_steps, p.outcome) <> ('', '', '')`);
  await ctx.tx.run(sql`
    delete from advice.goal g using advice.client k where k.id = g.client_id and k.erased_at is not null`);
  await ctx.tx.run(sql`delete from advice.card_link where expires_at < kernel.instant() - interval '1 day'`);
};
/** Documents of whom the desk has forgotten. */
export const findForgottenFiles = (ctx: Ctx): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(sql`
    select f.file_id as id from advice.card_file f join advice.client k on k.id = f.client_id where k.erased_at is not null`);
