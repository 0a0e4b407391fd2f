import type { Ctx } from '#kernel/context.ts';
import { sql } from '#kernel/db/tx.ts';

export interface ReferralRow {
  id: string;
  case_id: string;
  partnership_id: string;
  kind: string;
  state: string;
  sender_institution_id: string;
  sender_name: string | null;
  sender_type: string | null;
  sender_worker_id: string;
  sender_worker: string | null;
  recipient_institution_id: string;
  recipient_name: string | null;
  recipient_type: string | null;
  handled_by: string | null;
  handler: string | null;
  needs: string[];
  urgent: boolean;
  packet: unknown;
  packet_hash: string | null;
  sent_at: Date | null;
  due_on: string | null;
  answered_at: Date | null;
  decline_code: string | null;
  decline_note: string;
  question: string;
  question_answer: string;
  days_left: number | null;
  withdrawn_code: string | null;
  previous_id: string | null;
  row_version: number;
}

export const findReferral = (ctx: Ctx, id: string): Promise<ReferralRow | null> =>
  ctx.tx.maybe<ReferralRow>(sql`
    select r.id, r.case_id, r.partnership_id, r.kind, r.state, r.sender_institution_id, s.short_name as sender_name,
      s.type as sender_type, r.sender_worker_id, sw.name as sender_worker, r.recipient_institution_id,
      t.short_name as recipient_name, t.type as recipient_type, r.handled_by, hw.name as handler, r.needs, r.urgent,
      r.packet, r.packet_hash, r.sent_at, r.due_on, r.answered_at, r.decline_code, r.decline_note, r.question,
      r.question_answer, r.days_left, r.withdrawn_code, r.previous_id, r.row_version
    from cases.referral r
    left join organisations.api_institution s on s.id = r.sender_institution_id
    left join organisations.api_institution t on t.id = r.recipient_institution_id
    left join organisations.api_worker sw on sw.id = r.sender_worker_id
    left join organisations.api_worker hw on hw.id = r.handled_by
    where r.id = ${id}`);

/** Holds the referral until the end of the transaction; null when the actor may not change it any more. */
export const lockReferral = (ctx: Ctx, id: string): Promise<{ row_version: number; state: string } | null> =>
  ctx.tx.maybe<{ row_version: number; state: string }>(
    sql`select row_version, state from cases.referral where id = ${id} for update`,
  );

export const findReferralsOfCase = (ctx: Ctx, caseId: string): Promise<{ id: string }[]> =>
  ctx.tx.many<{ id: string }>(
    sql`select id from cases.referral where case_id = ${caseId} order by sent_at nulls first, id`,
  );

/** The person a referral is about, for the access record; null when the actor may not see the referral. */
export const findSubject = (ctx: Ctx, referralId: string): Promise<{ person_id: string | null }> =>
  ctx.tx.one<{ person_id: string | null }>(
    sql`select coalesce(cases.api_referral_subject(${referralId}::uuid),
      (select c.person_id from cases.referral r join cases.shared_case c on c.id = r.case_id where r.id = ${referralId})) as person_id`,
  );

export interface LineRow {
  id: string;
  case_id: string;
  kind: string;
  state: string;
  needs: string[];
  urgent: boolean;
  packet: unknown;
  sent_at: Date | null;
  due_on: string | null;
  other_name: string | null;
  other_type: string | null;
  handler: string | null;
  given_name: string | null;
  family_name: string | null;
  unidentified_label: string | null;
  total: number | null;
}

export interface LineFilter {
  readonly box: 'in' | 'out';
  readonly open: boolean | null;
  readonly overdueOn: string | null;
  readonly bySent: boolean;
  readonly down: boolean;
  readonly limit: number;
  readonly offset: number;
}

const OPEN = ['sent', 'seen', 'needs_info'];
const ENDED = ['accepted', 'declined', 'expired', 'withdrawn'];
const statesOf = (open: boolean | null) => (open === null ? [...OPEN, ...ENDED] : open ? OPEN : ENDED);

/**
 * The inbox or the outbox of the actor's institution; the same query counts and lists. Both boxes are values that an
 * index answers, so that one plan serves them all, and names are looked up for the page alone.
 */
