import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export const findDefinitions = (ctx: Ctx, day: LocalDate) =>
  ctx.tx.many<{
    code: string;
    requirement: string;
    pl: string;
    en: string;
    definition_pl: string;
    definition_en: string;
    source: string;
  }>(sql`
    select code, requirement, pl, en, definition_pl, definition_en, source from partnerships.standard_measure
    where valid_from <= ${day}::date and (valid_to is null or valid_to >= ${day}::date) order by position`);

export const findKept = (ctx: Ctx, partnershipId: string) =>
  ctx.tx.many<{
    year: number;
    code: string;
    from_on: string;
    to_on: string;
    counted: number | null;
    total: number | null;
  }>(sql`
    select r.year, f.code, f.from_on, f.to_on, f.counted, f.total from partnerships.standard_figure f
    join partnerships.standard_round r on r.id = f.round_id where f.partnership_id = ${partnershipId}`);

export const keepFigure = (
  ctx: Ctx,
  f: {
    roundId: string;
    partnershipId: string;
    code: string;
    from: LocalDate;
    to: LocalDate;
    counted: number | null;
    total: number | null;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.standard_figure (round_id, partnership_id, code, from_on, to_on, counted, total)
    values (${f.roundId}, ${f.partnershipId}, ${f.code}, ${f.from}, ${f.to}, ${f.counted}, ${f.total}) on conflict do nothing`);
