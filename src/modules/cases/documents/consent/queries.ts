import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

/** The clause of this version, or the one in force; in the language, or in Polish when there is none. */
export const findClause = (ctx: Ctx, version: string | null, lang: string, on: LocalDate) =>
  ctx.tx.maybe<{ id: string; version: string; lang: string; title: string; body: string }>(sql`
    select id, version, lang, title, body from cases.information_clause
    where (version = ${version}::text or (${version}::text is null and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)))
      and lang in (${lang}, 'pl')
    order by valid_from desc, version desc, lang = ${lang} desc limit 1`);

/** The newest handing over of a version of the clause in this case. */
export const findGiven = (ctx: Ctx, caseId: string, version: string | null) =>
  ctx.tx.maybe<{
    id: string;
    version: string;
    lang: string;
    given_on: string;
    form: string;
    institution_id: string;
  }>(sql`
    select id, version, lang, given_on, form, institution_id from cases.clause_given
    where case_id = ${caseId} and (${version}::text is null or version = ${version}::text)
    order by given_on desc, id desc limit 1`);

export const findConsentText = (
  ctx: Ctx,
  version: string | null,
  lang: string,
  easy: boolean,
  on: LocalDate,
) =>
  ctx.tx.maybe<{ version: string; lang: string; body: string; hash: string }>(sql`
    select version, lang, body, hash from cases.consent_text
    where (version = ${version}::text or (${version}::text is null and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)))
      and lang in (${lang}, 'pl') and easy = ${easy}
    order by valid_from desc, version desc, lang = ${lang} desc limit 1`);

/** The languages in which a text is written; easy ones apart. */
export const findLangs = (ctx: Ctx, on: LocalDate) =>
  ctx.tx.many<{ what: string | null; lang: string | null; easy: boolean | null }>(sql`
    select distinct 'clause' as what, lang, false as easy from cases.information_clause
    where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    union
    select distinct 'consent', lang, easy from cases.consent_text
    where valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
    order by 1, 2, 3`);
