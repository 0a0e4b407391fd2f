import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** Terms with their source, which a warning shows beside its sentence. */
export const findRules = (ctx: Ctx, list: string, on: LocalDate) =>
  ctx.tx.many<{ code: string; pl: string; en: string; meta: unknown; source: string }>(sql`
    select code, pl, en, meta, source from cases.term
    where list = ${list} and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by position, code`);

export const findInstruments = (ctx: Ctx, caseId: string) =>
  ctx.tx.many<{ id: string; kind: string; state: string }>(
    sql`select id, kind, state from cases.linked_instrument where case_id = ${caseId}`,
  );
