import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface CallRow {
  id: string;
  institutionId: string;
  institution: string;
  voivodeshipCode: string;
  voivodeship: string | null;
  title: string;
  lead: string;
  criteria: string;
  who: string;
  titleEn: string;
  leadEn: string;
  criteriaEn: string;
  whoEn: string;
  amount: number | null;
  link: string;
  opensOn: string;
  closesOn: string;
  state: string;
  rowVersion: number;
}
interface Wanted {
  readonly id: string | null;
  readonly region: string;
  readonly past: boolean;
  /** Also drafts, of this institution. */
  readonly institutionId: string | null;
}
/** Calls that the reader may see: those still open first to close, or those that are over, the latest first. */
export const findCalls = (ctx: Ctx, w: Wanted): Promise<CallRow[]> =>
  ctx.tx.many<CallRow>(sql`
    select c.id, c.institution_id as "institutionId", i.name as institution, c.voivodeship_code as "voivodeshipCode", v.name as voivodeship, c.title,
      c.lead, c.criteria, c.who, c.title_en as "titleEn", c.lead_en as "leadEn", c.criteria_en as "criteriaEn", c.who_en as "whoEn", c.amount, c.link, c.opens_on as "opensOn", c.closes_on as "closesOn", c.state, c.row_version as "rowVersion"
    from partnerships.regional_call c join organisations.api_institution i on i.id = c.institution_id
    left join territory.api_voivodeship v on v.code = c.voivodeship_code
    where (${w.id}::uuid is null or c.id = ${w.id}) and (${w.region} = '' or c.voivodeship_code = ${w.region})
      and (${w.institutionId}::uuid is null or c.institution_id = ${w.institutionId})
      and (${w.id}::uuid is not null or ${w.institutionId}::uuid is not null or (c.state = 'published' and (c.closes_on < kernel.today()) = ${w.past}))
    order by case when c.closes_on >= kernel.today() then c.closes_on end nulls last, c.closes_on desc, c.id limit 200`);

export const lockCall = (
  ctx: Ctx,
  id: string,
): Promise<{ state: string; rowVersion: number; institutionId: string } | null> =>
  ctx.tx.maybe<{ state: string; rowVersion: number; institutionId: string }>(sql`
    select state, row_version as "rowVersion", institution_id as "institutionId" from partnerships.regional_call where id = ${id} for update`);

export interface Written {
  readonly title: string;
  readonly lead: string;
  readonly criteria: string;
  readonly who: string;
  readonly titleEn: string;
  readonly leadEn: string;
  readonly criteriaEn: string;
  readonly whoEn: string;
  readonly amount: number | null;
  readonly link: string;
  readonly opensOn: string;
  readonly closesOn: string;
}
export const addCall = (ctx: Ctx, id: string, voivodeship: string, c: Written): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.regional_call (id, institution_id, voivodeship_code, title, lead, criteria, who, title_en, lead_en, criteria_en, who_en,
      amount, link, opens_on, closes_on, written_by, updated_at)
    values (${id}, ${ctx.actor.institutionId}, ${voivodeship}, ${c.title}, ${c.lead}, ${c.criteria}, ${c.who}, ${c.titleEn}, ${c.leadEn},
      ${c.criteriaEn}, ${c.whoEn}, ${c.amount}, ${c.link}, ${c.opensOn},
      ${c.closesOn}, ${ctx.actor.subjectId}, ${ctx.now})`);

export const changeCall = (ctx: Ctx, id: string, c: Written): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.regional_call set title = ${c.title}, lead = ${c.lead}, criteria = ${c.criteria}, who = ${c.who},
      title_en = ${c.titleEn}, lead_en = ${c.leadEn}, criteria_en = ${c.criteriaEn}, who_en = ${c.whoEn}, amount = ${c.amount},
      link = ${c.link}, opens_on = ${c.opensOn}, closes_on = ${c.closesOn}, updated_at = ${ctx.now}, row_version = row_version + 1 where id = ${id}`);

export const settleCall = (ctx: Ctx, id: string, state: string): Promise<number> =>
  ctx.tx.run(sql`
    update partnerships.regional_call set state = ${state}, published_at = coalesce(published_at, ${ctx.now}), updated_at = ${ctx.now},
      row_version = row_version + 1 where id = ${id}`);

/** Interest as the reader may know it: of the own partnerships, or of all in the own call. */
export const findInterest = (
  ctx: Ctx,
  callId: string,
): Promise<
  { partnershipId: string; partnership: string; note: string; withdrawn: boolean | null; markedAt: Date }[]
> =>
  ctx.tx.many<{
    partnershipId: string;
    partnership: string;
    note: string;
    withdrawn: boolean | null;
    markedAt: Date;
  }>(sql`
    select n.partnership_id as "partnershipId", p.name as partnership, n.note, n.withdrawn_at is not null as withdrawn, n.marked_at as "markedAt"
    from partnerships.call_interest n join partnerships.partnership p on p.id = n.partnership_id
    where n.call_id = ${callId} order by n.marked_at, p.name limit 2000`);

export const markInterest = (
  ctx: Ctx,
  n: { callId: string; partnershipId: string; note: string; withdrawn: boolean },
): Promise<number> =>
  ctx.tx.run(sql`
    insert into partnerships.call_interest (call_id, partnership_id, note, marked_at, withdrawn_at)
    values (${n.callId}, ${n.partnershipId}, ${n.note}, ${ctx.now}, ${n.withdrawn ? ctx.now : null})
    on conflict (call_id, partnership_id) do update set note = excluded.note, marked_at = excluded.marked_at, withdrawn_at = excluded.withdrawn_at`);
