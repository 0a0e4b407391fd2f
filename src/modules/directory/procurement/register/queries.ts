import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';
import type { LocalDate } from '#kernel/time.ts';

export interface Filter {
  readonly id: string | null;
  readonly rule: string | null;
  readonly voivodeship: string | null;
  readonly group: string | null;
  readonly control: string | null;
  readonly like: string | null;
}
export interface ClauseRow {
  id: string;
  buyer: string;
  countyCode: string;
  countyName: string;
  subject: string;
  cpv: string;
  valueBand: string;
  ruleCode: string;
  article: string;
  namePl: string;
  nameEn: string;
  groupCode: string | null;
  groupPl: string | null;
  groupEn: string | null;
  kind: string | null;
  required: number | null;
  startsOn: string;
  endsOn: string | null;
  entityId: string | null;
  entityName: string | null;
  contractor: string;
  employed: number | null;
  control: string;
  controlNote: string;
  institutionId: string | null;
  updatedAt: Date;
  rowVersion: number;
}
export const findClauses = (ctx: Ctx, f: Filter, limit: number, offset: number): Promise<ClauseRow[]> =>
  ctx.tx.many<ClauseRow>(sql`
    select s.id, s.buyer, s.county_code as "countyCode", k.name as "countyName", s.subject, s.cpv, s.value_band as "valueBand",
      s.rule_code as "ruleCode", r.article, r.name_pl as "namePl", r.name_en as "nameEn", s.required_group as "groupCode", g.name_pl as "groupPl",
      g.name_en as "groupEn", s.required_kind as kind, s.required_amount as required, s.starts_on as "startsOn", s.ends_on as "endsOn",
      s.entity_id as "entityId", n.short_name as "entityName", s.contractor, s.employed, s.control, s.control_note as "controlNote",
      s.institution_id as "institutionId", s.updated_at as "updatedAt", s.row_version as "rowVersion"
    from directory.social_clause s join territory.api_county k on k.code = s.county_code join directory.procurement_rule r on r.code = s.rule_code
    left join directory.term g on g.taxonomy = 'group' and g.code = s.required_group left join directory.entity n on n.id = s.entity_id
    where (${f.id}::uuid is null or s.id = ${f.id}::uuid) and (${f.rule}::text is null or s.rule_code = ${f.rule}::text)
      and (${f.voivodeship}::text is null or left(s.county_code, 2) = ${f.voivodeship}::text)
      and (${f.group}::text is null or s.required_group = ${f.group}::text)
      and (${f.control}::text is null or s.control = ${f.control}::text)
      and (${f.like}::text is null or kernel.plain(s.buyer || ' ' || s.subject || ' ' || s.contractor) like ${f.like}::text)
    order by s.starts_on desc, s.id limit ${limit} offset ${offset}`);

export const countClauses = (ctx: Ctx, f: Filter): Promise<{ n: number | null }> =>
  ctx.tx.one<{ n: number | null }>(sql`
    select count(*)::int as n from directory.social_clause s
    where (${f.rule}::text is null or s.rule_code = ${f.rule}::text)
      and (${f.voivodeship}::text is null or left(s.county_code, 2) = ${f.voivodeship}::text)
      and (${f.group}::text is null or s.required_group = ${f.group}::text)
      and (${f.control}::text is null or s.control = ${f.control}::text)
      and (${f.like}::text is null or kernel.plain(s.buyer || ' ' || s.subject || ' ' || s.contractor) like ${f.like}::text)`);

/** Clauses and people employed, by instrument and voivodeship. */
export const findFigures = (
  ctx: Ctx,
): Promise<{ rule: string; voivodeship: string | null; clauses: number | null; employed: number | null }[]> =>
  ctx.tx.many<{
    rule: string;
    voivodeship: string | null;
    clauses: number | null;
    employed: number | null;
  }>(sql`
    select rule_code as rule, left(county_code, 2) as voivodeship, count(*)::int as clauses, coalesce(sum(employed), 0)::int as employed
    from directory.social_clause group by 1, 2 order by 1, 2`);

export interface Written {
  readonly buyer: string;
  readonly countyCode: string;
  readonly subject: string;
  readonly cpv: string;
  readonly valueBand: string;
  readonly ruleCode: string;
  readonly groupCode: string | null;
  readonly kind: string | null;
  readonly required: number | null;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly entityId: string | null;
  readonly contractor: string;
  readonly employed: number | null;
  readonly control: string;
  readonly controlNote: string;
}
export const insertClause = (
  ctx: Ctx,
  id: string,
  w: Written,
  enquiryId: string | null,
  institutionId: string | null,
): Promise<number> =>
  ctx.tx.run(sql`
    insert into directory.social_clause (id, buyer, county_code, subject, cpv, value_band, rule_code, required_group, required_kind, required_amount,
      starts_on, ends_on, entity_id, contractor, employed, control, control_note, enquiry_id, institution_id, created_at, updated_at)
    values (${id}, ${w.buyer}, ${w.countyCode}, ${w.subject}, ${w.cpv}, ${w.valueBand}, ${w.ruleCode}, ${w.groupCode}, ${w.kind}, ${w.required},
      ${w.startsOn}, ${w.endsOn}, ${w.entityId}, ${w.contractor}, ${w.employed}, ${w.control}, ${w.controlNote}, ${enquiryId}, ${institutionId},
      kernel.instant(), kernel.instant())`);

/** @returns 0 when somebody changed it since that version */
export const updateClause = (ctx: Ctx, id: string, version: number, w: Written): Promise<number> =>
  ctx.tx.run(sql`
    update directory.social_clause set buyer = ${w.buyer}, county_code = ${w.countyCode}, subject = ${w.subject}, cpv = ${w.cpv},
      value_band = ${w.valueBand}, rule_code = ${w.ruleCode}, required_group = ${w.groupCode}, required_kind = ${w.kind},
      required_amount = ${w.required}, starts_on = ${w.startsOn}, ends_on = ${w.endsOn}, entity_id = ${w.entityId}, contractor = ${w.contractor},
      employed = ${w.employed}, control = ${w.control}, control_note = ${w.controlNote}, updated_at = kernel.instant(), row_version = row_version + 1
    where id = ${id} and row_version = ${version}`);

export const findEntity = (
  ctx: Ctx,
  id: string | null,
  number: string | null,
): Promise<{ id: string; name: string }[]> =>
  ctx.tx.many<{ id: string; name: string }>(sql`
    select id, short_name as name from directory.entity
    where id = ${id}::uuid or (parent_id is null and (nip = ${number}::text or krs = ${number}::text)) limit 1`);

/** The entity chosen in an enquiry of the acting institution. */
export const findChosen = (ctx: Ctx, enquiryId: string): Promise<{ entityId: string } | null> =>
  ctx.tx.maybe<{ entityId: string }>(sql`
    select r.entity_id as "entityId" from directory.enquiry e join directory.enquiry_recipient r on r.id = e.chosen_id
    where e.id = ${enquiryId} and e.institution_id = ${ctx.actor.institutionId}`);

export const findInstitution = (ctx: Ctx): Promise<{ name: string; countyCode: string | null } | null> =>
  ctx.tx.maybe<{ name: string; countyCode: string | null }>(sql`
    select name, county_code as "countyCode" from organisations.api_institution where id = ${ctx.actor.institutionId}`);