export const findLines = (ctx: Ctx, f: LineFilter): Promise<LineRow[]> =>
  ctx.tx.many<LineRow>(sql`
    with page as (
      select r.id, r.case_id, r.kind, r.state, r.needs, r.urgent, r.packet, r.sent_at, r.due_on, r.handled_by,
        case when ${f.box}::text = 'in' then r.sender_institution_id else r.recipient_institution_id end as other_id,
        count(*) over ()::int as total,
        row_number() over (order by case when ${f.bySent}::boolean or ${f.down}::boolean then null else r.due_on end nulls last,
          case when not ${f.bySent}::boolean and ${f.down}::boolean then r.due_on end desc nulls last,
          case when ${f.bySent}::boolean and not ${f.down}::boolean then r.sent_at end nulls last,
          r.sent_at desc, r.id) as position
      from cases.referral r
      where r.state = any(${statesOf(f.open)}::text[])
        and (r.recipient_institution_id = ${f.box === 'in' ? ctx.actor.institutionId : null}::uuid
          or r.sender_institution_id = ${f.box === 'out' ? ctx.actor.institutionId : null}::uuid)
        and (${f.overdueOn}::date is null or r.due_on < ${f.overdueOn}::date)
      order by position limit ${f.limit} offset ${f.offset}
    )
    select l.id, l.case_id, l.kind, l.state, l.needs, l.urgent, l.packet, l.sent_at, l.due_on, o.short_name as other_name,
      o.type as other_type, h.name as handler, p.given_name, p.family_name, p.unidentified_label, l.total
    from page l
    left join cases.shared_case c on c.id = l.case_id
    left join cases.person p on p.id = c.person_id
    left join organisations.api_institution o on o.id = l.other_id
    left join organisations.api_worker h on h.id = l.handled_by
    order by l.position`);

export interface MemberRow {
  institution_id: string | null;
  name: string | null;
  type: string | null;
  gmina_id: string | null;
  competent: boolean | null;
}
/** Institutions of a partnership today; `competent` for the gmina of residence (UPS art. 101). */
export const findMembers = (
  ctx: Ctx,
  partnershipId: string,
  gminaId: string | null,
  on: string,
): Promise<MemberRow[]> =>
  ctx.tx.many<MemberRow>(sql`
    select m.institution_id, i.short_name as name, i.type, i.gmina_id,
      exists (select from organisations.api_area a where a.institution_id = m.institution_id and a.gmina_id = ${gminaId}) as competent
    from partnerships.api_membership m join organisations.api_institution i on i.id = m.institution_id
    where m.partnership_id = ${partnershipId} and m.joined_on <= ${on}::date and (m.left_on is null or m.left_on >= ${on}::date)
      and (i.active_to is null or i.active_to >= ${on}::date)
    order by i.type, i.short_name`);

export interface PartnershipRow {
  partnership_id: string | null;
  partnership_name: string | null;
  state: string | null;
}
export const findPartnerships = (ctx: Ctx, on: string): Promise<PartnershipRow[]> =>
  ctx.tx.many<PartnershipRow>(sql`
    select partnership_id, partnership_name, state from partnerships.api_membership
    where institution_id = ${ctx.actor.institutionId} and joined_on <= ${on}::date and (left_on is null or left_on >= ${on}::date)
    order by case state when 'operating' then 0 else 1 end, partnership_name`);

export const findCeiling = (
  ctx: Ctx,
  partnershipId: string,
  type: string,
): Promise<{ classes: string[] | null } | null> =>
  ctx.tx.maybe<{ classes: string[] | null }>(
    sql`select classes from partnerships.api_ceiling where partnership_id = ${partnershipId} and institution_type = ${type}`,
  );

export interface CaseLineRow {
  id: string | null;
  kind: string | null;
  state: string | null;
  sender_name: string | null;
  recipient_name: string | null;
  recipient_type: string | null;
  sent_at: Date | null;
  due_on: string | null;
}
/** Every referral of a case without what it says, for the whole team. */
export const findCaseLines = (ctx: Ctx, caseId: string): Promise<CaseLineRow[]> =>
  ctx.tx.many<CaseLineRow>(sql`
    select id, kind, state, sender_name, recipient_name, recipient_type, sent_at, due_on
    from cases.api_case_referrals(${caseId}::uuid)`);
