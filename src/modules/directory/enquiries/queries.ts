import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

/** Names the key of a link in this transaction; what it opens is decided by the policies of the tables. */
export const holdKey = (ctx: Ctx, hash: string): Promise<number> =>
  ctx.tx.run(sql`select set_config('app.enquiry_key', ${hash}, true)`);

export interface EnquiryRow {
  id: string;
  state: string;
  category: string;
  categoryPl: string;
  categoryEn: string;
  cpv: string[];
  subject: string;
  description: string;
  quantity: number | null;
  quantityUnit: string;
  place: string;
  countyCode: string | null;
  lat: number | null;
  lon: number | null;
  startsOn: string | null;
  answerBy: string;
  valueBand: string;
  reservedBasis: string | null;
  wanted: string[];
  lang: string;
  institutionId: string | null;
  outcome: string | null;
  outcomeReason: string | null;
  outcomeNote: string;
  chosenId: string | null;
  sentAt: Date | null;
  closedAt: Date | null;
  name: string | null;
  role: string | null;
  email: string | null;
  phone: string | null;
}
/** With its contact while there is one. Rows that the reader may not see are not there. */
export const findEnquiry = (ctx: Ctx, id: string): Promise<EnquiryRow | null> =>
  ctx.tx.maybe<EnquiryRow>(sql`
    select e.id, e.state, e.category, t.name_pl as "categoryPl", t.name_en as "categoryEn", e.cpv, e.subject, e.description, e.quantity,
      e.quantity_unit as "quantityUnit", e.place, e.county_code as "countyCode", e.lat, e.lon, e.starts_on as "startsOn",
      e.answer_by as "answerBy", e.value_band as "valueBand", e.reserved_basis as "reservedBasis", e.wanted, e.lang,
      e.institution_id as "institutionId", e.outcome, e.outcome_reason as "outcomeReason", e.outcome_note as "outcomeNote",
      e.chosen_id as "chosenId", e.sent_at as "sentAt", e.closed_at as "closedAt", c.name, c.role, c.email, c.phone
    from directory.enquiry e join directory.term t on t.taxonomy = 'category' and t.code = e.category
    left join directory.enquiry_contact c on c.enquiry_id = e.id where e.id = ${id}`);

/** The enquiry a buyer opens by id or by the key held; null for anybody else. `mailed` is the key of a letter. */
export const findBought = (
  ctx: Ctx,
  id: string | null,
): Promise<{ id: string; mailed: boolean | null } | null> =>
  ctx.tx.maybe<{ id: string; mailed: boolean | null }>(sql`
    select e.id, (select directory.enquiry_mailed()) is not null as mailed from directory.enquiry e
    where e.id = coalesce(${id}::uuid, directory.enquiry_held()) and directory.enquiry_buys(e.id)`);

export interface RecipientRow {
  id: string;
  enquiryId: string;
  entityId: string;
  entityName: string;
  sentAt: Date | null;
  seenAt: Date | null;
  reportedAt: Date | null;
}
/** The asked entity that whoever acts stands for. */
export const findAsked = (ctx: Ctx, id: string | null): Promise<RecipientRow | null> =>
  ctx.tx.maybe<RecipientRow>(sql`
    select r.id, r.enquiry_id as "enquiryId", r.entity_id as "entityId", n.short_name as "entityName", r.sent_at as "sentAt",
      r.seen_at as "seenAt", r.reported_at as "reportedAt"
    from directory.enquiry_recipient r join directory.entity n on n.id = r.entity_id
    where r.id = coalesce(${id}::uuid, directory.enquiry_asked()) and r.sent_at is not null
      and (r.id = directory.enquiry_asked() or n.institution_id = kernel.institution())`);

export interface QuestionRow {
  id: string;
  body: string;
  askedAt: Date;
  answer: string;
  answeredAt: Date | null;
}
export const findQuestions = (ctx: Ctx, enquiryId: string): Promise<QuestionRow[]> =>
  ctx.tx.many<QuestionRow>(sql`
    select id, body, asked_at as "askedAt", answer, answered_at as "answeredAt" from directory.enquiry_question
    where enquiry_id = ${enquiryId} order by asked_at, id`);

export const findRules = (ctx: Ctx): Promise<{ code: string; value: number }[]> =>
  ctx.tx.many<{ code: string; value: number }>(sql`
    select code, value from directory.enquiry_rule
    where valid_from <= kernel.today() and (valid_to is null or valid_to >= kernel.today())`);

export const findRefusals = (
  ctx: Ctx,
  senderHash: string,
  textHash: string,
  entities: readonly string[],
): Promise<{ entity_id: string | null; why: string | null }[]> =>
  ctx.tx.many<{ entity_id: string | null; why: string | null }>(
    sql`select entity_id, why from directory.enquiry_refusals(${senderHash}, ${textHash}, ${entities}::uuid[])`,
  );

/** Enquiries of a day from an address, and from a network address. */
export const findLoad = (
  ctx: Ctx,
  address: string,
  source: string,
): Promise<{ by_address: number | null; by_source: number | null } | null> =>
  ctx.tx.maybe<{ by_address: number | null; by_source: number | null }>(
    sql`select by_address, by_source from directory.enquiry_load(${address}, ${source})`,
  );
