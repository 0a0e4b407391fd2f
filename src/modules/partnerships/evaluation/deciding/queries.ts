import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { Comparison } from './schema.ts';

export const findConclusions = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{ id: string; kind: string; body: string }>(sql`
    select id, kind, body from partnerships.evaluation_conclusion where round_id = ${roundId} and removed_on is null order by kind, id`);

export const findComparisons = (ctx: Ctx, roundId: string) =>
  ctx.tx.many<{
    id: string;
    indicator: string;
    definition: string;
    here: string;
    other: string;
    there: string;
    source: string;
    caveat: string;
  }>(sql`
    select id, indicator, definition, here, other, there, source, caveat from partnerships.evaluation_comparison
    where round_id = ${roundId} and removed_on is null order by id`);

export const insertConclusion = (
  ctx: Ctx,
  c: { id: string; roundId: string; partnershipId: string; kind: string; body: string },
) =>
  ctx.tx.run(sql`
    insert into partnerships.evaluation_conclusion (id, round_id, partnership_id, kind, body)
    values (${c.id}, ${c.roundId}, ${c.partnershipId}, ${c.kind}, ${c.body})`);

export const insertComparison = (ctx: Ctx, c: Comparison & { roundId: string; partnershipId: string }) =>
  ctx.tx.run(sql`
    insert into partnerships.evaluation_comparison (id, round_id, partnership_id, indicator, definition, here, other, there, source, caveat)
    values (${c.id}, ${c.roundId}, ${c.partnershipId}, ${c.indicator}, ${c.definition}, ${c.here}, ${c.other}, ${c.there}, ${c.source}, ${c.caveat})`);

export const removeConclusion = (ctx: Ctx, roundId: string, id: string, today: LocalDate) =>
  ctx.tx.run(sql`
    update partnerships.evaluation_conclusion set removed_on = ${today} where id = ${id} and round_id = ${roundId} and removed_on is null`);

export const removeComparison = (ctx: Ctx, roundId: string, id: string, today: LocalDate) =>
  ctx.tx.run(sql`
    update partnerships.evaluation_comparison set removed_on = ${today} where id = ${id} and round_id = ${roundId} and removed_on is null`);

export const decide = (ctx: Ctx, roundId: string, decision: string, today: LocalDate) =>
  ctx.tx.run(sql`
    update partnerships.evaluation_round set state = 'decided', decision = ${decision}, decided_on = ${today}, row_version = row_version + 1
    where id = ${roundId} and state = 'closed'`);
