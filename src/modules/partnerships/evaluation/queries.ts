import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface EvaluationRow {
  id: string;
  partnership_id: string;
  title: string;
  state: string;
  opened_on: string;
  closes_on: string;
  closed_on: string | null;
  decision: string;
  decided_on: string | null;
  row_version: number;
}
/** Newest first. */
export const findEvaluations = (ctx: Ctx, partnershipId: string): Promise<EvaluationRow[]> =>
  ctx.tx.many<EvaluationRow>(sql`
    select id, partnership_id, title, state, opened_on, closes_on, closed_on, decision, decided_on, row_version
    from partnerships.evaluation_round where partnership_id = ${partnershipId} order by opened_on desc, id desc limit 50`);

export const findTurnout = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{ audience: string; issued: number; answered: number; by_hand: number }>(
    sql`select audience, issued, answered, by_hand from partnerships.evaluation_group where round_id = ${roundId}`,
  );

export interface QuestionRow {
  code: string;
  audience: string;
  area: string;
  kind: string;
  pl: string;
  en: string;
  uk: string;
  options: unknown;
}
/** The bank as it stood when the evaluation began. */
export const findQuestions = (ctx: Ctx, day: LocalDate): Promise<QuestionRow[]> =>
  ctx.tx.many<QuestionRow>(sql`
    select code, audience, area, kind, pl, en, uk, options from partnerships.evaluation_question
    where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date) order by audience, position`);

export const insertEvaluation = (
  ctx: Ctx,
  e: { id: string; partnershipId: string; title: string; openedOn: LocalDate; closesOn: LocalDate },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.evaluation_round (id, partnership_id, title, opened_on, closes_on)
    values (${e.id}, ${e.partnershipId}, ${e.title}, ${e.openedOn}, ${e.closesOn})`);

export const insertGroups = (
  ctx: Ctx,
  roundId: string,
  partnershipId: string,
  audiences: readonly string[],
) =>
  ctx.tx.run(sql`
    insert into partnerships.evaluation_group (round_id, partnership_id, audience)
    select ${roundId}::uuid, ${partnershipId}::uuid, a from unnest(${audiences}::text[]) a`);

export const closeEvaluation = (ctx: Ctx, id: string, today: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.evaluation_round set state = 'closed', closed_on = ${today}, row_version = row_version + 1
    where id = ${id} and state = 'open'`);

/** Evaluations of the actor's partnerships that are not over. */
export const findUnderWay = (ctx: Ctx) =>
  ctx.tx.many<{
    id: string;
    partnership_id: string;
    name: string;
    title: string;
    state: string;
    closes_on: string;
    taken: boolean | null;
  }>(sql`
    select r.id, r.partnership_id, p.name, r.title, r.state, r.closes_on, partnerships.evaluation_has_taken(r.id) as taken
    from partnerships.evaluation_round r join partnerships.partnership p on p.id = r.partnership_id
    where r.state <> 'decided' order by r.closes_on`);
