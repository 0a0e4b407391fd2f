import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ClauseRow {
  code: string;
  section: string;
  position: number;
  need: string;
  title: string;
  about: string;
  source: string;
}
/** The dictionary of today in a language. */
export const findClauses = (ctx: Ctx, lang: string, today: string): Promise<ClauseRow[]> =>
  ctx.tx.many<ClauseRow>(sql`
    select code, section, position, need, case when ${lang}::text = 'pl' then title_pl else title_en end as title,
      case when ${lang}::text = 'pl' then about_pl else about_en end as about, source
    from partnerships.clause where valid_from <= ${today}::date and (valid_to is null or valid_to >= ${today}::date)
    order by position`);

export interface VariantRow {
  code: string;
  clause_code: string;
  name: string;
  body: string;
  source: string;
  written_on: string;
}
/** Wordings in the language of the agreement, their names in that of the reader. */
export const findVariants = (
  ctx: Ctx,
  language: string,
  clause: string | null,
  today: string,
): Promise<VariantRow[]> =>
  ctx.tx.many<VariantRow>(sql`
    select code, clause_code, case when ${ctx.lang}::text = 'pl' then name_pl else name_en end as name,
      case when ${language}::text = 'pl' then body_pl else body_en end as body, source, written_on
    from partnerships.clause_variant
    where (${clause}::text is null or clause_code = ${clause}) and valid_from <= ${today}::date
      and (valid_to is null or valid_to >= ${today}::date)
    order by clause_code, position`);

export interface ChosenRow {
  id: string;
  clause_code: string | null;
  variant_code: string | null;
  section: string;
  position: number;
  title: string;
  body: string;
  final_text: string | null;
  row_version: number;
}
export const findChosen = (ctx: Ctx, agreementId: string): Promise<ChosenRow[]> =>
  ctx.tx.many<ChosenRow>(sql`
    select id, clause_code, variant_code, section, position, title, body, final_text, row_version
    from partnerships.agreement_clause where agreement_id = ${agreementId} and not left_out order by position, id`);

export const insertClause = (
  ctx: Ctx,
  c: {
    id: string;
    partnershipId: string;
    agreementId: string;
    code: string | null;
    variant: string | null;
    section: string;
    position: number;
    title: string;
    body: string;
  },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.agreement_clause (id, partnership_id, agreement_id, clause_code, variant_code, section, position, title, body)
    values (${c.id}, ${c.partnershipId}, ${c.agreementId}, ${c.code}, ${c.variant}, ${c.section}, ${c.position}, ${c.title}, ${c.body})
    on conflict (agreement_id, clause_code) do update set left_out = false, variant_code = excluded.variant_code,
      title = excluded.title, body = excluded.body, position = excluded.position, row_version = agreement_clause.row_version + 1`);

export const copyClauses = (
  ctx: Ctx,
  to: { id: string; partnershipId: string },
  from: string,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.agreement_clause (id, partnership_id, agreement_id, clause_code, variant_code, section, position, title, body)
    select gen_random_uuid(), ${to.partnershipId}, ${to.id}, clause_code, variant_code, section, position, title, body
    from partnerships.agreement_clause where agreement_id = ${from} and not left_out`);

export const updateClause = (
  ctx: Ctx,
  c: { id: string; title: string; body: string; variant: string | null },
): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.agreement_clause set title = ${c.title}, body = ${c.body}, variant_code = ${c.variant}, row_version = row_version + 1
    where id = ${c.id}`);

export const leaveOut = (ctx: Ctx, id: string): Promise<number> =>
  ctx.tx.run(
    sql`update partnerships.agreement_clause set left_out = true, row_version = row_version + 1 where id = ${id}`,
  );

export const moveTo = (ctx: Ctx, id: string, position: number): Promise<number> =>
  ctx.tx.run(sql`update partnerships.agreement_clause set position = ${position} where id = ${id}`);

export const fixText = (ctx: Ctx, id: string, text: string): Promise<number> =>
  ctx.tx.run(sql`update partnerships.agreement_clause set final_text = ${text} where id = ${id}`);

/** Which clause lets which class be shared, and between which types; no type means any. */
export const findPermits = (
  ctx: Ctx,
): Promise<{ clause_code: string; data_class: string; institution_types: string[] }[]> =>
  ctx.tx.many<{ clause_code: string; data_class: string; institution_types: string[] }>(sql`
    select clause_code, data_class, institution_types from partnerships.clause_class order by clause_code, data_class`);

export const findRetention = (
  ctx: Ctx,
): Promise<{ code: string | null; amount: number | null; unit: string | null; source: string | null }[]> =>
  ctx.tx.many<{ code: string | null; amount: number | null; unit: string | null; source: string | null }>(
    sql`select code, amount, unit, source from cases.api_retention order by code`,
  );
