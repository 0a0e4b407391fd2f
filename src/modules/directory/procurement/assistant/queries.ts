import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface RuleRow {
  code: string;
  article: string;
  actPl: string;
  actEn: string;
  namePl: string;
  nameEn: string;
  whatPl: string;
  whatEn: string;
  goals: string[];
  bands: string[];
  subjects: string[];
  reserves: boolean;
  certainty: string;
  source: string;
  stateOn: string;
}
export const findRules = (ctx: Ctx, on: LocalDate): Promise<RuleRow[]> =>
  ctx.tx.many<RuleRow>(sql`
    select code, article, act_pl as "actPl", act_en as "actEn", name_pl as "namePl", name_en as "nameEn", what_pl as "whatPl", what_en as "whatEn",
      goals, bands, subjects, reserves, certainty, source, state_on as "stateOn"
    from directory.procurement_rule where valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) order by position`);

export interface NoteRow {
  of: string;
  kind: string;
  textPl: string;
  textEn: string;
  certainty: string;
  source: string;
}
export const findNotes = (ctx: Ctx, on: LocalDate): Promise<NoteRow[]> =>
  ctx.tx.many<NoteRow>(sql`
    select rule_code as of, kind, text_pl as "textPl", text_en as "textEn", certainty, source from directory.procurement_note
    where valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) order by rule_code, kind, position`);

export interface ClauseRow {
  of: string;
  version: number;
  bodyPl: string;
  bodyEn: string;
  certainty: string;
  source: string;
  stateOn: string;
}
/** The newest version in force of each. */
export const findClauses = (ctx: Ctx, on: LocalDate): Promise<ClauseRow[]> =>
  ctx.tx.many<ClauseRow>(sql`
    select distinct on (rule_code) rule_code as of, version, body_pl as "bodyPl", body_en as "bodyEn", certainty, source, state_on as "stateOn"
    from directory.clause_text where valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) order by rule_code, version desc`);

export const findThreshold = (
  ctx: Ctx,
  on: LocalDate,
): Promise<{ amount: number; from: string; certainty: string; source: string } | null> =>
  ctx.tx.maybe<{ amount: number; from: string; certainty: string; source: string }>(sql`
    select amount, valid_from as "from", certainty, source from directory.procurement_threshold
    where code = 'pzp' and valid_from <= ${on} and (valid_to is null or valid_to >= ${on}) order by valid_from desc limit 1`);
