import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface FactRow {
  code: string;
  namePl: string;
  nameEn: string;
  value: number | null;
  unit: string;
  act: string;
  validFrom: string;
  validTo: string | null;
  certainty: string;
  source: string;
}
export const findFacts = (ctx: Ctx): Promise<FactRow[]> =>
  ctx.tx.many<FactRow>(sql`
    select code, name_pl as "namePl", name_en as "nameEn", value::float8 as value, unit, act, valid_from as "validFrom", valid_to as "validTo",
      certainty, source
    from advice.legal_fact order by name_pl collate "pl-x-icu", valid_from desc limit 2000`);
export const endFact = (ctx: Ctx, code: string, to: LocalDate): Promise<number> =>
  ctx.tx.run(sql`
    update advice.legal_fact set valid_to = ${to} where code = ${code} and valid_from <= ${to}::date and (valid_to is null or valid_to > ${to}::date)`);
export const insertFact = (
  ctx: Ctx,
  f: { code: string; value: number; from: LocalDate; to: LocalDate | null; source: string },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.legal_fact (code, name_pl, name_en, value, unit, act, valid_from, valid_to, certainty, source)
    select code, name_pl, name_en, ${f.value}, unit, act, ${f.from}, ${f.to}, 'source', ${f.source}
    from advice.legal_fact where code = ${f.code} order by valid_from desc limit 1`);

export interface TemplateRow {
  id: string;
  deskId: string;
  name: string;
  topicCode: string | null;
  lang: string;
  body: string;
  validFrom: string;
  validTo: string | null;
  rowVersion: number;
}
/** Templates of a desk in force today. */
export const findTemplates = (ctx: Ctx, deskId: string): Promise<TemplateRow[]> =>
  ctx.tx.many<TemplateRow>(sql`
    select id, desk_id as "deskId", name, topic_code as "topicCode", lang, body, valid_from as "validFrom", valid_to as "validTo",
      row_version as "rowVersion"
    from advice.template where desk_id = ${deskId} and (valid_to is null or valid_to >= kernel.today())
    order by name collate "pl-x-icu", id limit 500`);
export interface NewTemplate {
  readonly id: string;
  readonly deskId: string;
  readonly name: string;
  readonly topicCode: string | null;
  readonly lang: string;
  readonly body: string;
}
export const insertTemplate = (ctx: Ctx, t: NewTemplate): Promise<number> =>
  ctx.tx.run(sql`
    insert into advice.template (id, desk_id, name, topic_code, lang, body, valid_from)
    values (${t.id}, ${t.deskId}, ${t.name}, ${t.topicCode}, ${t.lang}, ${t.body}, kernel.today())`);
export const updateTemplate = (ctx: Ctx, t: NewTemplate, version: number): Promise<number> =>
  ctx.tx.run(sql`
    update advice.template set name = ${t.name}, topic_code = ${t.topicCode}, lang = ${t.lang}, body = ${t.body}, row_version = row_version + 1
    where id = ${t.id} and desk_id = ${t.deskId} and row_version = ${version}`);
/** It is offered no more from now on. */
export const endTemplate = (ctx: Ctx, deskId: string, id: string): Promise<number> =>
  ctx.tx.run(sql`
    update advice.template set valid_from = least(valid_from, kernel.today() - 1), valid_to = kernel.today() - 1, row_version = row_version + 1
    where id = ${id} and desk_id = ${deskId}`);
export const findDeskNames = (
  ctx: Ctx,
  id: string,
): Promise<{ namePl: string; nameEn: string; phone: string } | null> =>
  ctx.tx.maybe<{ namePl: string; nameEn: string; phone: string }>(
    sql`select name_pl as "namePl", name_en as "nameEn", phone from advice.desk where id = ${id}`,
  );
