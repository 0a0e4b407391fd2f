import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const putConclusion = (
  ctx: Ctx,
  c: { roundId: string; partnershipId: string; code: string; level: string; note: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.standard_conclusion (round_id, partnership_id, code, level, note)
    values (${c.roundId}, ${c.partnershipId}, ${c.code}, ${c.level}, ${c.note})
    on conflict (round_id, code) do update set level = excluded.level, note = excluded.note`);

export const conclude = (ctx: Ctx, roundId: string, summary: string, today: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.standard_round set state = 'concluded', concluded_on = ${today}, summary = ${summary}, row_version = row_version + 1
    where id = ${roundId} and state = 'concluding'`);
